// What this browser had seen of a board when somebody left it, in localStorage: the document's own state, so that no clock of
// another decides what is new. This device's clock only tells a return from a reload.
//
//   first visit ──▶ since = now, nothing is new
//   return      ──▶ since = what was seen on leaving
//   reload, or back within minutes ──▶ the same visit goes on, since stays
import { z } from "zod/mini";
import { heardBy, type BoardId, type Heard, type ParticipantId } from "@secondstory/shared";
import type { Session } from "./open-session.ts";

/** Whoever is back within this time has not been away. */
export const sameVisitMs = 10 * 60_000;

const prefix = "second-story:visit:";
const keyOf = (board: BoardId, me: ParticipantId): string => `${prefix}${board}:${me}`;

const heard = z.record(z.string(), z.number());
const stored = z.object({ since: heard, left: heard, leftAt: z.number() });

/** From which state on things are new to this person; undefined on a first visit, or where nothing can be kept. */
export function newSince({ boardId, me }: Session, at: number): Heard | undefined {
  const visit = read(keyOf(boardId, me));
  if (!visit) return undefined;
  return fromRecord(at - visit.leftAt < sameVisitMs ? visit.since : visit.left);
}

/** Keeps what is seen by now. `since` is from where on things are new in this visit; `at` this device's clock. */
export function keepVisit({ boardId, me, board }: Session, since: Heard, at: number): void {
  const visit = { since: toRecord(since), left: toRecord(heardBy(board)), leftAt: at };
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
