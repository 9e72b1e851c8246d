import { expect, test } from "vitest";
import { dice, median, Samples, slope } from "./statistics.ts";
import { numberText } from "./table.ts";

test("percentiles are values that were measured", () => {
  const samples = new Samples();
  for (let value = 20_000; value > 0; value--) samples.add(value);
  expect(samples.summary()).toEqual({
    count: 20_000,
    p50: 10_001,
    p95: 19_001,
    p99: 19_801,
    max: 20_000,
  });
  expect(new Samples().summary().p99).toBeUndefined();
});

test("the median of an even number lies between the two in the middle", () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 1, 4, 6])).toBe(5);
  expect(median([])).toBeUndefined();
});

test("a straight line has its slope, a flat one none", () => {
  expect(slope([3, 5, 7, 9])).toBe(2);
  expect(slope([3, 3, 3])).toBe(0);
  expect(slope([3])).toBe(0);
});

test("dice fall the same in every run", () => {
  const [one, other] = [dice(5), dice(5)];
  const throws = Array.from({ length: 100 }, () => one());
  expect(throws).toEqual(Array.from({ length: 100 }, () => other()));
  expect(Math.min(...throws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...throws)).toBeLessThan(1);
});

test("numbers have three digits that matter", () => {
  expect([0.4567, 12.345, 1_234.5, 27_485, 0, 8].map(numberText)).toEqual([
    "0.46",
    "12.3",
    "1,235",
    "27,485",
    "0",
    "8",
  ]);
});
