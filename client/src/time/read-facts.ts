// What somebody types or pastes as facts, read as events: a line with a time begins one, a line without belongs to the one
// above it. Rules F1 to F6 in docs/rules-facts.md. Pure: now and the zone are arguments.
import type { Moment } from "@secondstory/shared";
import type { ClockTime, TypedTime } from "./clock-time.ts";
import { readLeadingTime, type LeadingTime, type TypedDay } from "./leading-time.ts";
import { likelyMoment, momentBelow, type TimeContext } from "./likely-moment.ts";
import { whenNote, type WhenNote } from "./read-when.ts";
import { addDays, dateOf, toEpochMs, toMinute, type LocalDate, type WhichOf } from "./zoned.ts";

/** One event to be. */
export interface Fact {
  /** Null has no time yet. */
  readonly when: Moment | null;
  /** A paragraph a line; never without the words that were typed. */
  readonly text: string;
  readonly note: WhenNote | undefined;
}

/** Reads one line; the time is undefined where it begins with words, or with a day that does not exist. */
export function readFact(line: string, context: TimeContext, which: WhichOf = "earlier"): Fact {
  const [fact] = readFacts(line, context, which);
  return fact ?? { when: null, text: "", note: undefined };
}

/**
 * Reads lines as events, in their order. Times follow one another: what is read on a day of its own stays there, the others
 * begin on the likely day of the first and never end later than now.
 *
 * `which` is meant where a clock was turned back and nothing above a line tells.
 */
export function readFacts(
  text: string,
  context: TimeContext,
  which: WhichOf = "earlier",
): readonly Fact[] {
  const lines = linesOf(text);
  const read = lines.map(({ time }) => time);
  const dated = read.findIndex(isDated);
  const undated = dated < 0 ? read.length : dated;
  // A night that would end in the future was the one before.
  for (let daysBack = 0; daysBack <= maxDaysBack; daysBack += 1) {
    const moments = momentsOf(read, context, which, daysBack);
    const isLate = moments
      .slice(0, undated)
      .some((moment) => moment !== undefined && moment.at > context.now);
    if (!isLate || daysBack === maxDaysBack) return factsOf(lines, moments);
  }
  return [];
}

/** More days than this no undated list of lines covers. */
const maxDaysBack = 31;

interface Line {
  readonly text: string;
  readonly time: LeadingTime | undefined;
}

const linesOf = (text: string): readonly Line[] =>
  text.split(/\r\n|\r|\n/).map((line) => ({ text: line.trimEnd(), time: readLeadingTime(line) }));

interface ReadMoment extends Moment {
  readonly note: WhenNote | undefined;
}

/** The moment of each line, undefined for one that has none. */
function momentsOf(
  times: readonly (LeadingTime | undefined)[],
  context: TimeContext,
  which: WhichOf,
  daysBack: number,
): readonly (ReadMoment | undefined)[] {
  let above: number | undefined;
  return times.map((leading) => {
    if (!leading) return undefined;
    const moment = momentOf(leading, context, which, above, daysBack);
    if (moment) above = moment.at;
    return moment;
  });
}

function momentOf(
  { day, time, zone: named }: LeadingTime,
  context: TimeContext,
  which: WhichOf,
  above: number | undefined,
  daysBack: number,
): ReadMoment | undefined {
  const zone = named ?? context.zone;
  const { approx } = time;
  if (time.kind === "now") return { at: toMinute(context.now), approx, note: undefined };
  const on = (date: LocalDate): ReadMoment | undefined => {
    const first = toEpochMs(date, time.time, zone, which);
    // Of an hour that came twice, the one that goes on from the line above.
    const isBefore = above !== undefined && first !== undefined && first < above;
    const at = isBefore ? toEpochMs(date, time.time, zone, "later") : first;
    return at === undefined ? undefined : { at, approx, note: whenNote(date, time.time, zone, at) };
  };
  if (day) return on(dateOn(day, time, zone, context));
  if (above !== undefined) return on(dateOf(momentBelow(time.time, above, zone, which), zone));
  const likely = dateOf(likelyMoment(time.time, { ...context, zone }, which), zone);
  return on(addDays(likely, -daysBack));
}

/** The day that a line names. One without a year is the last such day. */
function dateOn(day: TypedDay, time: TypedTime, zone: string, { now }: TimeContext): LocalDate {
  const today = dateOf(now, zone);
  if (day.kind === "ago") return addDays(today, -day.days);
  if (day.year !== undefined) return dateText(day.year, day.month, day.day);
  const thisYear = Number(today.slice(0, 4));
  const clock = time.kind === "clock" ? time.time : noon;
  // Leap days come every four years, at the longest every eight.
  for (let year = thisYear; year >= thisYear - 8; year -= 1) {
    const at = toEpochMs(dateText(year, day.month, day.day), clock, zone);
    if (at !== undefined && at <= now) return dateText(year, day.month, day.day);
  }
  return dateText(thisYear, day.month, day.day);
}

const noon: ClockTime = { hour: 12, minute: 0, second: 0 };

const dateText = (year: number, month: number, day: number): LocalDate =>
  [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");

function factsOf(
  lines: readonly Line[],
  moments: readonly (ReadMoment | undefined)[],
): readonly Fact[] {
  const facts: {
    when: Moment | null;
    note: WhenNote | undefined;
    lines: string[];
    typed: string;
  }[] = [];
  lines.forEach(({ text, time }, index) => {
    const moment = moments[index];
    const last = facts.at(-1);
    if (moment && time) {
      const { at, approx, note } = moment;
      const words = time.words === "" ? [] : [time.words];
      facts.push({ when: { at, approx }, note, lines: words, typed: text.trim() });
    } else if (last) last.lines.push(text);
    else if (text.trim() !== "")
      facts.push({ when: null, note: undefined, lines: [text.trim()], typed: text.trim() });
  });
  return facts.map(({ when, note, lines: words, typed }) => {
    const text = trimBlankLines(words);
    // Among others a time alone still says something; as the only line it waits for its words.
    return { when, note, text: text === "" && facts.length > 1 ? typed : text };
  });
}

function trimBlankLines(lines: readonly string[]): string {
  const isWord = (line: string) => line.trim() !== "";
  return lines
    .slice(0, lines.findLastIndex(isWord) + 1)
    .slice(Math.max(0, lines.findIndex(isWord)))
    .join("\n");
}

const isDated = (leading: LeadingTime | undefined): boolean =>
  leading !== undefined && (leading.day !== undefined || leading.time.kind === "now");
