// What the dock offers whoever leads while notes are hidden: to reveal them, asked once, because nobody can unread a note.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { HideableSectionId, PhaseId } from "@secondstory/shared";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useAwaited } from "../../ready/use-awaited.ts";
import { useControl, useRole } from "../../room/use-room.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import { useHiddenColumns } from "./use-hidden-columns.ts";

/** Offers the reveal of a phase's columns for as long as its page is shown and the meeting is there. */
export function useRevealStep(phase: PhaseId, columns: readonly HideableSectionId[]): void {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const isHere = useControl((control) => control.phase === phase);
  const isFacilitator = useRole() === "facilitator";
  const hidden = useHiddenColumns(columns);
  const notes = useControl(({ writing }) =>
    hidden.reduce((sum, section) => sum + (writing[section]?.notes ?? 0), 0),
  );
  const label =
    notes === 0
      ? t`Reveal the notes`
      : plural(notes, { one: "Reveal # note", other: "Reveal # notes" });
  const awaited = useAwaited();
  const stillWriting = plural(awaited, {
    one: "# person is still writing. Press again to reveal.",
    other: "# people are still writing. Press again to reveal.",
  });
  useDockStep(
    isHere && isFacilitator && hidden.length > 0
      ? {
          label,
          disabledReason: reason,
          askOnce:
            notes === 0
              ? t`No note has come in yet. Press again to open the columns.`
              : awaited > 0
                ? stillWriting
                : t`Everyone reads all notes then. Press again to reveal.`,
          run: () => void request({ type: "reveal", sections: [...hidden] }),
        }
      : undefined,
  );
}
