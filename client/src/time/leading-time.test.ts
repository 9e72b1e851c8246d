import { expect, test } from "vitest";
import { clockText } from "./clock-time.ts";
import { readLeadingTime } from "./leading-time.ts";

/** A line as it is read: day, `~`, time, zone | words. */
function said(line: string): string {
  const read = readLeadingTime(line);
  if (!read) return "words";
  const { day, time, zone, words } = read;
  const date =
    day === undefined
      ? ""
      : day.kind === "ago"
        ? `-${day.days} `
        : `${day.year ?? "*"}-${day.month}-${day.day} `;
  const clock = time.kind === "now" ? "now" : clockText(time.time);
  return `${date}${time.approx ? "~" : ""}${clock}${zone ? ` ${zone}` : ""} | ${words}`;
}

test.each([
  ["23:50 pager rings", "23:50 | pager rings"],
  ["23:50", "23:50 | "],
  ["~2:15 db slow", "~02:15 | db slow"],
  ["≈ 2:15 db slow", "~02:15 | db slow"],
  ["now rollback", "now | rollback"],
  ["~now rollback", "~now | rollback"],
  ["yesterday 18:00 deploy", "-1 18:00 | deploy"],
  ["Yesterday at 6 pm deploy", "-1 18:00 | deploy"],
  ["yesterday around 6pm deploy", "-1 ~18:00 | deploy"],
  ["today 9:05: standup", "-0 09:05 | standup"],
  ["the day before yesterday 18:00 x", "-2 18:00 | x"],
  ["2026-11-21 23:50 x", "2026-11-21 23:50 | x"],
  ["2026-11-21T23:50:10Z x", "2026-11-21 23:50:10 UTC | x"],
  ["2026-11-21 23:50:10,123 x", "2026-11-21 23:50:10 | x"],
  ["2026-11-21T23:50:10-05:00 x", "2026-11-21 23:50:10 -05:00 | x"],
  ["2026/11/21 23:50 x", "2026-11-21 23:50 | x"],
  ["Sat 21 Nov 23:50 x", "*-11-21 23:50 | x"],
  ["Nov 21st, 2026, 11:50 pm x", "2026-11-21 23:50 | x"],
  ["23:50:33 x", "23:50:33 | x"],
  ["2:15 pm pager", "14:15 | pager"],
  ["2:15 p.m. pager", "14:15 | pager"],
  ["2pm pager", "14:00 | pager"],
  ["at 2:15 pager", "02:15 | pager"],
  ["about 2:15, db slow", "~02:15 | db slow"],
  ["23:50 UTC pager", "23:50 UTC | pager"],
  ["23:50 CET pager", "23:50 +01:00 | pager"],
  ["23:50+02:00 pager", "23:50 +02:00 | pager"],
  ["[23:50] pager", "23:50 | pager"],
  ["(23:50) pager", "23:50 | pager"],
  ["- 23:50 – pager", "23:50 | pager"],
  ["23:50: pager", "23:50 | pager"],
  ["23:50\tpager", "23:50 | pager"],
  ["23:50 – 00:10 outage", "23:50 | 23:50 – 00:10 outage"],
  ["23:50-00:10 outage", "23:50 | 23:50-00:10 outage"],
  ["23:50 -5 replicas", "23:50 | -5 replicas"],
])("%s", (line, expected) => {
  expect(said(line)).toBe(expected);
});

test.each([
  ["jetzt Rollback", "now | Rollback"],
  ["gestern 18:00 Deployment", "-1 18:00 | Deployment"],
  ["gestern um 18 Uhr Deployment", "-1 18:00 | Deployment"],
  ["gestern gegen 18.30 Uhr Deployment", "-1 ~18:30 | Deployment"],
  ["gestern 18.30 Deployment", "-1 18:30 | Deployment"],
  ["vorgestern 18:00 Deployment", "-2 18:00 | Deployment"],
  ["heute 2:15 Alarm", "-0 02:15 | Alarm"],
  ["23.50 Uhr Alarm", "23:50 | Alarm"],
  ["23:50 Uhr, Alarm", "23:50 | Alarm"],
  ["um 23.50 Alarm", "23:50 | Alarm"],
  ["gg. 2:15 Alarm", "~02:15 | Alarm"],
  ["gg.2:15 Alarm", "~02:15 | Alarm"],
  ["ca. 2:15 Alarm", "~02:15 | Alarm"],
  ["ca.2:15 Alarm", "~02:15 | Alarm"],
  ["ungefähr 2:15 Alarm", "~02:15 | Alarm"],
  ["etwa 2:15 Uhr Alarm", "~02:15 | Alarm"],
  ["21.11. 23:50 Alarm", "*-11-21 23:50 | Alarm"],
  ["21.11.2026 23:50 Uhr Alarm", "2026-11-21 23:50 | Alarm"],
  ["21.11.26, 23:50 Alarm", "2026-11-21 23:50 | Alarm"],
  ["Sa, 21. November 23:50 Alarm", "*-11-21 23:50 | Alarm"],
  ["1. März um 2:15 Alarm", "*-3-1 02:15 | Alarm"],
  ["23:50 MESZ Alarm", "23:50 +02:00 | Alarm"],
])("%s", (line, expected) => {
  expect(said(line)).toBe(expected);
});

test.each([
  "23 users cannot pay",
  "10:1",
  "10:1 votes",
  "1:100 ratio",
  "10:12:5 x",
  "25:00 x",
  "14:60 x",
  "2.15 released",
  "ca. 2.15 Millionen",
  "2 h later",
  "1405 requests failed",
  "16:10-Format",
  "10:12/min",
  "nowhere to be seen",
  "yesterday the deploy failed",
  "gestern fiel es aus",
  "today 5 users called",
  "21.11. Deployment",
  "12 pmc members",
  "500 errors at 23:50",
  "So 23:50 fiel es aus",
  "",
  "   ",
])("“%s” is words", (line) => {
  expect(said(line)).toBe("words");
});
