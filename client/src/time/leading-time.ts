// A line as people type it at night: 23:50 the pager rings, ~2:15 …, gestern gegen 18 Uhr …, 21.11. 23:50 … Cuts the time at
// its beginning from its words; what the time says is read by clock-time.ts. Words without a time stay words: “23 users”,
// “10:1”, “2.15 released”.
import { about, exactly, readTypedTime, type TypedTime } from "./clock-time.ts";

/** The day that stands in a line: so many days ago, or a date, its year often left out. */
export type TypedDay =
  | { readonly kind: "ago"; readonly days: number }
  | {
      readonly kind: "date";
      readonly year: number | undefined;
      readonly month: number;
      readonly day: number;
    };

/** The time at the beginning of a line, and the words after it. */
export interface LeadingTime {
  readonly day: TypedDay | undefined;
  readonly time: TypedTime;
  /** A zone that the line itself names, as Temporal knows it: `UTC`, `+01:00`. */
  readonly zone: string | undefined;
  readonly words: string;
}

/** Reads the time at the beginning of a line; undefined for a line that begins with words. */
export function readLeadingTime(line: string): LeadingTime | undefined {
  const text = line.replace(bullet, "").trim();
  // 10.12 is a day only where a time comes after it; else it may be one itself: 10.12 Uhr.
  return readFrom(text, cutDay) ?? readFrom(text, () => undefined);
}

function readFrom(
  text: string,
  readDay: (cut: Cutter) => TypedDay | undefined,
): LeadingTime | undefined {
  const isBracketed = /^[[(]/.test(text);
  const cut = cutter(isBracketed ? text.slice(1).trimStart() : text);
  const isAbout = cut(about) !== undefined;
  const day = readDay(cut);
  const isAboutAfterDay = cut(about) !== undefined;
  const isMarked = cut(exactly) !== undefined || day !== undefined;
  const token =
    cut(clock) ?? (isMarked ? cut(looseClock) : undefined) ?? (day ? undefined : cut(now));
  const time = token && readTypedTime(token[0]);
  if (!time) return undefined;
  const approx = isAbout || isAboutAfterDay || time.approx;
  const zone = time.kind === "clock" ? cutZone(cut, day) : undefined;
  const after = cut.rest();
  const closed = isBracketed ? /^\s*[\])]/.exec(after) : undefined;
  if (closed === null) return undefined;
  const rest = after.slice(closed?.[0].length ?? 0);
  if (!endsHere.test(rest)) return undefined;
  // The other end of a stretch stays in the words: nothing of what was typed is lost.
  const words = stretch.test(rest) ? text : rest.replace(separator, "").trim();
  return { day, time: { ...time, approx }, zone, words };
}

const bullet = /^\s*(?:[-*•–]\s+)?/;
/** Nothing of a word goes on here; `\\b` knows no ä. */
const end = String.raw`(?![\p{L}\p{N}])`;
const half = String.raw`(?:\s*[ap]\.?m${end}\.?)`;
const hours = String.raw`(?:\s*(?:uhr|h)${end})`;
const seconds = String.raw`(?::\d{2}(?:[.,]\d{1,9})?)?`;
/** What is a time wherever it stands; a dot between hours and minutes needs its “Uhr”, since 2.15 is also a version. */
const clock = new RegExp(
  String.raw`^(?:\d{1,2}:\d{2}${seconds}(?![:.,]?\d)(?:${half}|${hours})?|\d{1,2}[.]\d{2}(?:${half}|\s*uhr${end})|\d{1,2}h\d{2}${end}|\d{1,2}(?:${half}|\s*uhr${end}))`,
  "iu",
);
/** What is a time after a day, or after “at”. */
const looseClock = /^\d{1,2}[.]\d{2}(?![.:,]?\d)/;
const now = /^(?:now|jetzt)(?![\p{L}\p{N}])/iu;

/** After a time the words begin, or the line ends: 16:10-Format is no time, 23:50-00:10 is. */
const endsHere = /^(?:$|\s|[,;|–—](?!$)|[:.](?=\s|$|\p{L})|-(?=\s|\d{1,2}[:.]\d{2}))/u;
const separator = /^\s*[-–—:,;.|]+(?=\s|$)\s*|^[–—:,;|]+|^\s+/;
const stretch = /^\s*(?:[-–—]|bis|to|until)\s*\d{1,2}[:.]\d{2}/i;

const daysAgo: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  yesterday: 1,
  gestern: 1,
  vorgestern: 2,
  "the day before yesterday": 2,
  "day before yesterday": 2,
};
const months = [
  "jan",
  "feb",
  "m[aä]r",
  "apr",
  "ma[iy]",
  "jun",
  "jul",
  "aug",
  "sep",
  "o[ck]t",
  "nov",
  "de[cz]",
];
const month = String.raw`(?<month>${months.join("|")})[a-zä]{0,7}${end}\.?`;
const weekday = String.raw`(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,8}\.?,?\s+)?`;
const then = String.raw`(?:[,\s]+)`;
const dates = [
  String.raw`(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?:T(?=\d)|${then})`,
  String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})(?:\.\s?(?<year>\d{4}|\d{2})|\.|(?!\d))${then}`,
  String.raw`(?<day>\d{1,2})\.?\s+${month}(?:\s+(?<year>\d{4}))?${then}`,
  String.raw`${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?${end}(?:,?\s+(?<year>\d{4})(?!\d))?${then}`,
].map((date) => new RegExp(`^${weekday}${date}`, "iu"));
const dayWord = /^(today|heute|yesterday|gestern|vorgestern|(?:the )?day before yesterday)[,\s]+/i;

type Cutter = ReturnType<typeof cutter>;

/** Cuts what matches from the beginning of a text, piece by piece. */
function cutter(text: string) {
  let rest = text;
  const cut = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest) ?? undefined;
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  return Object.assign(cut, { rest: () => rest });
}

function cutDay(cut: Cutter): TypedDay | undefined {
  const word = cut(dayWord)?.[1]?.toLowerCase();
  if (word !== undefined) return { kind: "ago", days: daysAgo[word] ?? 0 };
  for (const pattern of dates) {
    const groups = cut(pattern)?.groups;
    if (!groups) continue;
    const named = groups["month"] ?? "";
    const byName = months.findIndex((name) => new RegExp(`^${name}`, "i").test(named)) + 1;
    const year = groups["year"];
    return {
      kind: "date",
      year: year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0),
      month: byName || Number(named),
      day: Number(groups["day"]),
    };
  }
  return undefined;
}

/** Zones that mean the same everywhere; EST and its like do not. */
const zones: Readonly<Record<string, string>> = {
  utc: "UTC",
  gmt: "UTC",
  z: "UTC",
  cet: "+01:00",
  mez: "+01:00",
  cest: "+02:00",
  mesz: "+02:00",
};

function cutZone(cut: Cutter, day: TypedDay | undefined): string | undefined {
  const name = cut(/^(?:z|\s*\(?(utc|gmt|cet|cest|mez|mesz)\)?)(?![\p{L}\p{N}+-])/iu);
  if (name) return zones[(name[1] ?? "z").toLowerCase()];
  // A minus after a bare time is a stretch: 23:50-00:10.
  const isIso = day?.kind === "date" && day.year !== undefined;
  const offset = cut(isIso ? /^\s?([+-]\d{2}):?(\d{2})(?!\d)/ : /^\s?([+]\d{2}):?(\d{2})(?!\d)/);
  return offset && `${offset[1]}:${offset[2]}`;
}
