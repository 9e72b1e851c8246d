// Places in a list that many people change at once: fractional ranks with jitter. Two people who insert at one spot get
// different ranks but for one case in 2^30, and the id decides that one.
import { generateKeyBetween } from "jittered-fractional-indexing";

/** A rank: text that sorts, by code unit, between its neighbours. */
export type Rank = string;

/** Gives one random bit a call. The caller brings it, because the model has no dice. */
export type RandomBit = () => boolean;

/** Sorts by code unit, the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
