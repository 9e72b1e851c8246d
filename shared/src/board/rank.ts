// Where a card goes: ranks at the end of a section or beside another card.
import type { CardId } from "../ids.ts";
import type { RandomBit, Rank } from "../order.ts";
import { rankBetween } from "../rank-between.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import type { BoardState } from "./projection.ts";

/** What stands in a section one below the other: a card, or in the lessons a group. */
export interface Row {
  readonly id: CardId;
  readonly rank: Rank;
}

/** The rows of a section, in order. */
export function rowsOf({ topics, order, cards }: BoardState, section: SectionId): readonly Row[] {
  const lesson = lessonSections.find((id) => id === section);
  if (lesson) return topics[lesson];
  return order[section].flatMap((id) => cards[id] ?? []);
}

/** A rank after everything people see in the section. Two people who append at once both get in, in either order. */
export function rankAtEnd(board: BoardState, section: SectionId, randomBit: RandomBit): Rank {
  const ranks = rowsOf(board, section).map(({ rank }) => rank);
  const last = ranks.reduce<Rank | undefined>(
    (max, rank) => (max === undefined || rank > max ? rank : max),
    undefined,
  );
  return rankBetween(last, undefined, randomBit);
}

/** So many ranks after everything people see in the section, in their order. */
export function ranksAtEnd(
  board: BoardState,
  section: SectionId,
  count: number,
  randomBit: RandomBit,
): readonly Rank[] {
  const ranks: Rank[] = [];
  let last: Rank | undefined;
  for (let made = 0; made < count; made += 1) {
    last =
      last === undefined
        ? rankAtEnd(board, section, randomBit)
        : rankBetween(last, undefined, randomBit);
    ranks.push(last);
  }
  return ranks;
}

/**
 * A rank that puts a card or a group right before row `index` of the section, the moving one itself left out; beyond the last
 * one, at the end.
 */
export function rankAt(
  board: BoardState,
  section: SectionId,
  index: number,
  moving: CardId | undefined,
  randomBit: RandomBit,
): Rank {
  const rows = rowsOf(board, section).filter(({ id }) => id !== moving);
  const spot = Math.min(index, rows.length);
  return rankBetween(rows[spot - 1]?.rank, rows[spot]?.rank, randomBit);
}
