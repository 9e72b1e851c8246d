import { expect, test } from "vitest";
import { readWhen, typedWhen } from "./read-when.ts";

const berlin = "Europe/Berlin";
const now = Date.parse("2026-03-12T10:20:45Z");
const typed = (date: string, time: string, which: "earlier" | "later" = "earlier") => ({
  date,
  time,
  approx: false,
  which,
});

test("a day and a time are a moment", () => {
  expect(readWhen(typed("2026-03-12", "11:01"), berlin, now)).toEqual({
    ok: true,
    moment: { at: Date.parse("2026-03-12T10:01:00Z"), approx: false },
    note: undefined,
  });
});

test("no time is no time yet, and `~` is about", () => {
  expect(readWhen(typed("2026-03-12", " "), berlin, now)).toMatchObject({ ok: true, moment: null });
  expect(readWhen(typed("2026-03-12", "~11"), berlin, now)).toMatchObject({
    moment: { approx: true },
  });
});

test("now needs no day and is cut to the minute", () => {
  expect(readWhen(typed("", "jetzt"), berlin, now)).toMatchObject({
    moment: { at: Date.parse("2026-03-12T10:20:00Z") },
  });
});

test("what cannot be read says which field", () => {
  expect(readWhen(typed("2026-03-12", "soon"), berlin, now)).toEqual({
    ok: false,
    problem: "time",
  });
  expect(readWhen(typed("", "11:01"), berlin, now)).toEqual({ ok: false, problem: "date" });
});

test("the hour that comes twice asks which, the one that is skipped says how it is read", () => {
  const first = readWhen(typed("2026-10-25", "02:30"), berlin, now);
  const second = readWhen(typed("2026-10-25", "02:30", "later"), berlin, now);
  expect(first).toMatchObject({ note: { kind: "twice" } });
  expect(second.ok && first.ok && (second.moment?.at ?? 0) - (first.moment?.at ?? 0)).toBe(
    3_600_000,
  );
  expect(readWhen(typed("2026-03-29", "02:30"), berlin, now)).toMatchObject({
    note: { kind: "skipped", readAs: "03:30" },
  });
});

test("a moment goes into the fields and comes back the same, both hours of a turned clock too", () => {
  for (const iso of ["2026-03-12T10:01:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) {
    const moment = { at: Date.parse(iso), approx: true };
    expect(readWhen(typedWhen(moment, berlin, ""), berlin, now)).toMatchObject({ moment });
  }
});
