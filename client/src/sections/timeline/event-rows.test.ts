import { readCardId, type CardId, type Marks } from "@secondstory/shared";
import { expect, test } from "vitest";
import { eventRows, type EventTime } from "./event-rows.ts";

const id = (text: string): CardId => readCardId(text) as CardId;
const at = (text: string) => Date.parse(`${text}:00Z`);
const event = (name: string, time: string | null): EventTime => ({
  id: id(name),
  when: time === null ? null : { at: at(time), approx: false },
});
const mark = (time: string) => ({ at: at(time), approx: false, event: id("m"), contestedBy: [] });

const night: readonly EventTime[] = [
  event("change", "2018-10-21T22:52"),
  event("impact", "2018-10-21T22:52"),
  event("detected", "2018-10-21T23:02"),
  event("decision", "2018-10-22T00:05"),
  event("mitigated", "2018-10-22T06:24"),
  event("resolved", "2018-10-22T07:03"),
  event("thought", null),
];
const marks: Marks = {
  impact_start: mark("2018-10-21T22:52"),
  mitigated: mark("2018-10-22T06:24"),
  resolved: mark("2018-10-22T07:03"),
};

const drawn = (zone: string, given: Marks = marks) =>
  eventRows(night, given, zone).map((row) => {
    if (row.type === "event") return `${row.id} ${row.before}/${row.after}`;
    if (row.type === "day") return `day ${row.date} ${row.band}`;
    if (row.type === "quiet") return `quiet ${row.durationMs / 60_000} ${row.band}`;
    return row.type;
  });

test("days, events, quiet stretches and the untimed, with the impact band beside them", () => {
  expect(drawn("UTC")).toEqual([
    "day 2018-10-21 none",
    "change none/impact",
    "impact impact/impact",
    "detected impact/impact",
    "day 2018-10-22 impact",
    "decision impact/impact",
    "quiet 379 impact",
    "mitigated impact/tail",
    "resolved tail/none",
    "untimed",
    "thought none/none",
  ]);
});

test("the days are those of the zone", () => {
  expect(drawn("Europe/Berlin").filter((row) => row.startsWith("day"))).toEqual([
    "day 2018-10-22 none",
  ]);
});

test("an impact without a known end goes on", () => {
  const open = { impact_start: marks.impact_start } as Marks;
  expect(drawn("UTC", open)).toContain("mitigated impact/impact");
});

test("without an impact there is no band", () => {
  expect(drawn("UTC", {}).every((row) => !/impact\/|tail/.test(row.replace(/^impact /, "")))).toBe(
    true,
  );
});
