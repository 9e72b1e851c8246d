// Boards in an embedded SQLite database, which lives in a thread of its own (sqlite-worker.ts): the event loop never waits
// for a disk.
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { CommitGroups } from "./commit-groups.ts";
import {
  packed,
  withBytes,
  type Order,
  type Outcome,
  type ReadCall,
  type Report,
  type StorageCalls,
  type WriteCall,
  type WritingCalls,
} from "./sqlite-messages.ts";
import { StorageFailure, type Storage } from "./storage.ts";

/** How the database is used. Whatever is left out has a default that fits one machine. */
export interface SqliteOptions {
  /** How long an append waits for others to go with it while people write steadily. An idle storage writes at once. */
  readonly commitEveryMs?: number;
  /** How many pages of 4 KB the database may have at most, as if the disk were full then. */
  readonly maxPages?: number;
}

/** What the thread is started with. */
export interface SqliteWorkerData extends Pick<SqliteOptions, "maxPages"> {
  readonly folder: string;
}

/** Half of the 20 ms within which an edit goes to the disk: who comes while its log is under way waits twice. */
const defaultCommitEveryMs = 15;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: StorageFailure) => void;
}

/**
 * Opens the database in a folder, making both if need be.
 *
 * Rejects with `in-use` when another process holds the folder, and with `too-new` when a later version wrote it.
 */
export async function openSqliteStorage(
  folder: string,
  { commitEveryMs = defaultCommitEveryMs, maxPages }: SqliteOptions = {},
): Promise<Storage> {
  const thread = startThread({ folder, ...(maxPages !== undefined && { maxPages }) });
  const groups = new CommitGroups(commitEveryMs, (calls) => {
    const { message, transfer } = packed((visit) => calls.map((call) => withBytes(call, visit)));
    send({ type: "write", calls: message }, transfer);
  });
  const reads = new Map<number, Waiting>();
  let lastReadId = 0;
  let isClosed = false;
  const opened = Promise.withResolvers<unknown>();
  const closed = Promise.withResolvers<void>();

  const send = (order: Order, transfer: ArrayBuffer[] = []) => thread.postMessage(order, transfer);
  thread.on("message", (report: Report) => {
    switch (report.type) {
      case "opened":
        settle(opened, report.outcome);
        return;
      case "written":
        groups.answer(report.outcomes);
        return;
      case "read":
        settle(reads.get(report.id), report.outcome);
        reads.delete(report.id);
        return;
      case "closed":
        closed.resolve();
    }
  });
  const end = (cause: unknown) => {
    isClosed = true;
    const failure = new StorageFailure("closed", "the database thread has ended", { cause });
    groups.end(failure);
    for (const { reject } of [opened, ...reads.values()]) reject(failure);
    reads.clear();
    closed.resolve();
  };
  thread.on("error", end);
  thread.on("exit", end);

  const refused = () => Promise.reject(new StorageFailure("closed", "the storage is closed"));
  // the thread answers a call by what the same call returns there, and a call is its name and its arguments
  const write =
    <Name extends keyof WritingCalls>(name: Name) =>
    (...args: Parameters<WritingCalls[Name]>): ReturnType<WritingCalls[Name]> =>
      (isClosed ? refused() : groups.write({ name, args } as WriteCall)) as ReturnType<
        WritingCalls[Name]
      >;
  const read =
    <Name extends ReadCall["name"]>(name: Name) =>
    (...args: Parameters<StorageCalls[Name]>): ReturnType<StorageCalls[Name]> =>
      (isClosed ? refused() : ask({ name, args } as ReadCall)) as ReturnType<StorageCalls[Name]>;
  const ask = (call: ReadCall) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastReadId;
      reads.set(id, { resolve, reject });
      send({ type: "read", id, call });
    });

  await opened.promise;
  return {
    createBoard: write("createBoard"),
    readBoard: read("readBoard"),
    deleteBoard: write("deleteBoard"),
    wasDeleted: read("wasDeleted"),
    noteOpened: write("noteOpened"),
    listUnopened: read("listUnopened"),
    loadDoc: read("loadDoc"),
    append: write("append"),
    compact: write("compact"),
    quarantine: write("quarantine"),
    listDocs: read("listDocs"),
    dropQuarantine: write("dropQuarantine"),
    noteErased: write("noteErased"),
    overwriteDeleted: sharing(read("overwriteDeleted")),
    decide: write("decide"),
    hasSeen: read("hasSeen"),
    listSecrets: read("listSecrets"),
    listLinkUses: read("listLinkUses"),
    findSeat: read("findSeat"),
    useDeviceLink: write("useDeviceLink"),
    check: write("check"),
    async close() {
      if (!isClosed) {
        isClosed = true;
        await groups.settled();
        send({ type: "close" });
      }
      await closed.promise;
    },
  };
}

/** Whoever asks while the task runs shares the next run with all others who do. */
function sharing(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      const started = run();
      running = started.catch(() => undefined); // whoever asked is told
      return started;
    });
    return next;
  };
}

function startThread(workerData: SqliteWorkerData): Worker {
  const cache = getCompileCacheDir();
  return new Worker(new URL("./sqlite-worker.ts", import.meta.url), {
    workerData,
    execArgv: [],
    name: "sqlite",
    // a thread has a compile cache of its own, and only the environment tells it where before its first line is read
    ...(cache && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(cache) } }),
  });
}

function settle(waiting: Waiting | undefined, outcome: Outcome): void {
  if ("code" in outcome) waiting?.reject(new StorageFailure(outcome.code, outcome.message));
  else waiting?.resolve(outcome.value);
}
