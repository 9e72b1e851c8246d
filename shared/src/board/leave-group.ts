// How a note leaves its group, so that the others stay together: every way of moving a card elsewhere goes through here.
import * as Y from "yjs";
import type { CardId } from "../ids.ts";
import type { Board } from "./board.ts";
import type { Card, Place } from "./card.ts";
import { linkedCards } from "./groups.ts";

/** Cuts what holds a note in its group, within a transaction. Whatever hung on it alone is tied to the group itself. */
export function leaveGroup(
  board: Board,
  cards: Readonly<Record<CardId, Card>>,
  leaving: CardId,
): void {
  const linked = linkedCards(cards).find(({ notes }) => notes.some(({ id }) => id === leaving));
  const [group, ...others] = linked?.heads ?? [];
  if (!linked || !group) return;
  for (const { id, head } of linked.heads)
    if (head?.around === leaving) setKey(board, id, "around", null);
  for (const { id, section, rank, group: own } of linked.notes)
    if (id !== leaving && own !== group.id && group.head?.around !== id)
      setPlace(board, id, { section, rank, group: group.id });
  for (const { id, head } of others)
    if (head?.into !== group.id) setKey(board, id, "into", group.id);
}

/** Puts a card somewhere, within a transaction. */
export function setPlace(board: Board, id: CardId, place: Place): void {
  const last = stored(board, id)?.get("place");
  if (JSON.stringify(last) !== JSON.stringify(place)) setKey(board, id, "place", place);
}

/** Sets one key of a card, within a transaction. */
export const setKey = (board: Board, id: CardId, key: string, value: unknown): void =>
  void stored(board, id)?.set(key, value);

function stored(board: Board, id: CardId): Y.Map<unknown> | undefined {
  const card = board.cards.get(id);
  return card instanceof Y.Map ? card : undefined;
}
