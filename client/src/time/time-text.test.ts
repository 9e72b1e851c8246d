import { expect, test } from "vitest";
import { durationText, longDateText, shortDateText, timeText, zoneText } from "./time-text.ts";

test("times are shown on a clock of 24 hours, in the zone", () => {
  const at = Date.parse("2019-07-02T13:42:29Z");
  expect(timeText(at, "UTC")).toBe("13:42");
  expect(timeText(at, "Europe/Berlin")).toBe("15:42");
});

test("days follow the language", () => {
  expect(longDateText("2019-07-02", "en")).toMatch(/^Tuesday,? 2 July 2019$/);
  expect(longDateText("2019-07-02", "de")).toBe("Dienstag, 2. Juli 2019");
  expect(shortDateText("2019-07-19", "en", 2019)).toBe("19 Jul");
  expect(shortDateText("2019-07-19", "de", 2019)).toBe("19.07.");
  expect(shortDateText("2019-07-19", "en", 2020)).toBe("19 Jul 2019");
});

test("durations are hours and minutes", () => {
  const minute = 60_000;
  expect(durationText(370 * minute, "en")).toBe("6\u00a0h 10\u00a0min");
  expect(durationText(123 * minute, "en")).toBe("2\u00a0h 03\u00a0min");
  expect(durationText(120 * minute, "en")).toBe("2\u00a0h");
  expect(durationText(3 * minute, "en")).toBe("3\u00a0min");
  expect(durationText(20_000, "en")).toBe("0\u00a0min");
  expect(durationText(1451 * minute, "en")).toBe("24\u00a0h 11\u00a0min");
  expect(durationText(14_453 * minute, "de")).toBe("10\u00a0Tage");
});

test("zones are readable", () => {
  expect(zoneText("America/New_York")).toBe("America/New York");
});
