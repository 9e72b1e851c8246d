// What the composer would add now, and what is still missing. Pure: the context brings the clock.
import { maxEventLength, maxEventsAtOnce } from "@secondstory/shared";
import { clockText, readTypedTime } from "../../time/clock-time.ts";
import type { TimeContext } from "../../time/likely-moment.ts";
import { readFacts, type Fact } from "../../time/read-facts.ts";
import { readWhen, typedWhen, type ReadWhen, type TypedWhen } from "../../time/read-when.ts";
import { dateOf, type WhichOf } from "../../time/zoned.ts";

interface DraftText {
  readonly text: string;
  readonly which: WhichOf;
  readonly byHand: TypedWhen | undefined;
}

/** What stands in the way of adding it; `index` counts from 1. */
export type DraftProblem =
  | { readonly kind: "no-words" }
  | { readonly kind: "when" }
  | { readonly kind: "too-many"; readonly count: number }
  | { readonly kind: "too-long"; readonly index: number; readonly length: number };

export interface ReadDraft {
  readonly facts: readonly Fact[];
  readonly problem: DraftProblem | undefined;
  /** How the fields are read, while day and time have fields of their own. */
  readonly hand: ReadWhen | undefined;
}

/** Reads a draft as the events it would become. */
export function readDraft(draft: DraftText, context: TimeContext): ReadDraft {
  const { byHand, text, which } = draft;
  if (!byHand) {
    const facts = readFacts(text, context, which);
    return { facts, problem: problemOf(facts), hand: undefined };
  }
  const hand = readWhen(byHand, context.zone, context.now);
  const when = hand.ok ? hand.moment : null;
  const note = hand.ok ? hand.note : undefined;
  const facts: readonly Fact[] = [{ when, note, text: text.trim() }];
  return { facts, problem: hand.ok ? problemOf(facts) : { kind: "when" }, hand };
}

/** The same draft with the time in fields, as far as its line says one. */
export function toHand(
  draft: DraftText,
  context: TimeContext,
): { readonly text: string; readonly byHand: TypedWhen } {
  const { facts } = readDraft(draft, context);
  const [fact] = facts;
  const isOne = facts.length === 1;
  const likely = context.after ?? context.events.at(-1) ?? context.now;
  const when = isOne ? (fact?.when ?? null) : null;
  return {
    text: isOne ? (fact?.text ?? "") : draft.text,
    byHand: typedWhen(when, context.zone, dateOf(likely, context.zone)),
  };
}

/** The same draft as one line, which is read as the same moment. */
export function toLine({ text, byHand }: DraftText): string {
  if (!byHand || byHand.time.trim() === "") return text;
  const time = readTypedTime(byHand.time);
  const about = byHand.approx || time?.approx ? "~" : "";
  const said =
    time?.kind === "clock"
      ? `${about}${byHand.date} ${clockText(time.time)}`
      : `${about}${byHand.time.trim()}`;
  return `${said} ${text}`.trim();
}

function problemOf(facts: readonly Fact[]): DraftProblem | undefined {
  if (facts.length > maxEventsAtOnce) return { kind: "too-many", count: facts.length };
  if (!facts.some(({ text }) => text !== "")) return { kind: "no-words" };
  const long = facts.findIndex(({ text }) => text.length > maxEventLength);
  if (long < 0) return undefined;
  return { kind: "too-long", index: long + 1, length: facts[long]?.text.length ?? 0 };
}
