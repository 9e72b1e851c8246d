// Which day is meant by a time without one: [F2] in docs/rules-facts.md. Pure: now, the zone and what is on the board are
// arguments.
import type { ClockTime } from "./clock-time.ts";
import { addDays, dateOf, toEpochMs, toMinute, type LocalDate, type WhichOf } from "./zoned.ts";

/** What a time is read against. */
export interface TimeContext {
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The moments of what is on the board, in order. */
  readonly events: readonly number[];
  /** The entry below which somebody writes: what comes next came after it. */
  readonly after?: number | undefined;
}

/** So far from an entry a time still belongs to the same night, whatever day it falls on. */
const nearMs = 6 * 3_600_000;
/** Entries closer together than this say the same about the day. */
const thinMs = 30 * 60_000;
const dayMs = 24 * 3_600_000;

/**
 * The moment that is most likely meant by a time of day, never later than now.
 *
 * After the entry it is written below; else the nearest within six hours of any entry; else on the day of the last entry;
 * else the last such time before now.
 */
export function likelyMoment(
  time: ClockTime,
  context: TimeContext,
  which: WhichOf = "earlier",
): number {
  const { zone, now, events, after } = context;
  const on = (date: LocalDate): number => toEpochMs(date, time, zone, which) ?? now;
  const past = (moments: readonly number[]) => moments.filter((at) => at <= now);
  if (after !== undefined) {
    const day = dateOf(after, zone);
    const next = past([on(day), on(addDays(day, 1))]).find((at) => at >= toMinute(after));
    if (next !== undefined) return next;
  }
  const near = thinned(events)
    .flatMap((at) => [-1, 0, 1].map((days) => [at, on(addDays(dateOf(at, zone), days))] as const))
    .filter(([at, moment]) => moment <= now && Math.abs(moment - at) <= nearMs)
    .toSorted(([a, one], [b, other]) => Math.abs(one - a) - Math.abs(other - b) || other - one);
  if (near[0]) return near[0][1];
  const last = events.at(-1);
  const today = dateOf(now, zone);
  const days = [...(last === undefined ? [] : [dateOf(last, zone)]), today, addDays(today, -1)];
  return past(days.map(on))[0] ?? on(addDays(today, -2));
}

/** The moment of a time in a line below another: from six hours before that one to eighteen after it. */
export function momentBelow(time: ClockTime, above: number, zone: string, which: WhichOf): number {
  const day = dateOf(above, zone);
  const moments = [-1, 0, 1].map(
    (days) => toEpochMs(addDays(day, days), time, zone, which) ?? above,
  );
  return (
    moments.find((at) => at >= above - nearMs && at < above - nearMs + dayMs) ?? moments[1] ?? above
  );
}

const thinned = (events: readonly number[]): readonly number[] => {
  const kept: number[] = [];
  for (const at of events) if (at - (kept.at(-1) ?? -Infinity) >= thinMs) kept.push(at);
  const last = events.at(-1);
  return last === undefined || kept.at(-1) === last ? kept : [...kept, last];
};
