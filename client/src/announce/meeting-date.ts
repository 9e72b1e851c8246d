// When to meet: soon, while memories are fresh. The board proposes days and says kindly when a date is late; the group
// chooses.
// The zone's clock and Temporal itself come from here.
import { dateOf, type LocalDate } from "../time/zoned.ts";

/** After so many days memories have faded. */
const soonDays = 7;

/** The time of day that is proposed: after the morning's calls, before people go. */
export const usualTime = "14:00";

/** How many days lie between two days; below zero the second is before the first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;

/** Saturday or Sunday. */
export const isWeekend = (date: LocalDate): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;

/** The working days after a day, as many as asked for. */
export function nextWorkingDays(after: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = Temporal.PlainDate.from(after); days.length < count;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) days.push(day.toString());
  }
  return days;
}

/**
 * The day to propose: the second working day from here on, so that people can be asked and still remember. Where that would
 * be more than a week after the incident it is the next one.
 */
export function proposedDay(today: LocalDate, incident: LocalDate | undefined): LocalDate {
  const [next = today, second = next] = nextWorkingDays(today, 2);
  return incident === undefined || isSoon(incident, second) ? second : next;
}

/** Whether a day lies within a week after the incident. */
export const isSoon = (incident: LocalDate, day: LocalDate): boolean =>
  daysBetween(incident, day) <= soonDays;

/** The day of the incident in a zone, by its first moment; undefined while no event has a time. */
export const incidentDay = (firstAt: number | undefined, zone: string): LocalDate | undefined =>
  firstAt === undefined ? undefined : dateOf(firstAt, zone);
