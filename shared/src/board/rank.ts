// Where a card goes: ranks at the end of a section or beside another card.
import type { CardId } from "../ids.ts";
import { rankBetween, type RandomBit, type Rank } from "../order.ts";
import type { SectionId } from "../sections/index.ts";
import type { BoardState } from "./projection.ts";

/** A rank after everything people see in the section. Two people who append at once both get in, in either order. */
export function rankAtEnd(board: BoardState, section: SectionId, randomBit: RandomBit): Rank {
  const ranks = board.order[section].map((id) => board.cards[id]?.rank ?? "");
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
 * A rank that puts a card right before `index` of those people see in the section, the card itself left out; beyond the
 * last one, at the end.
 */
export function rankAt(
  board: BoardState,
  section: SectionId,
  index: number,
  moving: CardId | undefined,
  randomBit: RandomBit,
): Rank {
  const ids = board.order[section].filter((id) => id !== moving);
  const spot = Math.min(index, ids.length);
  const rankOf = (at: number): Rank | undefined => {
    const id = ids[at];
    return id && board.cards[id]?.rank;
  };
  return rankBetween(rankOf(spot - 1), rankOf(spot), randomBit);
}
