// A session that somebody opened before its page came up, as the demo does: the page takes it over instead of opening another.
import type { BoardId, ParticipantId } from "@secondstory/shared";
import { openSession, type Session } from "./open-session.ts";

let held: Session | undefined;

/** Keeps a session for the page that comes next. */
export function holdSession(session: Session): void {
  held?.close();
  held = session;
}

/** The session that was kept for this board, or a new one. */
export function takeSession(board: BoardId, me: ParticipantId): Session {
  const session = held;
  held = undefined;
  if (session?.boardId === board && session.me === me) return session;
  session?.close();
  return openSession(board, me);
}
