// For whoever comes in while the group is walking: where it is, and what was seen before. Nobody is waited for, and nobody
// else sees this.
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import type { CardId } from "@secondstory/shared";
import { useTimelineItems } from "../../focus/use-timeline-items.ts";
import { useWalk } from "../../focus/use-walk.ts";
import { useShownPhase } from "../../frame/use-follow-meeting.ts";
import { useBoard, useControl, useMe } from "../../room/use-room.ts";
import { goTo } from "../../screen/arriving.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { itemName } from "./event-name.ts";

/** Below the top bar of the timeline. Nothing for whoever was there when it began, and once it was closed. */
export default function LateBar() {
  const isHere = useShownPhase() === "timeline";
  const isWalking = useControl(({ phase, spotlight }) => phase === "timeline" && spotlight);
  return isHere && isWalking ? <Missing /> : null;
}

function Missing() {
  const { t } = useLingui();
  const walk = useWalk(useTimelineItems());
  const [isClosed, setClosed] = useState(false);
  const joinedAt = useMe()?.joinedAt ?? 0;
  const seen = useControl((control) => control.seen);
  const missed = walk.walked.filter(({ id }) => (seen[id]?.at ?? Infinity) < joinedAt);
  if (isClosed || missed.length === 0 || walk.number === undefined) return null;
  return (
    <section
      aria-label={t`What you missed`}
      data-below-top
      className="flex flex-wrap items-center gap-x-2 border-b border-line bg-you-wash px-(--page) py-0.5 text-s"
    >
      <p className="min-w-0 flex-1 basis-40 py-1 text-pretty">
        <Trans>
          The meeting is at event {walk.number} of {walk.walked.length}.
        </Trans>{" "}
        <Popover
          title={t`What you missed`}
          placement="bottom start"
          trigger={
            <TextButton>
              <Trans>What you missed</Trans>
            </TextButton>
          }
        >
          {(close) => (
            <ul className="max-h-[50dvh] overflow-auto">
              {missed.map(({ id }) => (
                <Missed key={id} id={id} onGo={close} />
              ))}
            </ul>
          )}
        </Popover>
      </p>
      <Button
        look="quiet"
        size="icon"
        aria-label={t`Dismiss`}
        tooltip={t`Dismiss`}
        onPress={() => setClosed(true)}
      >
        <Icon of={X} />
      </Button>
    </section>
  );
}

/** An event that was seen, and what was said about it. */
function Missed({ id, onGo }: { readonly id: CardId; readonly onGo: () => void }) {
  const { zone } = useTimeZone();
  const card = useBoard(({ cards }) => cards[id]);
  const remarks = useBoard((board) => board.remarks[id]);
  if (!card) return null;
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <TextButton
        look="plain"
        className="block w-full type-note leading-[1.4]!"
        onPress={() => {
          onGo();
          goTo({ card: id, section: card.section, returnTo: undefined });
        }}
      >
        {itemName(card, zone)}
      </TextButton>
      {remarks && (
        <ul className="mt-1 grid gap-1 border-l-2 border-line pl-3 text-ink-2">
          {remarks.map((remark) => (
            <Words key={remark} id={remark} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Words({ id }: { readonly id: CardId }) {
  const words = useBoard(({ cards }) => cards[id]?.plain);
  return <li className="font-story">{words}</li>;
}
