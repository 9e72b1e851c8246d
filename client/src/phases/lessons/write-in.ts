// Where a number key begins a note: for me alone while the column is hidden, before everyone's eyes where it is not.
import { isWritingHidden, type LessonSectionId } from "@secondstory/shared";
import { startComposing } from "../../cards/compose-live.ts";
import type { Session } from "../../room/open-session.ts";
import { startWriting } from "../../sections/hidden/open-draft.ts";

/** Opens the composer of a column. */
export function writeIn(session: Session, section: LessonSectionId): void {
  const isHidden = isWritingHidden(session.controlView.getState(), section);
  (isHidden ? startWriting : startComposing)(session, section);
}
