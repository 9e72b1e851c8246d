// How far the group is within Lessons, which nobody sets: it follows from what is hidden, voted on and looked at.
import { isVoting, isWritingHidden, lessonSections } from "@secondstory/shared";
import { useItemInFocus } from "../../focus/use-focus.ts";
import { useBoard, useControl } from "../../room/use-room.ts";

export type LessonsStep = "write" | "group" | "vote" | "discuss";

/** The step of the group. */
export function useLessonsStep(): LessonsStep {
  const inFocus = useItemInFocus();
  const vote = useControl((control) => control.vote);
  const isWriting = useControl((control) =>
    lessonSections.some((section) => isWritingHidden(control, section)),
  );
  const isDiscussing = useBoard(({ cards }) => {
    const section = inFocus && cards[inFocus]?.section;
    return lessonSections.some((lesson) => lesson === section);
  });
  if (isVoting(vote)) return "vote";
  if (isWriting) return "write";
  return isDiscussing || vote ? "discuss" : "group";
}
