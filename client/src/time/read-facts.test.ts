import * as fc from "fast-check";
import { expect, test } from "vitest";
import { timeText } from "./time-text.ts";
import { readFact, readFacts } from "./read-facts.ts";
import { dateOf, occurrenceOf, toLocal } from "./zoned.ts";

const berlin = "Europe/Berlin";
const at = (iso: string) => Date.parse(`${iso}:00Z`);
/** Two at night in UTC. */
const now = at("2026-11-22T02:03");
const utc = { zone: "UTC", now, events: [] };
const iso = (moment: number | undefined) =>
  moment === undefined ? "none" : new Date(moment).toISOString().slice(0, 16);
const when = (line: string, context: Parameters<typeof readFact>[1] = utc) =>
  iso(readFact(line, context).when?.at);
const shown = (text: string, context = utc) =>
  readFacts(text, context).map((fact) => `${iso(fact.when?.at)} ${fact.text}`);

test("[F2] a time later than now is the day before, an earlier one today", () => {
  expect(when("23:50 x")).toBe("2026-11-21T23:50");
  expect(when("2:03 x")).toBe("2026-11-22T02:03");
  expect(when("2:04 x")).toBe("2026-11-21T02:04");
  expect(when("now x")).toBe("2026-11-22T02:03");
  const tonight = { ...utc, events: [at("2026-11-22T01:30")] };
  expect(when("2:30 x", tonight)).toBe("2026-11-21T02:30"); // an hour from it, and not yet
});

test("[F1] a day that stands in the line counts; without its year it is the last such day", () => {
  expect(when("yesterday 18:00 x")).toBe("2026-11-21T18:00");
  expect(when("vorgestern 18:00 x")).toBe("2026-11-20T18:00");
  expect(when("heute 1:30 x")).toBe("2026-11-22T01:30");
  expect(when("21.11. 23:50 x")).toBe("2026-11-21T23:50");
  expect(when("24.12. 18:00 x")).toBe("2025-12-24T18:00");
  expect(when("29.2. 18:00 x")).toBe("2024-02-29T18:00");
  expect(when("2026-11-21 23:50 x")).toBe("2026-11-21T23:50");
  expect(readFact("30.2. 18:00 x", utc)).toMatchObject({ when: null, text: "30.2. 18:00 x" });
});

test("[F1] times are read in the zone of the screen, unless the line names one", () => {
  const mine = { ...utc, zone: berlin };
  expect(when("2:15 x", mine)).toBe("2026-11-22T01:15");
  expect(when("23:50 UTC x", mine)).toBe("2026-11-21T23:50");
  expect(when("3:15 x", mine)).toBe("2026-11-21T02:15"); // it is 03:03 there
});

test("[F2] a board that has a date draws a time to it, over midnight too", () => {
  const night = [at("2026-03-11T22:52"), at("2026-03-11T23:40"), at("2026-03-12T01:10")];
  const late = { ...utc, events: night };
  expect(when("23:50 x", late)).toBe("2026-03-11T23:50");
  expect(when("0:10 x", late)).toBe("2026-03-12T00:10");
  expect(when("21:00 x", late)).toBe("2026-03-11T21:00");
  expect(when("6:30 x", late)).toBe("2026-03-12T06:30");
  expect(when("14:00 x", late)).toBe("2026-03-12T14:00"); // far from all: the day of the last one
});

test("[F2] below an entry a time comes after it", () => {
  const from = at("2026-03-11T23:40");
  const below = { ...utc, events: [from], after: from };
  expect(when("0:10 x", below)).toBe("2026-03-12T00:10");
  expect(when("23:45 x", below)).toBe("2026-03-11T23:45");
  expect(when("20:00 x", below)).toBe("2026-03-12T20:00");
  expect(when("2:30 x", { ...utc, events: [now], after: now })).toBe("2026-11-21T02:30");
});

test("[F3] lines with times become events, a line without belongs to the one above", () => {
  expect(
    shown("23:50 pager\n23:55 on it\n\n  looks like the pool\n00:10 rollback\n00:40 all well\n"),
  ).toEqual([
    "2026-11-21T23:50 pager",
    "2026-11-21T23:55 on it\n\n  looks like the pool",
    "2026-11-22T00:10 rollback",
    "2026-11-22T00:40 all well",
  ]);
  expect(shown("Notes of the night\nby Ada\r\n23:50 pager")).toEqual([
    "none Notes of the night\nby Ada",
    "2026-11-21T23:50 pager",
  ]);
  expect(shown("one thing\nand another")).toEqual(["none one thing\nand another"]);
  expect(shown("23:50\n00:10 rollback")[0]).toBe("2026-11-21T23:50 23:50");
  expect(shown("23:50\nthe pager rings\n00:10 x")[0]).toBe("2026-11-21T23:50 the pager rings");
});

test("[F3] a night that would end later than now was the night before", () => {
  expect(shown("0:10 a\n1:00 b\n3:00 c")).toEqual([
    "2026-11-21T00:10 a",
    "2026-11-21T01:00 b",
    "2026-11-21T03:00 c",
  ]);
  expect(shown("2026-12-24 18:00 a\n19:00 b")).toEqual([
    "2026-12-24T18:00 a",
    "2026-12-24T19:00 b",
  ]);
});

test("[F3] a line may come a little late; the day goes on with it", () => {
  expect(shown("21.11. 23:58 a\n23:55 b\n0:05 c\n23:59 d")).toEqual([
    "2026-11-21T23:58 a",
    "2026-11-21T23:55 b",
    "2026-11-22T00:05 c",
    "2026-11-21T23:59 d",
  ]);
});

test("[F4] a clock that was turned is said, and read in the order of the lines", () => {
  const autumn = { zone: berlin, now: at("2026-10-26T12:00"), events: [] };
  const back = readFacts("25.10. 2:40 a\n2:10 b\n2:50 c", autumn);
  expect(back.map((fact) => iso(fact.when?.at))).toEqual([
    "2026-10-25T00:40",
    "2026-10-25T01:10",
    "2026-10-25T01:50",
  ]);
  expect(back[0]?.note).toEqual({ kind: "twice" });
  expect(when("25.10. 2:40 a", autumn)).toBe("2026-10-25T00:40");
  expect(iso(readFact("25.10. 2:40 a", autumn, "later").when?.at)).toBe("2026-10-25T01:40");
  expect(readFact("29.3. 2:30 a", autumn)).toMatchObject({
    when: { at: at("2026-03-29T01:30") },
    note: { kind: "skipped", readAs: "03:30" },
  });
});

const moment = fc
  .integer({ min: at("2020-01-01T00:00") / 60_000, max: now / 60_000 })
  .map((m) => m * 60_000);
const zones = fc.constantFrom(
  "UTC",
  berlin,
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
);
const words = fc
  .stringMatching(/^[a-zäöü]{3,9}( [a-z0-9]{1,6}){0,4}$/)
  .filter((text) => !/^(now|jetzt|bis|until|utc|gmt|ce?st|me?sz|cet|mez|uhr)/.test(text));

test("[F1] what a screen shows is read back as the same moment, and the words stay as they were", () => {
  fc.assert(
    fc.property(moment, zones, words, fc.boolean(), (then, zone, text, approx) => {
      const { date } = toLocal(then, zone);
      const line = `${approx ? "~" : ""}${date} ${timeText(then, zone)} ${text}`;
      fc.pre(occurrenceOf(date, toLocal(then, zone).time, zone) === "once");
      const fact = readFact(line, { zone, now, events: [] });
      expect(fact).toEqual({ when: { at: then, approx }, text, note: undefined });
    }),
  );
});

test("[F2] a time without a day shows that time, and is never later than now", () => {
  fc.assert(
    fc.property(
      moment,
      zones,
      fc.array(moment, { maxLength: 4 }),
      fc.option(moment, { nil: undefined }),
      (then, zone, events, after) => {
        const sorted = events.toSorted((a, b) => a - b);
        const fact = readFact(`${timeText(then, zone)} x`, { zone, now, events: sorted, after });
        expect(fact.when?.at).toBeLessThanOrEqual(now);
        if (!fact.note) expect(timeText(fact.when?.at ?? 0, zone)).toBe(timeText(then, zone));
      },
    ),
  );
});

test("[F3] a night keeps its order and its gaps, whatever is read before it", () => {
  fc.assert(
    fc.property(
      moment,
      fc.array(fc.integer({ min: 0, max: 17 * 60 }), { minLength: 1, maxLength: 8 }),
      (start, gaps) => {
        const moments = [start];
        for (const gap of gaps) moments.push((moments.at(-1) ?? start) + gap * 60_000);
        const lines = moments.map((then, index) => `${timeText(then, "UTC")} event ${index}`);
        const read = readFacts(lines.join("\n"), utc);
        const steps = read.map((fact) => (fact.when?.at ?? 0) - (read[0]?.when?.at ?? 0));
        expect(steps).toEqual(moments.map((then) => then - start));
        expect(read.at(-1)?.when?.at).toBeLessThanOrEqual(now);
      },
    ),
  );
});

test("[F3] no word is lost: whatever is pasted stands in the events, or is a time that was read", () => {
  const line = fc.oneof(
    words,
    fc.constant(""),
    words.map((text) => `23:50 ${text}`),
    words.map((text) => `~2:15 ${text}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const facts = readFacts(lines.join("\n"), utc);
      const kept = facts.flatMap(({ text }) => text.split("\n")).filter((text) => text !== "");
      const typed = lines
        .map((text) => text.replace(/^(23:50|~2:15) /, ""))
        .filter((text) => text !== "");
      expect(kept).toEqual(typed);
    }),
  );
});

test("words alone have no time", () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(readFact(text, utc)).toEqual({ when: null, text, note: undefined });
    }),
  );
  expect(dateOf(now, "UTC")).toBe("2026-11-22");
});
