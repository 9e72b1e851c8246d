// Marks have one truth: they are events of that kind and exist nowhere else. Facts, intervals, drawing and report all read
// the earliest one here; several of a kind are contested, and shown as such.
import type { CardId } from "../ids.ts";
import { markKinds, type MarkKind, type Moment } from "../sections/timeline.ts";
import type { Card } from "./card.ts";

export interface BoardMark extends Moment {
  /** The event that says so: the earliest of its kind. */
  readonly event: CardId;
  /** Other events of the kind, by time: somebody remembers it otherwise. */
  readonly contestedBy: readonly CardId[];
}

/** Each mark that has a time; a missing one is not known yet. */
export type Marks = Readonly<Partial<Record<MarkKind, BoardMark>>>;

/** Reads the marks from events in the order of time. */
export function readMarks(
  timeline: readonly CardId[],
  cards: Readonly<Record<CardId, Card>>,
): Marks {
  const marks: Partial<Record<MarkKind, BoardMark>> = {};
  for (const kind of markKinds) {
    const events = timeline.flatMap((id) => {
      const card = cards[id];
      if (card?.section !== "timeline" || card.fields.kind !== kind || !card.fields.when) return [];
      return [{ id, when: card.fields.when }];
    });
    const [first, ...others] = events;
    if (first)
      marks[kind] = { ...first.when, event: first.id, contestedBy: others.map(({ id }) => id) };
  }
  return marks;
}
