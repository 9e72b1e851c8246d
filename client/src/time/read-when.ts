// A day and a time as they stand in two fields, read as a moment; and what is still to ask where a clock leaves it open.
import type { Moment } from "@secondstory/shared";
import { clockText, readTypedTime, type ClockTime } from "./clock-time.ts";
import {
  occurrenceOf,
  toEpochMs,
  toLocal,
  toMinute,
  whichOf,
  type LocalDate,
  type WhichOf,
} from "./zoned.ts";

/** What stands in the fields. */
export interface TypedWhen {
  /** `2026-03-29`, or empty. */
  readonly date: LocalDate;
  readonly time: string;
  readonly approx: boolean;
  /** Which of two, where the clock was turned back. */
  readonly which: WhichOf;
}

export type ReadWhen =
  | { readonly ok: true; readonly moment: Moment | null; readonly note: WhenNote | undefined }
  | { readonly ok: false; readonly problem: "time" | "date" };

/** What the zone's clock did at that time: it comes twice, or it was skipped and is read as the time given. */
export type WhenNote =
  | { readonly kind: "twice" }
  | { readonly kind: "skipped"; readonly readAs: string };

/**
 * Reads the fields in a zone. No time at all is no time yet, whatever the day says; a time needs a day, `now` brings its
 * own.
 */
export function readWhen(typed: TypedWhen, zone: string, now: number): ReadWhen {
  if (typed.time.trim() === "") return { ok: true, moment: null, note: undefined };
  const time = readTypedTime(typed.time);
  if (!time) return { ok: false, problem: "time" };
  const approx = typed.approx || time.approx;
  if (time.kind === "now")
    return { ok: true, moment: { at: toMinute(now), approx }, note: undefined };
  const at = toEpochMs(typed.date, time.time, zone, typed.which);
  if (at === undefined) return { ok: false, problem: "date" };
  const note = whenNote(typed.date, time.time, zone, at);
  return { ok: true, moment: { at, approx }, note };
}

/** What there is to say about a time that is read as the moment `at`; undefined for one that came once. */
export function whenNote(
  date: LocalDate,
  time: ClockTime,
  zone: string,
  at: number,
): WhenNote | undefined {
  const occurrence = occurrenceOf(date, time, zone);
  if (occurrence === "twice") return { kind: "twice" };
  return occurrence === "never"
    ? { kind: "skipped", readAs: clockText(toLocal(at, zone).time) }
    : undefined;
}

/** The fields for a moment; for none, the day that is likely. */
export function typedWhen(moment: Moment | null, zone: string, likelyDate: LocalDate): TypedWhen {
  if (!moment) return { date: likelyDate, time: "", approx: false, which: "earlier" };
  const { date, time } = toLocal(moment.at, zone);
  const which = whichOf(moment.at, zone) ?? "earlier";
  return { date, time: clockText(time), approx: moment.approx, which };
}
