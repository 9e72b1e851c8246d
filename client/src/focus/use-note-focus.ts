import {
  lessonSections,
  topicOf,
  type BoardState,
  type CardId,
  type SectionId,
  type WalkItem,
} from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
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
  const { boardView } = useSession();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  const may = isTopic && leads && reason === undefined;
  return {
    isTopic,
    isInFocus,
    putInFocus: may ? () => put(topicAt(boardView.getState(), id)) : undefined,
  };
}

/** A note in a group stands for the group. */
function topicAt(board: BoardState, id: CardId): WalkItem {
  const topic = topicOf(board, id);
  return topic ? { id: topic.id, cards: topic.cards } : { id, cards: [id] };
}
