import { expect, test } from "vitest";
import { dateOf, occurrenceOf, toEpochMs, toLocal, whichOf } from "./zoned.ts";

const berlin = "Europe/Berlin";
const at = (hour: number, minute: number) => ({ hour, minute, second: 0 });

test("a local time is stored as UTC", () => {
  expect(toEpochMs("2026-03-12", at(11, 1), berlin)).toBe(Date.parse("2026-03-12T10:01:00Z"));
  expect(toEpochMs("2026-07-12", at(11, 1), berlin)).toBe(Date.parse("2026-07-12T09:01:00Z"));
  expect(toEpochMs("2026-07-12", at(11, 1), "UTC")).toBe(Date.parse("2026-07-12T11:01:00Z"));
});

test("the time that summer time skips is read as if the clock had not been turned", () => {
  expect(occurrenceOf("2026-03-29", at(2, 30), berlin)).toBe("never");
  const moment = toEpochMs("2026-03-29", at(2, 30), berlin) ?? 0;
  expect(moment).toBe(Date.parse("2026-03-29T01:30:00Z"));
  expect(toLocal(moment, berlin).time).toEqual(at(3, 30));
  expect(toEpochMs("2026-03-29", at(2, 30), berlin, "later")).toBe(moment);
});

test("the hour that comes twice is two moments", () => {
  expect(occurrenceOf("2026-10-25", at(2, 30), berlin)).toBe("twice");
  const first = toEpochMs("2026-10-25", at(2, 30), berlin, "earlier") ?? 0;
  const second = toEpochMs("2026-10-25", at(2, 30), berlin, "later") ?? 0;
  expect(first).toBe(Date.parse("2026-10-25T00:30:00Z"));
  expect(second).toBe(Date.parse("2026-10-25T01:30:00Z"));
  expect(whichOf(first, berlin)).toBe("earlier");
  expect(whichOf(second, berlin)).toBe("later");
  expect(whichOf(first, "UTC")).toBeUndefined();
});

test("every minute around both changes comes back as it was typed, except the skipped hour", () => {
  for (const date of ["2026-03-28", "2026-03-29", "2026-10-25"])
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      const time = at(Math.floor(minute / 60), minute % 60);
      if (occurrenceOf(date, time, berlin) === "never") continue;
      for (const which of ["earlier", "later"] as const)
        expect(toLocal(toEpochMs(date, time, berlin, which) ?? 0, berlin)).toEqual({ date, time });
    }
});

test("the day depends on the zone", () => {
  const midnight = Date.parse("2026-03-11T23:30:00Z");
  expect(dateOf(midnight, "UTC")).toBe("2026-03-11");
  expect(dateOf(midnight, berlin)).toBe("2026-03-12");
});

test("a date that does not exist is no moment", () => {
  expect(toEpochMs("2026-02-30", at(1, 0), "UTC")).toBeUndefined();
  expect(toEpochMs("", at(1, 0), "UTC")).toBeUndefined();
});
