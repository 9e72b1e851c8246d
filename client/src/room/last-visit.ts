// What this browser had seen of a board when somebody left it, in localStorage: the document's own state, so that no clock of
// another decides what is new. This device's clock only tells how long somebody was away.
//
//   first visit ───────────▶ nothing is new
//   away under two minutes ─▶ the same visit goes on: what was new stays new
//   away under an hour ────▶ the same visit goes on, and what happened meanwhile is new, too
//   away longer ───────────▶ another visit: what happened meanwhile is new
import { z } from "zod/mini";
import {
  heardBy,
  type BoardId,
  type Heard,
  type ParticipantId,
  type Stretch,
} from "@secondstory/shared";
import type { Session } from "./open-session.ts";

/** A reload or a glance at another app: not worth a word. */
export const glanceMs = 2 * 60_000;
const visitMs = 60 * 60_000;
/** Of a visit with more absences the first ones are not told any more. */
const maxStretches = 5;

const prefix = "second-story:visit:";
const keyOf = (board: BoardId, me: ParticipantId): string => `${prefix}${board}:${me}`;

const heard = z.record(z.string(), z.number());
const stored = z.object({
  stretches: z.array(z.object({ since: heard, upTo: heard })),
  left: heard,
  leftAt: z.number(),
});

/** What this person has not been shown yet. */
export interface Visit {
  /** What was new in this visit so far. */
  readonly stretches: readonly Stretch[];
  /** From here on the absence that has just ended is new; undefined where there was none worth telling. */
  readonly since: Heard | undefined;
}

/** How somebody comes back at a moment of this device's clock; undefined on a first visit, or where nothing can be kept. */
export function comeBack({ boardId, me }: Session, at: number): Visit | undefined {
  const visit = read(keyOf(boardId, me));
  if (!visit) return undefined;
  const awayMs = at - visit.leftAt;
  const stretches = visit.stretches.map(({ since, upTo }) => ({
    since: fromRecord(since),
    upTo: fromRecord(upTo),
  }));
  return {
    stretches: awayMs < visitMs ? stretches.slice(1 - maxStretches) : [],
    since: awayMs < glanceMs ? undefined : fromRecord(visit.left),
  };
}

/** Keeps what is seen by now, and what of it was new; `at` is this device's clock. */
export function keepVisit(
  { boardId, me, board }: Session,
  stretches: readonly Stretch[],
  at: number,
): void {
  const visit: z.infer<typeof stored> = {
    stretches: stretches.map(({ since, upTo }) => ({
      since: toRecord(since),
      upTo: toRecord(upTo),
    })),
    left: toRecord(heardBy(board)),
    leftAt: at,
  };
  try {
    localStorage.setItem(keyOf(boardId, me), JSON.stringify(visit));
  } catch {
    // Where nothing can be kept every visit is a first one: nothing is claimed to be new.
  }
}

/** Drops what is kept of a board, whoever visited it. */
export function forgetVisits(board: BoardId): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`${prefix}${board}:`)) localStorage.removeItem(key);
  } catch {
    // Nothing could be kept.
  }
}

/**
 * Notes in the private document by which client this visit writes, once it does, so that on no device of this person it is
 * news. Answers how to stop.
 */
export function noteOwnClient({ board: { doc }, privateDoc }: Session): () => void {
  const client = String(doc.clientID);
  const note = () => {
    if (!doc.store.clients.has(doc.clientID) || privateDoc.clients.has(client)) return;
    privateDoc.clients.set(client, true);
  };
  note();
  doc.on("afterTransaction", note);
  return () => doc.off("afterTransaction", note);
}

/** The clients by which this person writes, on any device. */
export const ownClients = ({ board: { doc }, privateDoc }: Session): ReadonlySet<number> =>
  new Set([doc.clientID, ...[...privateDoc.clients.keys()].map(Number)]);

function read(key: string): z.infer<typeof stored> | undefined {
  try {
    const parsed = stored.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const toRecord = (clocks: Heard): Record<string, number> =>
  Object.fromEntries([...clocks].map(([client, clock]) => [String(client), clock]));

const fromRecord = (clocks: Record<string, number>): Heard =>
  new Map(Object.entries(clocks).map(([client, clock]) => [Number(client), clock]));
