// How the vote stands, in one line: how many votes I have left, or what came out; for whoever leads with what to do about it.
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Ellipsis, RotateCcw, Trash2, Vote as Ballot } from "lucide-react";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useRole } from "../room/use-room.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { openVoteDialog } from "./vote-dialog-state.ts";
import { useVoting } from "./voting.tsx";

/** Nothing while there is no vote. */
export function VoteLine({ className }: { readonly className?: string }) {
  const voting = useVoting();
  if (!voting?.vote) return null;
  return (
    <div className={cx("flex flex-wrap items-center gap-x-4 gap-y-1", className)}>
      {voting.isOpen ? <MyVotes /> : <Outcome />}
      <NotCounted />
      <Decisions />
    </div>
  );
}

function MyVotes() {
  const { t } = useLingui();
  const voting = useVoting();
  if (!voting?.vote) return null;
  const { vote, left, readOnly, isCovered } = voting;
  const { budget } = vote;
  const { voted, of } = vote.turnout;
  return (
    <>
      {readOnly === undefined && (
        <p className="flex items-center gap-[.7rem] font-medium text-you">
          {isCovered ? (
            t`Your votes, hidden while others may see your screen`
          ) : (
            <>
              <Trans>
                You have {left} of {budget} votes left
              </Trans>
              <Dots budget={budget} left={left} />
            </>
          )}
        </p>
      )}
      <p className="type-small text-ink-2">
        {of > 0 && <>{t`${voted} of ${of} have voted.`} </>}
        {t`Votes stay hidden until the vote is closed.`}
      </p>
    </>
  );
}

/** More than this are said in words alone. */
const mostDots = 10;

function Dots({ budget, left }: { readonly budget: number; readonly left: number }) {
  if (budget > mostDots) return null;
  return (
    <span aria-hidden className="inline-flex items-center gap-1">
      {Array.from({ length: budget }, (_, index) => (
        // dots are alike, and there is nothing else to tell them by
        <span
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className={cx(
            "size-[.8rem] rounded-pill border-[1.5px]",
            index < budget - left ? "border-you bg-you" : "border-edge",
          )}
        />
      ))}
    </span>
  );
}

function Outcome() {
  const { t } = useLingui();
  const voting = useVoting();
  if (!voting?.vote) return null;
  const { result, turnout } = voting.vote;
  const votes = result.reduce((sum, topic) => sum + topic.votes, 0);
  if (votes === 0) return <p className="type-small text-ink-2">{t`Nobody voted.`}</p>;
  const people = plural(turnout.voted, { one: "# person", other: "# people" });
  const cast = plural(votes, { one: "# vote", other: "# votes" });
  return <p className="type-small text-ink-2">{t`${cast} of ${people}`}</p>;
}

function NotCounted() {
  const voting = useVoting();
  if (!voting || voting.isCovered) return null;
  const { tooMany, tooLate, isOpen } = voting;
  const late = plural(tooLate, {
    one: "# vote of yours came too late and was not counted.",
    other: "# votes of yours came too late and were not counted.",
  });
  const many = plural(tooMany, {
    one: "# vote of yours was more than you have, and was not counted.",
    other: "# votes of yours were more than you have, and were not counted.",
  });
  const waiting = plural(tooMany, {
    one: "# vote of yours is more than you have, and does not count.",
    other: "# votes of yours are more than you have, and do not count.",
  });
  return (
    <>
      {tooLate > 0 && <p className="type-small text-you">{late}</p>}
      {tooMany > 0 && <p className="type-small text-you">{isOpen ? waiting : many}</p>}
    </>
  );
}

function Decisions() {
  const { t } = useLingui();
  const request = useRequest();
  const voting = useVoting();
  const reason = useLeadReason();
  const isFacilitator = useRole() === "facilitator";
  if (!isFacilitator || !voting?.vote || voting.readOnly !== undefined) return null;
  const { isOpen } = voting;
  const { round } = voting.vote;
  return (
    <Menu
      label={t`The vote`}
      trigger={
        <Button size="icon" look="quiet" aria-label={t`The vote`} tooltip={t`The vote`}>
          <Icon of={Ellipsis} />
        </Button>
      }
    >
      {!isOpen && (
        <MenuItem
          icon={RotateCcw}
          onAction={() => void request({ type: "reopenVote", round })}
          disabledReason={reason}
        >
          {t`Let people go on voting`}
        </MenuItem>
      )}
      {!isOpen && (
        <MenuItem icon={Ballot} onAction={openVoteDialog} disabledReason={reason}>
          {t`Vote once more, from the beginning`}
        </MenuItem>
      )}
      <MenuItem
        icon={Trash2}
        onAction={() => void request({ type: "discardVote", round })}
        disabledReason={reason}
      >
        {isOpen ? t`Stop the vote without a result` : t`Drop the result`}
      </MenuItem>
    </Menu>
  );
}
