// What the group looks at together: the item in focus, what was in focus before, what was passed over, which items are walked,
// and who takes notes. It names items, never what somebody has or has not looked at.
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readCardId, readParticipantId, type CardId, type ParticipantId } from "../ids.ts";
import type { Control } from "./control.ts";

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

const moment = z.number().check(z.refine(isEpochMs));
const storedSpotlight = z.object({ item: z.string(), since: moment, by: z.string() });
const storedSeen = z.object({ at: moment, isSkipped: z.catch(z.boolean(), false) });

/** Reads it. What cannot be read is as if it were not there. */
export function readFocus({ focus, seen, roster }: Control): FocusState {
  const taker = readParticipantId(focus.get("noteTaker"));
  const onRoster = taker && rosterEntry.safeParse(roster.get(taker));
  return {
    spotlight: readSpotlight(focus.get("spotlight")),
    seen: Object.fromEntries(
      [...seen.entries()].flatMap(([key, value]) => {
        const parsed = storedSeen.safeParse(value);
        const id = readCardId(key);
        return id && parsed.success ? [[id, parsed.data] as const] : [];
      }),
    ),
    walk: focus.get("walk") === "starred" ? "starred" : "all",
    noteTaker: onRoster?.success && onRoster.data.role !== "observer" ? taker : undefined,
  };
}

const rosterEntry = z.object({ role: z.string() });

function readSpotlight(stored: unknown): Spotlight | undefined {
  const parsed = storedSpotlight.safeParse(stored);
  if (!parsed.success) return undefined;
  const item = readCardId(parsed.data.item);
  const by = readParticipantId(parsed.data.by);
  return item && by ? { item, since: parsed.data.since, by } : undefined;
}

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
    .map(([key, value]) => ({ key, at: storedSeen.safeParse(value).data?.at ?? 0 }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, seen.size - max);
  for (const { key } of oldest) seen.delete(key);
}
