// Times, days and durations as text, in the language of the interface.
import type { Language } from "@secondstory/shared";
import { clockText } from "./clock-time.ts";
import { toLocal, type LocalDate } from "./zoned.ts";

/** Day before month and a clock of 24 hours, as on every screen of the product. */
const locales: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };

/** `14:05`: the minute is as exact as an event gets on screen. */
export const timeText = (at: number, zone: string): string =>
  clockText({ ...toLocal(at, zone).time, second: 0 });

/** `Tuesday, 2 July 2019`. */
export const longDateText = (date: LocalDate, language: Language): string =>
  format(date, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** `Tuesday`. */
export const weekdayText = (date: LocalDate, language: Language): string =>
  format(date, language, { weekday: "long" });

/** `Tue 2 July`. */
export const dayText = (date: LocalDate, language: Language): string =>
  format(date, language, { weekday: "short", day: "numeric", month: "long" });

/** `2 July 2019`. */
export const dateText = (date: LocalDate, language: Language): string =>
  format(date, language, { day: "numeric", month: "long", year: "numeric" });

/** `19 Jul` or `19.07.`; with its year when that is not `year`. */
export function shortDateText(date: LocalDate, language: Language, year: number): string {
  const isOtherYear = Number(date.slice(0, 4)) !== year;
  return format(date, language, {
    day: language === "de" ? "2-digit" : "numeric",
    month: language === "de" ? "2-digit" : "short",
    ...(isOtherYear && { year: "numeric" }),
  });
}

/** `Sat 21 Nov` or `Sa 21.11.`; with its year when that is not `year`. */
export const weekdayDateText = (date: LocalDate, language: Language, year: number): string =>
  `${format(date, language, { weekday: "short" }).replace(".", "")} ${shortDateText(date, language, year)}`;

/**
 * `6 h 10 min`, `2 h 03 min`, `24 h`, `3 min`: hours and minutes alone, because a night is counted in them; whole days from
 * three on. Cut to the minute.
 */
export function durationText(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours >= 72) return `${Math.floor(hours / 24)}\u00a0${language === "de" ? "Tage" : "days"}`;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0
    ? `${hours}\u00a0h`
    : `${hours}\u00a0h ${String(rest).padStart(2, "0")}\u00a0min`;
}

/** A zone as people read it: `Europe/Berlin`, `America/New York`, `UTC`. */
export const zoneText = (zone: string): string => zone.replaceAll("_", " ");

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A day has no zone: it is formatted at its own noon in UTC. */
function format(date: LocalDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  const formatter =
    known ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" });
  formatters.set(key, formatter);
  const noon = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(noon) ? date : formatter.format(noon);
}
