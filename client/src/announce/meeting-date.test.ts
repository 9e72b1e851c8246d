import { expect, test } from "vitest";
import { daysBetween, isSoon, isWeekend, nextWorkingDays, proposedDay } from "./meeting-date.ts";

// 2026-11-22 is a Sunday.
test("[A12] the proposed day is the second working day, so that people can be asked", () => {
  expect(proposedDay("2026-11-22", "2026-11-21")).toBe("2026-11-24");
  expect(proposedDay("2026-11-19", "2026-11-18")).toBe("2026-11-23"); // over a weekend
  expect(proposedDay("2026-11-22", undefined)).toBe("2026-11-24");
});

test("[A12] where the second working day is more than a week after the incident it is the next one", () => {
  expect(proposedDay("2026-11-24", "2026-11-18")).toBe("2026-11-25");
  expect(proposedDay("2026-11-24", "2026-11-19")).toBe("2026-11-26");
  expect(proposedDay("2026-11-24", "2026-01-01")).toBe("2026-11-25"); // late already: as soon as can be
});

test("a proposal is never today, in the past, or on a weekend", () => {
  for (let day = 1; day <= 30; day++) {
    const today = `2026-11-${String(day).padStart(2, "0")}`;
    for (const incident of [undefined, "2026-10-30", today]) {
      const proposed = proposedDay(today, incident);
      expect(daysBetween(today, proposed)).toBeGreaterThan(0);
      expect(isWeekend(proposed)).toBe(false);
    }
  }
});

test("working days leave the weekend out, over the end of a year too", () => {
  expect(nextWorkingDays("2026-12-30", 3)).toEqual(["2026-12-31", "2027-01-01", "2027-01-04"]);
});

test("seven days after the incident is soon, eight are not", () => {
  expect(isSoon("2026-11-20", "2026-11-27")).toBe(true);
  expect(isSoon("2026-11-20", "2026-11-28")).toBe(false);
  expect(isSoon("2026-11-20", "2026-11-01")).toBe(true);
});
