import { expect, test } from "vitest";
import { measuredOffset } from "./clock-offset.ts";

const fiveMinutes = 300_000;

test("[T6] the first measurement counts, however wrong this device's clock is", () => {
  expect(measuredOffset(-fiveMinutes, undefined)).toBe(-fiveMinutes);
});

test("[T6] a message that was held up does not move the clock back, a faster one moves it on", () => {
  expect(measuredOffset(fiveMinutes - 900, fiveMinutes)).toBe(fiveMinutes);
  expect(measuredOffset(fiveMinutes + 40, fiveMinutes)).toBe(fiveMinutes + 40);
});

test("[T6] a clock that was set anew is believed", () => {
  expect(measuredOffset(0, fiveMinutes)).toBe(0);
  expect(measuredOffset(fiveMinutes, 0)).toBe(fiveMinutes);
});
