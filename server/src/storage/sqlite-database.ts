// Opening the database of a folder, holding the folder for this process, and moving what was committed to its place.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sqlite-failure.ts";
import { migrate } from "./sqlite-schema.ts";
import type { SqliteWorkerData } from "./sqlite.ts";
import { StorageFailure } from "./storage.ts";

/** The database in its folder. */
export const databaseName = "second-story.sqlite";

/** What says that the folder is taken. */
export const lockName = "in-use.sqlite";

/** From how many pages in the write-ahead log on they are moved into the database: 4 MB. */
const checkpointPages = 1_000;

/** Opens the database of a folder, making both if need be, and takes the folder for this process. */
export function openDatabase({ folder, maxPages }: SqliteWorkerData) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StorageFailure("disk", `the folder ${folder} cannot be made`, { cause });
  }
  const lock = takeFolder(folder);
  try {
    const database = new DatabaseSync(join(folder, databaseName));
    database.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=0;",
    );
    // what is deleted is overwritten, also in pages that become free: erasing has to mean it
    database.exec("PRAGMA secure_delete=ON");
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count=${maxPages}`);
    migrate(database);
    const close = () => {
      database.close();
      lock.close();
    };
    return { database, checkpointIfDue: checkpointer(database), close };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Moves pages from the write-ahead log into the database once there are many. SQLite would do it within the commit that
 * makes them too many, which then takes several times as long: here that commit is answered first.
 */
function checkpointer(database: DatabaseSync) {
  const size = database.prepare("PRAGMA wal_checkpoint(NOOP)");
  const checkpoint = database.prepare("PRAGMA wal_checkpoint(PASSIVE)");
  return () => {
    try {
      if (Number(size.get()?.["log"]) >= checkpointPages) checkpoint.get();
    } catch {
      // the log keeps what was committed, and grows until the disk takes it; a disk that refuses is told by the next commit
    }
  };
}

/**
 * Takes the folder for this process: a transaction held open on a second, empty database is a lock that the operating
 * system drops when the process dies, however it dies.
 */
export function takeFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, lockName));
  try {
    lock.exec("PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch (error) {
    lock.close();
    if (isBusy(error))
      throw new StorageFailure("in-use", "another process uses this folder", { cause: error });
    throw error;
  }
  return lock;
}
