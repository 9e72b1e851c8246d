// The end of a server: everything on disk first, then every socket closed with 1012, so that clients come back by themselves.
import type { Rooms } from "../rooms/rooms.ts";
import type { Session } from "./session.ts";

/**
 * Drains the rooms and closes the sockets. A disk that hangs gets half of the time; sockets that do not close in the other
 * half are cut off.
 */
export async function drain(
  sessions: ReadonlySet<Session>,
  rooms: Rooms,
  limitMs: number,
): Promise<void> {
  await within(limitMs / 2, [rooms.close()]);
  const gone = [...sessions].map((session) => session.gone());
  for (const session of sessions) session.close("restarting");
  await within(limitMs / 2, gone);
  for (const session of sessions) session.cut();
}

/** Waits until everything is done or has failed, but not for ever. */
async function within(limitMs: number, all: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.allSettled(all), passed]);
  clearTimeout(timer);
}
