// The soft gate before Actions: what is known, what is still open, and a way on all the same. Nothing is locked; it only asks
// whoever moves the meeting there.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import {
  Check,
  CircleQuestionMark,
  Eye,
  SquareParking,
  TextInitial,
  type LucideIcon,
} from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { coverageOf, phaseIds, plainText, timelineItems, walkedOf } from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useBeforeMoving } from "../screen/before-moving.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { openCard } from "./open-card.ts";

/** Once on the board page. Asks before the meeting moves on to Actions, from a phase before them. */
export function GateDialog() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<(goes: boolean) => void>(undefined);
  useBeforeMoving((from, to) => {
    if (to !== "actions" || phaseIds.indexOf(from) > phaseIds.indexOf(to)) return true;
    setOpen(true);
    answer.current?.(false); // one that was still open is answered by the one that comes after it
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  });
  const decide = (goes: boolean) => {
    setOpen(false);
    answer.current?.(goes);
    answer.current = undefined;
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => decide(false)}
      title={t`Is the picture clear enough for actions?`}
      actions={
        <>
          <Button look="ink" onPress={() => decide(true)}>
            <Trans>On to Actions</Trans>
          </Button>
          <Button onPress={() => decide(false)}>
            <Trans>Stay a little</Trans>
          </Button>
        </>
      }
    >
      <Picture onLeave={() => decide(false)} />
    </Dialog>
  );
}

function Picture({ onLeave }: { readonly onLeave: () => void }) {
  const session = useSession();
  const control = useControl((state) => state);
  const board = useBoard((state) => state);
  const walked = walkedOf(timelineItems(board.order.timeline), board, control);
  const coverage = coverageOf(walked, control);
  const unseen = coverage.open.length;
  const questions = board.questions.open;
  const parked = board.order.parking.length;
  const conditions = board.order.factors.length;
  const hasSummary = plainText(board.texts.summary).trim() !== "";
  const firstUnseen = coverage.open[0];
  const firstQuestion = questions[0];
  return (
    <>
      <ul className="grid gap-2.5">
        {coverage.total > 0 && (
          <Line icon={unseen === 0 ? Check : Eye}>
            {control.walk === "starred" ? (
              <Trans>
                Timeline: {coverage.seen} of {coverage.total} starred events seen
              </Trans>
            ) : (
              <Trans>
                Timeline: {coverage.seen} of {coverage.total} events seen
              </Trans>
            )}
            {coverage.skipped > 0 && (
              <>
                {", "}
                <Plural value={coverage.skipped} one="# skipped" other="# skipped" />
              </>
            )}
            {firstUnseen && (
              <ShowThem
                onPress={() => {
                  onLeave();
                  openCard(session, firstUnseen);
                }}
              />
            )}
          </Line>
        )}
        <Line icon={questions.length === 0 ? Check : CircleQuestionMark}>
          {questions.length === 0 ? (
            <Trans>No open questions</Trans>
          ) : (
            <Plural value={questions.length} one="# open question" other="# open questions" />
          )}
          {firstQuestion && (
            <ShowThem
              onPress={() => {
                onLeave();
                openCard(session, firstQuestion);
              }}
            />
          )}
        </Line>
        <Line icon={hasSummary && conditions > 0 ? Check : TextInitial}>
          {!hasSummary ? (
            <Trans>The summary is still empty</Trans>
          ) : conditions === 0 ? (
            <Trans>Summary has text, but no conditions yet</Trans>
          ) : (
            <Plural
              value={conditions}
              one="Summary has text and # condition"
              other="Summary has text and # conditions"
            />
          )}
        </Line>
        {parked > 0 && (
          <Line icon={SquareParking}>
            <Plural
              value={parked}
              one="# parked idea is waiting there"
              other="# parked ideas are waiting there"
            />
          </Line>
        )}
      </ul>
      <p className="mt-4 text-s text-ink-2">
        <Trans>You can come back at any time. Nothing is lost.</Trans>
      </p>
    </>
  );
}

function ShowThem({ onPress }: { readonly onPress: () => void }) {
  return (
    <>
      {" "}
      <TextButton onPress={onPress} className="coarse:min-h-11">
        <Trans>show them</Trans>
      </TextButton>
    </>
  );
}

function Line({ icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon of={icon} className="mt-[.2em] shrink-0" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
