// Places in a list that many people change at once: fractional ranks with jitter. Two people who insert at one spot get
// different ranks but for one case in 2^30, and the id decides that one.

/** A rank: text that sorts, by code unit, between its neighbours. */
export type Rank = string;

/** Gives one random bit a call. The caller brings it, because the model has no dice. */
export type RandomBit = () => boolean;

/** Sorts by code unit, the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
