// What the dock offers whoever leads while notes are hidden: to reveal them, asked once, because nobody can unread a note.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { lessonSections, type ControlState } from "@secondstory/shared";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useControl, useRole } from "../../room/use-room.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import { useHiddenColumns } from "./use-hidden-columns.ts";

/** Offers the reveal for as long as the page is shown and the meeting is at Lessons. */
export function useRevealStep(): void {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const isHere = useControl(({ phase }) => phase === "lessons");
  const isFacilitator = useRole() === "facilitator";
  const hidden = useHiddenColumns();
  const notes = useControl(notesIn);
  const label =
    notes === 0
      ? t`Reveal the notes`
      : plural(notes, { one: "Reveal # note", other: "Reveal # notes" });
  useDockStep(
    isHere && isFacilitator && hidden.length > 0
      ? {
          label,
          disabledReason: reason,
          askOnce:
            notes === 0
              ? t`No note has come in yet. Press again to open the columns.`
              : t`Everyone reads all notes then. Press again to reveal.`,
          run: () => void request({ type: "reveal", sections: [...hidden] }),
        }
      : undefined,
  );
}

const notesIn = ({ writing }: ControlState): number =>
  lessonSections.reduce((sum, section) => sum + (writing[section]?.notes ?? 0), 0);
