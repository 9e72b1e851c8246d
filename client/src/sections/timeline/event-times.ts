// The times of the events as one value that stays the same object until a time, an event or the order changes: typing in an
// event does not draw the list again.
import type { BoardState, CardId } from "@secondstory/shared";
import type { EventTime } from "./event-rows.ts";

/**
 * Makes a selector of the events and their times, in order. `alsoGone` are events that were removed a moment ago and still
 * hold their place.
 */
export function eventTimesSelector(
  alsoGone: readonly CardId[],
): (board: BoardState) => readonly EventTime[] {
  let last: readonly EventTime[] = [];
  return (board) => {
    const next = withGone(board, alsoGone);
    if (!isSame(next, last)) last = next;
    return last;
  };
}

function withGone(board: BoardState, gone: readonly CardId[]): readonly EventTime[] {
  const times = board.order.timeline.map((id) => timeOf(board, id));
  for (const id of gone) {
    if (board.cards[id]?.removedAt === undefined) continue;
    const event = timeOf(board, id);
    const at = event.when?.at ?? Infinity;
    const index = times.findIndex(({ when }) => (when?.at ?? Infinity) > at);
    times.splice(index === -1 ? times.length : index, 0, event);
  }
  return times;
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
