// Boards that nobody has opened for so long are deleted, if the operator wants that: one after the other, far from whatever
// people wait for.
import type { FastifyBaseLogger } from "fastify";
import type { Audit } from "./audit/audit.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { Storage } from "./storage/storage.ts";

/** How often it is looked for such boards. */
const everyMs = 60 * 60 * 1_000;

/** So many are asked for at once. */
const atOnce = 100;

const dayMs = 24 * 60 * 60 * 1_000;

/** What retention works with. */
export interface RetentionOptions {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly log: FastifyBaseLogger;
  readonly audit: Audit;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly days: number;
}

/** Looks for boards to delete from here on, once an hour. Gives what ends it. */
export function keepRetention(options: RetentionOptions): () => void {
  const { log } = options;
  const look = () =>
    void deleteUnopened(options).catch((error: unknown) =>
      log.error({ err: error }, "boards not deleted"),
    );
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Deletes every board that nobody has opened for so many days. One that is open now is left alone. */
export async function deleteUnopened({
  storage,
  rooms,
  log,
  audit,
  now,
  days,
}: RetentionOptions): Promise<void> {
  let deleted = 0;
  for (;;) {
    const found = await storage.listUnopened(now() - days * dayMs, atOnce);
    for (const board of found) {
      if (rooms.isOpen(board)) await storage.noteOpened(board, now());
      else {
        await rooms.use(board, (room) => room.erase());
        await audit({ event: "delete", board, by: "server" });
        deleted += 1;
        log.info({ board, days }, "board deleted, not opened for so many days");
      }
    }
    if (found.length < atOnce) break;
  }
  if (deleted > 0) await storage.overwriteDeleted();
}
