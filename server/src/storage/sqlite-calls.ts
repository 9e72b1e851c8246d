// Every call of the storage, as the thread of the database carries it out: at once, by prepared statements.
import type { DatabaseSync } from "node:sqlite";
import { sqliteBoards } from "./sqlite-boards.ts";
import { sqliteDocs } from "./sqlite-docs.ts";
import type { StorageCalls } from "./sqlite-messages.ts";
import { StorageFailure } from "./storage.ts";

type AtOnce = {
  readonly [Name in keyof StorageCalls]: (
    ...args: Parameters<StorageCalls[Name]>
  ) => Awaited<ReturnType<StorageCalls[Name]>>;
};

/**
 * The calls of a storage, run on this database without waiting. They throw what SQLite throws, or a `StorageFailure`.
 * After every rollback `forget` has to be called.
 */
export function sqliteCalls(database: DatabaseSync) {
  const docs = sqliteDocs(database);
  const checkpoint = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  return {
    ...docs,
    ...sqliteBoards(database, docs),

    /**
     * Deleted rows are overwritten where they lay (`secure_delete`). When SQLite moves rows between pages it leaves copies of
     * them in the gaps all the same, so the whole file is written anew, and the write-ahead log, which holds older pages, cut.
     */
    overwriteDeleted(): void {
      database.exec("VACUUM");
      if (Number(checkpoint.get()?.["busy"]) !== 0)
        throw new StorageFailure("disk", "the write-ahead log is in use");
    },
  } satisfies AtOnce;
}

/** What the thread can do. */
export type SqliteCalls = ReturnType<typeof sqliteCalls>;
