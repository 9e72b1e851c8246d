import { expect, test } from "vitest";
import { clockDigits, msToNextSecond, wholeSeconds } from "./clock-digits.ts";

test.for([
  [980, "16:20"],
  [72, "01:12"],
  [0, "00:00"],
  [4_500, "75:00"],
  [-1, "+0:01"],
  [-80, "+1:20"],
  [-4_500, "+75:00"],
] as const)("%i seconds left read %s", ([seconds, digits]) => {
  expect(clockDigits(seconds)).toBe(digits);
});

test.for([
  [1_500, 2, 500],
  [1_000, 1, 1_000],
  [1, 1, 1],
  [0, 0, 1_000],
  [-1, 0, 999],
  [-1_000, -1, 1_000],
] as const)("with %i ms left the digits say %i and change after %i ms", ([left, shown, wait]) => {
  expect(wholeSeconds(left) + 0).toBe(shown);
  expect(msToNextSecond(left)).toBe(wait);
  expect(wholeSeconds(left - wait)).toBeLessThanOrEqual(shown);
});
