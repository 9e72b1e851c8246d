// Between the moments that are stored (UTC, epoch milliseconds) and what a clock on a wall shows in a zone.
import type { ClockTime } from "./clock-time.ts";

// Every module that works with times comes through here, so this is the one place that makes sure there is Temporal.
// oxlint-disable-next-line import/no-unassigned-import
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

/** A day as `2026-03-29`. */
export type LocalDate = string;

/** How often a clock in the zone shows a local time: clocks are turned forward (never) and back (twice). */
export type Occurrence = "once" | "never" | "twice";

/** Which of two moments is meant where a clock shows the same time twice. */
export type WhichOf = "earlier" | "later";

/** What a clock in a zone shows. */
export interface LocalTime {
  readonly date: LocalDate;
  readonly time: ClockTime;
}

/**
 * The moment at which a clock in the zone shows a local time.
 *
 * A time that the zone skips is read as if the clock had not been turned yet (02:30 becomes 03:30). Undefined for a date
 * that does not exist.
 */
export function toEpochMs(
  date: LocalDate,
  time: ClockTime,
  zone: string,
  which: WhichOf = "earlier",
): number | undefined {
  const local = plainOf(date, time);
  if (!local) return undefined;
  const isSkipped = occurrenceOf(date, time, zone) === "never";
  const disambiguation = isSkipped ? "compatible" : which;
  return local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

/** How often a local time comes in the zone. */
export function occurrenceOf(date: LocalDate, time: ClockTime, zone: string): Occurrence {
  const local = plainOf(date, time);
  if (!local) return "never";
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return "once";
  return earlier.toPlainDateTime().equals(local) ? "twice" : "never";
}

/** What a clock in the zone shows at a moment; milliseconds are dropped. */
export function toLocal(at: number, zone: string): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.trunc(at)).toZonedDateTimeISO(zone);
  const { hour, minute, second } = zoned;
  return { date: zoned.toPlainDate().toString(), time: { hour, minute, second } };
}

/** The day in the zone. */
export const dateOf = (at: number, zone: string): LocalDate => toLocal(at, zone).date;

/** The day so many days later, or earlier; a date that cannot be read stays as it is. */
export function addDays(date: LocalDate, days: number): LocalDate {
  try {
    return Temporal.PlainDate.from(date).add({ days }).toString();
  } catch {
    return date;
  }
}

/** Which of the two it is, for a moment whose local time comes twice; undefined for any other. */
export function whichOf(at: number, zone: string): WhichOf | undefined {
  const { date, time } = toLocal(at, zone);
  if (occurrenceOf(date, time, zone) !== "twice") return undefined;
  const earlier = toEpochMs(date, time, zone, "earlier") ?? at;
  return Math.abs(at - earlier) < 1000 ? "earlier" : "later";
}

/** “Now” is as exact as an event is shown: cut to the minute. */
export const toMinute = (at: number): number => Math.floor(at / 60_000) * 60_000;

/** The zone of this machine; UTC where it names none that is known. */
export function machineZone(): string {
  const zone = Temporal.Now.timeZoneId();
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return "UTC";
  }
}

function plainOf(date: LocalDate, time: ClockTime): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from({ ...time }));
  } catch {
    return undefined;
  }
}
