// Which columns of Lessons are hidden.
import { useMemo } from "react";
import { isWritingHidden, lessonSections, type LessonSectionId } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";

/** The hidden ones in their order; the same list until one is hidden or revealed. */
export function useHiddenColumns(): readonly LessonSectionId[] {
  const ids = useControl((control) =>
    lessonSections.filter((section) => isWritingHidden(control, section)).join(" "),
  );
  return useMemo(() => lessonSections.filter((id) => ids.split(" ").includes(id)), [ids]);
}
