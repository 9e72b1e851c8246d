// People side by side: who has said to be done with what is going on, who has a hand up, and whose turn it is to speak.
//
//   (not done) ──ready──▶ done ──ready: false, the meeting moves, something is revealed──▶ (not done)
//   (hand down) ──raiseHand──▶ up ──lowerHand, by oneself or by who leads──▶ (hand down)
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import type { Control } from "./control.ts";

/** People, and since when: epoch milliseconds of the server's clock. */
type PeopleSince = Readonly<Record<ParticipantId, number>>;

/** Whose turn it is to speak. */
interface Turn {
  readonly participant: ParticipantId;
  readonly since: number;
}

/** What the control document says of people side by side. */
export interface SideBySide {
  /** Who has said to be done. */
  readonly ready: PeopleSince;
  /** When the last thing began that one can be done with, inside the phase; 0 where that is the phase as a whole. */
  readonly readySince: number;
  /** A hand stays up when the meeting moves: whoever raised it has still not been heard. */
  readonly hands: PeopleSince;
  readonly turn: Turn | undefined;
}

const storedTurn = z.object({ participant: z.string(), since: z.catch(z.number(), 0) });

/** The keys in `floor`. */
const turnKey = "turn";
const sinceKey = "readySince";

/** Reads it; whatever cannot be read is not so. */
export function readSideBySide({ ready, hands, floor }: Control): SideBySide {
  const since = floor.get(sinceKey);
  const turn = storedTurn.safeParse(floor.get(turnKey));
  const speaker = turn.success ? readParticipantId(turn.data.participant) : undefined;
  return {
    ready: readPeople(ready),
    readySince: isEpochMs(since) ? since : 0,
    hands: readPeople(hands),
    turn: turn.success && speaker ? { participant: speaker, since: turn.data.since } : undefined,
  };
}

function readPeople(list: Control["ready"]): PeopleSince {
  const people: Record<ParticipantId, number> = {};
  for (const [key, value] of list.entries()) {
    const id = readParticipantId(key);
    if (id && isEpochMs(value)) people[id] = value;
  }
  return people;
}

/** Puts somebody on a list or takes them off. Saying it twice is saying it once. */
export function setListed(
  list: Control["ready"],
  id: ParticipantId,
  isListed: boolean,
  at: number,
): void {
  if (isListed === list.has(id)) return;
  if (isListed) list.set(id, at);
  else list.delete(id);
}

/** Says whose turn it is; undefined for nobody's. */
export function setTurn({ floor }: Control, turn: Turn | undefined): void {
  if (turn) floor.set(turnKey, turn);
  else if (floor.has(turnKey)) floor.delete(turnKey);
}

/** Something new begins that nobody is done with yet: the meeting moved, notes were revealed, a vote was opened. */
export function clearReady({ doc, ready, floor }: Control, at: number): void {
  doc.transact(() => {
    for (const id of ready.keys()) ready.delete(id);
    floor.set(sinceKey, at);
  });
}

/** Forgets somebody who was removed, left, or only reads from here on. */
export function forgetSideBySide(control: Control, id: ParticipantId): void {
  const { doc, ready, hands } = control;
  doc.transact(() => {
    setListed(ready, id, false, 0);
    setListed(hands, id, false, 0);
    if (readSideBySide(control).turn?.participant === id) setTurn(control, undefined);
  });
}
