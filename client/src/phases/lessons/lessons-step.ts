// How far the group is within Lessons, which nobody sets: it follows from what is hidden, voted on and looked at.
import { isVoting, isWritingHidden, lessonSections, type ControlState } from "@secondstory/shared";

export type LessonsStep = "write" | "group" | "vote" | "discuss";

/** The step of the group. */
export function lessonsStep(control: ControlState): LessonsStep {
  if (isVoting(control.vote)) return "vote";
  if (lessonSections.some((section) => isWritingHidden(control, section))) return "write";
  return control.vote ? "discuss" : "group";
}
