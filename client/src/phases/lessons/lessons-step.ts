// How far the group is within Lessons, which nobody sets: it follows from what is hidden, voted on and looked at.
import { isWritingHidden, lessonSections, type ControlState } from "@secondstory/shared";

export type LessonsStep = "write" | "group" | "vote" | "discuss";

/** The step of the group. */
export const lessonsStep = (control: ControlState): LessonsStep =>
  lessonSections.some((section) => isWritingHidden(control, section)) ? "write" : "group";
