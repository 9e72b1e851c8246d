// Times of day as people type them: 14:05, 1405, 14.05, 2:15 pm, ~14:05, now. Each reads as the same few numbers.

/** A time of day as it stands on a clock, without a day or a zone. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What somebody typed: a time of day or this very moment, exact or about. */
export type TypedTime =
  | { readonly kind: "clock"; readonly time: ClockTime; readonly approx: boolean }
  | { readonly kind: "now"; readonly approx: boolean };

/** What makes a time approximate, in front of it. */
export const about =
  /^(?:(?:~|≈)\s*|(?:ca\.?|circa|approx\.?|gg\.)\s*(?=\d)|(?:c\.?|ca\.?|circa|zirka|approx\.?|about|around|approximately|etwa|gegen|gg\.?|ungefähr|ungef\.)\s+)/i;
/** What may stand in front of an exact time. */
export const exactly = /^(?:um|at|@)\s+/i;
const clock =
  /^(?<hour>\d{1,2})(?:\s*[:.h]\s*(?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?:h|uhr)?\s*(?<half>[ap]\.?m\.?)?$/i;
const digits = /^(?<hour>\d{1,2})(?<minute>\d{2})\s*(?:h|uhr)?\s*(?<half>[ap]\.?m\.?)?$/i;
const now = /^(?:now|jetzt|gerade|eben)$/i;

/** Reads a typed time of day; undefined for text that is none. A leading `~` (or “about”, “etwa”) makes it approximate. */
export function readTypedTime(text: string): TypedTime | undefined {
  const trimmed = text.trim();
  const bare = trimmed.replace(about, "").trim();
  const approx = bare !== trimmed;
  const rest = bare.replace(exactly, "").trim();
  if (now.test(rest)) return { kind: "now", approx };
  const parts = (clock.exec(rest) ?? digits.exec(rest))?.groups;
  if (!parts) return undefined;
  const hour = hourOfDay(Number(parts["hour"]), parts["half"]);
  const minute = Number(parts["minute"] ?? 0);
  const second = Number(parts["second"] ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return { kind: "clock", time: { hour, minute, second }, approx };
}

/** `14:05`, or `14:05:30` where there are seconds. */
export function clockText({ hour, minute, second }: ClockTime): string {
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** 12 am is midnight, 12 pm is noon; without half of the day it is a clock of 24 hours. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}
