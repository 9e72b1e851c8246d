// What the dock offers whoever leads once the notes are revealed: to open the vote, and then to close it.
import { useLingui } from "@lingui/react/macro";
import { isVoting, lessonSections } from "@secondstory/shared";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useBoard, useControl, useRole } from "../../room/use-room.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import { openVoteDialog } from "../../voting/vote-dialog-state.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";

/** A vote on fewer topics than this decides nothing. */
const fewestTopics = 2;

/** Offers it for as long as the page is shown and the meeting is at Lessons. */
export function useVoteStep(): void {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const isHere = useControl(({ phase }) => phase === "lessons");
  const isFacilitator = useRole() === "facilitator";
  const isHidden = useHiddenColumns(lessonSections).length > 0;
  const vote = useControl((control) => control.vote);
  const topics = useBoard((board) =>
    lessonSections.reduce((sum, section) => sum + board.topics[section].length, 0),
  );
  const mayOffer = isHere && isFacilitator;
  const isOpen = isVoting(vote);
  const { voted, of } = vote?.turnout ?? { voted: 0, of: 0 };
  const isComplete = of > 0 && voted >= of;
  useDockStep(
    mayOffer && isOpen
      ? {
          label: t`Close the vote`,
          disabledReason: reason,
          askOnce: isComplete
            ? undefined
            : of === 0
              ? t`Nobody has voted yet. Press again to close.`
              : t`${voted} of ${of} have voted. Press again to close.`,
          run: () => void request({ type: "closeVote", round: vote.round }),
        }
      : mayOffer && !isHidden && !vote && topics >= fewestTopics
        ? { label: t`Open the vote`, disabledReason: reason, run: openVoteDialog }
        : undefined,
  );
}
