import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "./order.ts";
import { rankBetween } from "./rank-between.ts";
import { sameBits } from "./testing/index.ts";

/** Ranks as they come about: each between two neighbours of those before. */
const anyRanks = fc
  .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 30 })
  .map((spots) => {
    const ranks: string[] = [];
    for (const [spot, seed] of spots) {
      const at = spot % (ranks.length + 1);
      ranks.splice(at, 0, rankBetween(ranks[at - 1], ranks[at], sameBits(seed)));
    }
    return ranks;
  });

test("a rank lies between its neighbours, however often one asks", () =>
  fc.assert(
    fc.property(anyRanks, (ranks) => {
      expect(ranks.toSorted(compareText)).toEqual(ranks);
      expect(new Set(ranks).size).toBe(ranks.length);
    }),
  ));

test("neighbours that are equal or out of order leave no room: the rank comes after the first", () =>
  fc.assert(
    fc.property(anyRanks, fc.nat(), (ranks, seed) => {
      const [low = "", high = ""] = [ranks[0], ranks.at(-1)];
      expect(rankBetween(low, low, sameBits(seed)) > low).toBe(true);
      expect(rankBetween(high, low, sameBits(seed)) > high).toBe(true);
    }),
  ));

test("[R7] a neighbour that cannot be read does not stop anybody, and the other one still counts", () =>
  fc.assert(
    fc.property(anyRanks, fc.string(), fc.nat(), (ranks, junk, seed) => {
      const [rank = ""] = ranks;
      expect(rankBetween(rank, `!${junk}`, sameBits(seed)) > rank).toBe(true);
      expect(rankBetween(`!${junk}`, rank, sameBits(seed)) < rank).toBe(true);
      expect(rankBetween(`!${junk}`, `!${junk}`, sameBits(seed))).not.toBe("");
    }),
  ));

test("two people at one spot get different ranks", () => {
  expect(rankBetween("a0", "a1", sameBits(1))).not.toBe(rankBetween("a0", "a1", sameBits(2)));
});

test("ranks stay short, at the end and at one spot", () => {
  let last: string | undefined;
  let before = "a1";
  const bit = sameBits();
  for (let count = 0; count < 500; count += 1) {
    last = rankBetween(last, undefined, bit);
    before = rankBetween("a0", before, bit);
  }
  expect(last?.length).toBeLessThan(20);
  expect(before.length).toBeLessThan(1500);
});

test("texts are compared by code unit, the same in every language", () => {
  expect(["ä", "b", "Z", "a", "10", "9"].toSorted(compareText)).toEqual([
    "10",
    "9",
    "Z",
    "a",
    "b",
    "ä",
  ]);
  expect(compareText("a", "a")).toBe(0);
});
