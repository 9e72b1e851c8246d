import { lessonSections, type CardId, type SectionId } from "@secondstory/shared";
import { useIsInFocus, useLeadsHere, usePutInFocus } from "./use-focus.ts";

/** What the discussion has to do with a note: nothing, where it is no topic of the lessons. */
export function useNoteFocus(
  id: CardId,
  section: SectionId | undefined,
): {
  readonly isTopic: boolean;
  readonly isInFocus: boolean;
  /** For whoever leads, and undefined for everybody else. */
  readonly putInFocus: (() => void) | undefined;
} {
  const isTopic = lessonSections.some((lesson) => lesson === section);
  const isInFocus = useIsInFocus(id) && isTopic;
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  const may = isTopic && leads && reason === undefined;
  return { isTopic, isInFocus, putInFocus: may ? () => put({ id, cards: [id] }) : undefined };
}
