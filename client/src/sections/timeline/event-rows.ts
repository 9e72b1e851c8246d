// What stands in the list of events, line by line: days, events, quiet stretches, and at the end what has no time yet.
// Pure, so that the rail and the cuts are tested without a screen.
import type { CardId, Marks, Moment } from "@secondstory/shared";
import { dateOf, type LocalDate } from "../../time/zoned.ts";

/** One event's place in time. */
export interface EventTime {
  readonly id: CardId;
  readonly when: Moment | null;
}

/** What the rail beside a line shows: users were hurt, the tail until all was normal, or neither. */
export type Band = "none" | "impact" | "tail";

export type EventRow =
  | { readonly type: "day"; readonly key: string; readonly date: LocalDate; readonly band: Band }
  | {
      readonly type: "event";
      readonly key: string;
      readonly id: CardId;
      /** Above and below the glyph. */
      readonly before: Band;
      readonly after: Band;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    }
  | {
      readonly type: "quiet";
      readonly key: string;
      readonly durationMs: number;
      /** The moment of the entry before it, where a new one begins. */
      readonly from: number;
      readonly band: Band;
    }
  | { readonly type: "untimed"; readonly key: string };

/** A stretch without an entry that is worth a question. */
const quietMs = 2 * 3_600_000;

/** The lines of the list. Events come in the order of time, those without one last. */
export function eventRows(
  events: readonly EventTime[],
  marks: Marks,
  zone: string,
): readonly EventRow[] {
  const rows: EventRow[] = [];
  const timed = events.filter(({ when }) => when !== null);
  let last: { readonly at: number; readonly date: LocalDate } | undefined;
  let band: Band = "none";
  let hasUntimed = false;
  for (const { id, when } of events) {
    if (!when) {
      if (!hasUntimed) rows.push({ type: "untimed", key: "untimed" });
      hasUntimed = true;
      rows.push(eventRow(id, "none", "none", false, false));
      continue;
    }
    const date = dateOf(when.at, zone);
    if (last && when.at - last.at > quietMs)
      rows.push({
        type: "quiet",
        key: `quiet-${id}`,
        durationMs: when.at - last.at,
        from: last.at,
        band,
      });
    if (last?.date !== date) rows.push({ type: "day", key: `day-${date}-${id}`, date, band });
    const after = bandAt(when.at, marks);
    const isLast = id === timed.at(-1)?.id;
    rows.push(eventRow(id, band, isLast ? "none" : after, last === undefined, isLast));
    band = after;
    last = { at: when.at, date };
  }
  return rows;
}

function eventRow(
  id: CardId,
  before: Band,
  after: Band,
  isFirst: boolean,
  isLast: boolean,
): EventRow {
  return { type: "event", key: id, id, before, after, isFirst, isLast };
}

/**
 * What the rail shows from a moment on. An impact whose end nobody has noted goes on until it is resolved, or to the end of
 * what is known.
 */
function bandAt(at: number, marks: Marks): Band {
  const start = marks.impact_start?.at;
  if (start === undefined || at < start) return "none";
  const resolved = marks.resolved?.at ?? Infinity;
  const smaller = marks.mitigated?.at ?? marks.impact_end?.at ?? resolved;
  if (at < smaller) return "impact";
  return at < resolved && resolved !== Infinity ? "tail" : "none";
}
