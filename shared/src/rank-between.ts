// How ranks are made.
import { generateKeyBetween } from "jittered-fractional-indexing";
import type { RandomBit, Rank } from "./order.ts";

/**
 * A rank between two neighbours; undefined stands for the end of the list.
 *
 * Neighbours that are equal, out of order or unreadable (a broken client wrote them) leave no room between them: then the
 * rank comes after `before`, or before `after` if `before` is unreadable, which keeps the list usable.
 */
export function rankBetween(
  before: Rank | undefined,
  after: Rank | undefined,
  randomBit: RandomBit,
): Rank {
  return (
    tryRank(before, after, randomBit) ??
    tryRank(before, undefined, randomBit) ??
    tryRank(undefined, after, randomBit) ??
    generateKeyBetween(null, null, { getRandomBit: randomBit })
  );
}

/** A rank between two neighbours, or undefined if there is none: they are unreadable, or leave no room. */
function tryRank(
  before: Rank | undefined,
  after: Rank | undefined,
  getRandomBit: RandomBit,
): Rank | undefined {
  if (before !== undefined && after !== undefined && before >= after) return undefined;
  try {
    return generateKeyBetween(before ?? null, after ?? null, { getRandomBit });
  } catch {
    return undefined;
  }
}
