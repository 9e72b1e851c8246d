// Times of the report, cut from ISO text: the same bytes on every machine. A zone other than UTC comes in as data.
import type { Say } from "../sections/section.ts";

/** A clock to print times by. Whoever knows the zone's rules fills in its offsets; the report knows no zones. */
export interface Zone {
  /** As it stands in the report: `UTC`, `Europe/Berlin`. */
  readonly label: string;
  /** Minutes ahead of UTC from each moment on (epoch milliseconds), in the order of time; none is UTC. */
  readonly offsets: readonly { readonly from: number; readonly minutes: number }[];
}

/** The clock of a report unless somebody asks for another. */
export const utc: Zone = { label: "UTC", offsets: [] };

export interface Clock {
  /** `2026-03-12` */
  readonly day: string;
  /** `10:01`, cut to the minute. */
  readonly time: string;
}

/** What the clock of a zone shows at a moment. */
export function clockOf(at: number, zone: Zone): Clock {
  const offset = zone.offsets.findLast(({ from }) => from <= at) ?? zone.offsets[0];
  const shown = at + (offset?.minutes ?? 0) * minuteMs;
  const [day = "", time = ""] = new Date(Math.min(maxEpochMs, Math.max(-maxEpochMs, shown)))
    .toISOString()
    .split("T");
  return { day, time: time.slice(0, 5) };
}

/** How long it took, between the minutes that are shown: `19 min`, `1 h 10 min`, `2 d 4 h`. Days are counted from 48 hours. */
export function durationText(fromAt: number, toAt: number, say: Say): string {
  const minutes = Math.abs(Math.floor(toAt / minuteMs) - Math.floor(fromAt / minuteMs));
  const days = minutes >= 48 * 60 ? Math.floor(minutes / (24 * 60)) : 0;
  const hours = Math.floor((minutes - days * 24 * 60) / 60);
  const parts = [
    [days, say("report.days")],
    [hours, say("report.hours")],
    [minutes % 60, say("report.minutes")],
  ] as const;
  const shown = parts.filter(([count]) => count > 0);
  return (shown.length > 0 ? shown : parts.slice(2))
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

const minuteMs = 60_000;

/** The furthest moment a Date can name. */
const maxEpochMs = 8.64e15;
