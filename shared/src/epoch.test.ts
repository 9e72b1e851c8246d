import { expect, test } from "vitest";
import { isEpochMs, maxEpochMs } from "./epoch.ts";

test("a moment is one that a date can name", () => {
  for (const value of [0, -1, 0.5, maxEpochMs, -maxEpochMs]) {
    expect(isEpochMs(value)).toBe(true);
    expect(() => new Date(value).toISOString()).not.toThrow();
  }
  for (const value of [maxEpochMs + 1, Number.NaN, Infinity, "0", 0n, null, undefined])
    expect(isEpochMs(value)).toBe(false);
});
