// The times of the events as one value that stays the same object until a time, an event or the order changes: typing in an
// event does not draw the list again.
import type { BoardState, CardId } from "@secondstory/shared";
import type { EventTime } from "./event-rows.ts";

/** Makes a selector of the times of these events, in their order. */
export function eventTimesSelector(
  ids: readonly CardId[],
): (board: BoardState) => readonly EventTime[] {
  let last: readonly EventTime[] = [];
  return (board) => {
    const next = ids.map((id) => timeOf(board, id));
    if (!isSame(next, last)) last = next;
    return last;
  };
}

function timeOf(board: BoardState, id: CardId): EventTime {
  const card = board.cards[id];
  return { id, when: card?.section === "timeline" ? card.fields.when : null };
}

const isSame = (a: readonly EventTime[], b: readonly EventTime[]): boolean =>
  a.length === b.length &&
  a.every(({ id, when }, index) => {
    const other = b[index];
    return id === other?.id && when?.at === other.when?.at && when?.approx === other.when?.approx;
  });
