// The cards of a section as this person sees them.
import { useMemo } from "react";
import {
  compareText,
  readCardId,
  type BoardState,
  type Card,
  type CardId,
  type SectionId,
} from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { useOnMyScreen } from "./editing-card.ts";

/**
 * The ids of a section's cards in order, with the one I am editing even while it is empty, and those I removed a moment ago,
 * and the folded ones, whose words were set aside.
 *
 * The list is the same object until a card comes, goes or moves.
 */
export function useSectionCards(section: SectionId): readonly CardId[] {
  const order = useBoard((board) => board.order[section]);
  const editing = useOnMyScreen((screen) => screen.editing?.id);
  const removed = useOnMyScreen((screen) => screen.removed);
  // As text, which is the same value while the list says the same.
  const withKept = useBoard((board) => {
    const kept = [...board.aside, ...removed, ...(editing === undefined ? [] : [editing])];
    const missing = kept.filter((id) => isMissing(board, section, id));
    return missing.length === 0 ? undefined : inOrder(board, [...order, ...missing]).join(" ");
  });
  return useMemo(
    () => withKept?.split(" ").flatMap((id) => readCardId(id) ?? []) ?? order,
    [withKept, order],
  );
}

const isMissing = (board: BoardState, section: SectionId, id: CardId): boolean =>
  board.cards[id]?.section === section &&
  board.cards[id].head === undefined && // the name of a group is no card of the list
  !board.order[section].includes(id);

const inOrder = (board: BoardState, ids: readonly CardId[]): readonly CardId[] =>
  [...new Set(ids)]
    .flatMap((id) => board.cards[id] ?? [])
    .toSorted(compareCards)
    .map(({ id }) => id);

/** The order of the board itself: by time where there is one, then by rank, then by id. */
function compareCards(a: Card, b: Card): number {
  const byTime = timeOf(a) - timeOf(b);
  return (
    (Number.isNaN(byTime) ? 0 : byTime) || compareText(a.rank, b.rank) || compareText(a.id, b.id)
  );
}

const timeOf = (card: Card): number =>
  card.section === "timeline" ? (card.fields.when?.at ?? Infinity) : 0;
