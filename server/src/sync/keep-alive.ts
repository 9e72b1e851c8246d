// Finds out who is gone without saying so, and keeps proxies from taking a quiet socket for a dead one.
import type { Session } from "./session.ts";

/** Into so many parts a round is divided, so that the pings of thousands never go out in one turn of the event loop. */
const parts = 32;

/** Pings every session once in `everyMs`, over and over. Gives the function that stops it. */
export function keepAlive(sessions: ReadonlySet<Session>, everyMs: number): () => void {
  let part = 0;
  const timer = setInterval(() => {
    part = (part + 1) % parts;
    for (const session of sessions) if (session.number % parts === part) session.ping();
  }, everyMs / parts);
  timer.unref();
  return () => clearInterval(timer);
}
