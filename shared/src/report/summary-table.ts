// The table under the title: what kind of incident, and when. Times come from the marks, and from nowhere else.
import type { BoardMark } from "../board/marks.ts";
import type { BoardState } from "../board/projection.ts";
import type { Say } from "../sections/section.ts";
import { clockOf, durationText, type Zone } from "./time.ts";

/** The rows that have something to say, as label and value. */
export function summaryRows(
  board: BoardState,
  people: readonly string[],
  zone: Zone,
  say: Say,
): (readonly [string, string])[] {
  const { impact_start: start, detected, acknowledged, mitigated, resolved } = board.marks;
  const end = board.marks.impact_end ?? mitigated;
  const clock = createClock(board, zone, say);
  const { severity } = board.facts;
  const rows: (readonly [string, string | false | undefined])[] = [
    [say("report.date"), clock.day],
    [say("report.severity"), severity !== null && say(`severities.${severity}`)],
    [say("report.impact"), (start ?? end) && clock.range(start, end)],
    [
      say("report.detected"),
      detected &&
        clock.moment(
          detected,
          clock.between(start, detected, "report.afterImpactStart", "report.beforeImpactStart"),
        ),
    ],
    [
      say("report.acknowledged"),
      acknowledged &&
        clock.moment(
          acknowledged,
          clock.between(detected, acknowledged, "report.afterDetection", "report.beforeDetection"),
        ),
    ],
    [say("report.mitigatedResolved"), (mitigated ?? resolved) && clock.halves(mitigated, resolved)],
    [say("report.participants"), people.join(", ")],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

type Words = Parameters<Say>[0];

/** Marks as text. The day stands where it differs from the day of the incident. */
function createClock(board: BoardState, zone: Zone, say: Say) {
  const firstAt = board.marks.impact_start?.at ?? firstEventAt(board);
  const day = firstAt === undefined ? undefined : clockOf(firstAt, zone).day;

  const time = (at: number, approx: boolean, shownDay = day): string => {
    const clock = clockOf(at, zone);
    return `${approx ? "~" : ""}${clock.day === shownDay ? "" : `${clock.day} `}${clock.time}`;
  };
  /** `contested, also 10:05`: other events of this kind, by somebody who remembers it otherwise. */
  const contested = (mark: BoardMark): string[] => {
    const times = mark.contestedBy.flatMap((id) => {
      const card = board.cards[id];
      const when = card?.section === "timeline" ? card.fields.when : null;
      return when ? [time(when.at, when.approx)] : [];
    });
    return times.length === 0
      ? []
      : [say("report.contested").replace("{times}", () => times.join(", "))];
  };
  const withNotes = (mark: BoardMark, shownDay = day): string =>
    time(mark.at, mark.approx, shownDay) + inBrackets(contested(mark));
  /** Both halves, with the zone behind the last one that is known; the other is said to be unknown. */
  const pair = (halves: readonly [string | undefined, string | undefined], between: string) => {
    const last = halves[1] === undefined ? 0 : 1;
    return halves
      .map(
        (half, index) => (half ?? say("report.unknown")) + (index === last ? ` ${zone.label}` : ""),
      )
      .join(` ${between} `);
  };
  const duration = (from: BoardMark, to: BoardMark): string =>
    `${from.approx || to.approx ? "~" : ""}${durationText(from.at, to.at, say)}`;

  return {
    day,
    /** `2026-03-12 10:01 – 10:20 UTC (19 min)` */
    range: (start: BoardMark | undefined, end: BoardMark | undefined): string => {
      const took = start && end && end.at >= start.at ? [duration(start, end)] : [];
      const from = start && withNotes(start, "");
      const to = end && withNotes(end, start ? clockOf(start.at, zone).day : "");
      return pair([from, to], "–") + inBrackets(took);
    },
    /** `10:02 UTC (1 min after impact start)` */
    moment: (mark: BoardMark, notes: readonly string[]): string =>
      `${time(mark.at, mark.approx)} ${zone.label}${inBrackets([...notes, ...contested(mark)])}`,
    /** `10:20 / 10:40 UTC` */
    halves: (first: BoardMark | undefined, second: BoardMark | undefined): string =>
      pair([first && withNotes(first), second && withNotes(second)], "/"),
    /** `1 min after impact start`; which two marks it was measured between is always said. */
    between: (from: BoardMark | undefined, to: BoardMark, after: Words, before: Words): string[] =>
      from ? [`${duration(from, to)} ${say(to.at < from.at ? before : after)}`] : [],
  };
}

const inBrackets = (notes: readonly string[]): string =>
  notes.length === 0 ? "" : ` (${notes.join("; ")})`;

/** The earliest moment of any event: what dates an incident whose impact nobody has marked. */
function firstEventAt(board: BoardState): number | undefined {
  const [first] = board.order.timeline;
  const card = first && board.cards[first];
  return card?.section === "timeline" ? card.fields.when?.at : undefined;
}
