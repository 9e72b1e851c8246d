// What the group looks at together: the item in focus, what was in focus before, what was passed over, which items are walked,
// and who takes notes. It names items, never what somebody has or has not looked at.
import { isEpochMs } from "../epoch.ts";
import { readCardId, readParticipantId, type CardId, type ParticipantId } from "../ids.ts";
import type { Control, ControlState } from "./control.ts";

/** The item everybody is shown: an event, a card, or the card that a group is named by. */
export interface Spotlight {
  readonly item: CardId;
  /** Epoch milliseconds, server clock. */
  readonly since: number;
  readonly by: ParticipantId;
}

/** What the group did with an item so far. */
export interface Seen {
  /** Epoch milliseconds, server clock. */
  readonly at: number;
  /** It was passed over on purpose. */
  readonly isSkipped: boolean;
}

/** Which items are stepped through and counted. */
export const walks = ["all", "starred"] as const;

export type Walk = (typeof walks)[number];

/** What the control document says about all this. */
export interface FocusState {
  /** Undefined while nothing is in focus. */
  readonly spotlight: Spotlight | undefined;
  /** Items that were ever in focus or marked by hand, by id; one that was erased since may be among them. */
  readonly seen: Readonly<Record<CardId, Seen>>;
  readonly walk: Walk;
  /** Who writes down what is said. Undefined while nobody does, and where whoever did may not write any more. */
  readonly noteTaker: ParticipantId | undefined;
}

/** Reads it, among the people on the roster. What cannot be read is as if it were not there. */
export function readFocus({ focus, seen }: Control, roster: ControlState["roster"]): FocusState {
  const taker = readParticipantId(focus.get("noteTaker"));
  const role = taker && roster[taker]?.role;
  return {
    spotlight: readSpotlight(focus.get("spotlight")),
    seen: readSeen(seen),
    walk: focus.get("walk") === "starred" ? "starred" : "all",
    noteTaker: role && role !== "observer" ? taker : undefined,
  };
}

function readSpotlight(stored: unknown): Spotlight | undefined {
  const { item, since, by } = fieldsOf(stored);
  const card = readCardId(item);
  const who = readParticipantId(by);
  return card && who && isEpochMs(since) ? { item: card, since, by: who } : undefined;
}

function readSeen(stored: Control["seen"]): FocusState["seen"] {
  const read: Record<CardId, Seen> = {};
  for (const [key, value] of stored.entries()) {
    const id = readCardId(key);
    const { at, isSkipped } = fieldsOf(value);
    if (id && isEpochMs(at)) read[id] = { at, isSkipped: isSkipped === true };
  }
  return read;
}

/** The fields of a stored value; none where it is no record. */
const fieldsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === "object" && stored !== null ? { ...stored } : {};

/** Puts an item in the light, or takes the light away. One value under one key, so that it changes whole. */
export function putSpotlight({ focus }: Control, spotlight: Spotlight | undefined): void {
  focus.set("spotlight", spotlight ?? null);
}

/**
 * Notes what the group did with items. Past `max` items those that were noted first are forgotten first; without a figure there
 * is no limit.
 */
export function noteSeen(
  { seen }: Control,
  items: readonly CardId[],
  mark: Seen,
  max = Infinity,
): void {
  for (const item of items) seen.set(item, mark);
  if (seen.size <= max) return;
  const oldest = [...seen.entries()]
    .map(([key, value]) => ({ key, at: Number(fieldsOf(value)["at"]) || 0 }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, seen.size - max);
  for (const { key } of oldest) seen.delete(key);
}
