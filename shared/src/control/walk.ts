// The walk through what is on the board, one item at a time, and how much of it the group has seen together. It counts items,
// never people.
import type { BoardState } from "../board/projection.ts";
import type { CardId } from "../ids.ts";
import type { ControlState } from "./control.ts";
import { topicsInOrder } from "./tally.ts";

/** What the group looks at in one go: an event, a note, or a group with its notes. */
export interface WalkItem {
  /** What goes into the light. */
  readonly id: CardId;
  /** What is seen with it, and counts: itself, or the notes of the group. */
  readonly cards: readonly CardId[];
}

/** How much of a walk was seen. */
export interface Coverage {
  readonly total: number;
  readonly seen: number;
  readonly skipped: number;
  /** What was neither seen nor passed over, in the order of the walk. */
  readonly open: readonly CardId[];
}

const alone = (id: CardId): WalkItem => ({ id, cards: [id] });

/** The events, in the order of time: `order.timeline` of the board. */
export const timelineItems = (events: readonly CardId[]): readonly WalkItem[] => events.map(alone);

/** The topics of the lessons, as they came out of the vote, then column by column. */
export const lessonItems = (
  board: Pick<BoardState, "topics">,
  control: Pick<ControlState, "vote">,
): readonly WalkItem[] => topicsInOrder(board, control).map(({ id, cards }) => ({ id, cards }));

/** What of these is walked: everything, or what has a star on it or on one of its notes. */
export function walkedOf(
  items: readonly WalkItem[],
  { cards }: Pick<BoardState, "cards">,
  { walk }: Pick<ControlState, "walk">,
): readonly WalkItem[] {
  if (walk === "all") return items;
  return items.filter((item) => [item.id, ...item.cards].some((id) => cards[id]?.isStarred));
}

/** Counts what was seen of these items. Notes of a group that was in focus count, whoever joined the group later too. */
export function coverageOf(
  items: readonly WalkItem[],
  { seen }: Pick<ControlState, "seen">,
): Coverage {
  const counted = items.flatMap(({ id, cards }) =>
    cards.map((card) => ({ id: card, mark: seen[card] ?? seen[id] })),
  );
  return {
    total: counted.length,
    seen: counted.filter(({ mark }) => mark && !mark.isSkipped).length,
    skipped: counted.filter(({ mark }) => mark?.isSkipped).length,
    open: counted.filter(({ mark }) => !mark).map(({ id }) => id),
  };
}

/**
 * The item before or after the one in focus, among those that are walked. `items` are all there are, so that a step from one
 * that is not walked finds its neighbour. Without one in focus it begins at the end it comes from; undefined past the last.
 */
export function stepFrom(
  items: readonly WalkItem[],
  walked: readonly WalkItem[],
  current: CardId | undefined,
  by: 1 | -1,
): WalkItem | undefined {
  const isWalked = new Set(walked.map(({ id }) => id));
  const at = items.findIndex(({ id, cards }) => id === current || cards.some((c) => c === current));
  const rest = at < 0 ? items : by === 1 ? items.slice(at + 1) : items.slice(0, at);
  const going = by === 1 ? rest : rest.toReversed();
  return going.find(({ id }) => isWalked.has(id));
}

/** The next item of which something is open, after the one in focus and then from the beginning; undefined if all was seen. */
export function nextOpen(
  walked: readonly WalkItem[],
  control: Pick<ControlState, "seen">,
  current: CardId | undefined,
): WalkItem | undefined {
  const at = walked.findIndex(({ id }) => id === current);
  const going = [...walked.slice(at + 1), ...walked.slice(0, at + 1)];
  return going.find((item) => coverageOf([item], control).open.length > 0);
}
