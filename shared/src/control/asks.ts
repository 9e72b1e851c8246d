// Observers who have something to add ask to be let write; a facilitator lets them, or says not now.
//
//   (nothing) ──askToWrite──▶ asked ──setRole──▶ (nothing; they write)
//       ▲                       │ └──withdrawAsk, leaving──▶ (nothing)
//       └──(a while)── not now ◀┘ declineAsk
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { done, refuse, type Result } from "../result.ts";
import type { Control } from "./control.ts";

/** Somebody asked to be let write. Both are epoch milliseconds of the server's clock. */
export interface Ask {
  readonly at: number;
  /** When a facilitator said “not now”; null while nobody has answered. */
  readonly declinedAt: number | null;
}

const moment = z.number().check(z.refine(isEpochMs));
const stored = z.object({ at: moment, declinedAt: z.catch(z.nullable(moment), null) });

/** Everybody who asked, by id. */
export function readAsks({ asks }: Control): Readonly<Record<ParticipantId, Ask>> {
  const read: Record<ParticipantId, Ask> = {};
  for (const [key, value] of asks.entries()) {
    const id = readParticipantId(key);
    const parsed = stored.safeParse(value);
    if (id && parsed.success) read[id] = parsed.data;
  }
  return read;
}

/** Refused: somebody said “not now” a moment ago. */
export interface AskedJustNow {
  readonly code: "asked-just-now";
}

/**
 * Asks to be let write. Asking twice is asking once. Refused with `asked-just-now` until `againMs` after a facilitator said
 * “not now”.
 */
export function putAsk(
  control: Control,
  id: ParticipantId,
  at: number,
  againMs = 0,
): Result<void, AskedJustNow> {
  const before = readAsks(control)[id];
  if (before?.declinedAt === null) return done;
  if (before && at - (before.declinedAt ?? 0) < againMs) return refuse({ code: "asked-just-now" });
  control.asks.set(id, { at, declinedAt: null } satisfies Ask);
  return done;
}

/** Takes an ask back, if nobody has answered it. */
export function withdrawAsk(control: Control, id: ParticipantId): Result<void, never> {
  if (readAsks(control)[id]?.declinedAt === null) control.asks.delete(id);
  return done;
}

/** Says “not now”. One that was withdrawn meanwhile, or answered, stays as it is. */
export function declineAsk(control: Control, id: ParticipantId, at: number): Result<void, never> {
  const before = readAsks(control)[id];
  if (before?.declinedAt === null) control.asks.set(id, { ...before, declinedAt: at });
  return done;
}

/** Forgets what somebody asked: they may write now, or are gone. */
export function forgetAsk(control: Control, id: ParticipantId): void {
  if (control.asks.has(id)) control.asks.delete(id);
}
