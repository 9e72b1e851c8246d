// Notes to whoever leads the meeting. The server puts each into the private documents of those who are facilitators when it
// comes, so that nobody else ever receives a byte of it; whoever becomes one later does not get it.
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { compareText } from "../order.ts";
import type { Private } from "./private.ts";

/** The longest note, in characters. */
export const maxInboxNoteLength = 5_000;

/** A note that somebody wrote to the facilitators. */
export interface InboxNote {
  /** Made by whoever wrote it. The server delivers a note of one id once. */
  readonly id: string;
  readonly text: string;
  /** Who wrote it; null where they left their name out. */
  readonly by: ParticipantId | null;
  /** When it came: epoch milliseconds of the server, of a note without a name only the hour. */
  readonly at: number;
  /** When its reader put it aside; null while it is new. */
  readonly readAt: number | null;
}

const moment = z.number().check(z.refine(isEpochMs));
const stored = z.object({
  text: z.string(),
  by: z.catch(z.nullable(z.string()), null),
  at: z.catch(moment, 0),
  readAt: z.catch(z.nullable(moment), null),
});

/** Delivers a note. One that is there already stays as it is. */
export function putInboxNote({ inbox }: Private, { id, ...note }: InboxNote): void {
  if (!inbox.has(id)) inbox.set(id, note);
}

/** Puts a note aside, or takes it up again with null. Nothing happens to one that is not there. */
export function markInboxNote(own: Private, id: string, readAt: number | null): void {
  const parsed = stored.safeParse(own.inbox.get(id));
  if (parsed.success) own.inbox.set(id, { ...parsed.data, readAt });
}

/** All notes, the latest first; what cannot be read is left out. */
export function readInbox({ inbox }: Private): readonly InboxNote[] {
  const notes: InboxNote[] = [];
  for (const [id, value] of inbox.entries()) {
    const parsed = stored.safeParse(value);
    if (parsed.success)
      notes.push({ ...parsed.data, id, by: readParticipantId(parsed.data.by) ?? null });
  }
  return notes.toSorted((a, b) => b.at - a.at || compareText(a.id, b.id));
}
