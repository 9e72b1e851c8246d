// How many topics the notes of a column make, once some of them are grouped.
import { Plural } from "@lingui/react/macro";
import { isGroup, type LessonSectionId } from "@secondstory/shared";
import { useBoard } from "../../room/use-room.ts";

/** Stands behind the number of notes. */
export function TopicCount({ section }: { readonly section: LessonSectionId }) {
  const hasGroups = useBoard((board) => board.topics[section].some(isGroup));
  const count = useBoard((board) => board.topics[section].length);
  if (!hasGroups) return null;
  return (
    <>
      {" · "}
      <Plural value={count} one="# topic" other="# topics" />
    </>
  );
}
