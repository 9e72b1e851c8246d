// Boards in an embedded SQLite database, which lives in a thread of its own (sqlite-worker.ts): the event loop never waits
// for a disk.
import { mkdir } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { StorageCalls } from "./sqlite-calls.ts";
import type { AnswerMessage, CallMessage } from "./sqlite-worker.ts";
import { StorageFailure, type Storage } from "./storage.ts";

const openedId = 0;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: StorageFailure) => void;
}

/**
 * Opens the database in a folder, making both if need be.
 *
 * Rejects with `in-use` when another process holds the folder, and with `too-new` when a later version wrote it.
 */
export async function openSqliteStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new StorageFailure("disk", `the folder ${folder} cannot be made`, { cause });
  });
  const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), {
    workerData: { folder },
    execArgv: [],
    name: "sqlite",
  });
  const waiting = new Map<number, Waiting>();
  let lastId = openedId;
  let isClosed = false;

  const hasOpened = new Promise<unknown>((resolve, reject) => {
    waiting.set(openedId, { resolve, reject });
  });
  worker.on("message", (message: AnswerMessage) => {
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if ("code" in message) caller?.reject(new StorageFailure(message.code, message.message));
    else caller?.resolve(message.value);
  });
  const end = (cause: unknown) => {
    isClosed = true;
    for (const caller of waiting.values())
      caller.reject(new StorageFailure("closed", "the database thread has ended", { cause }));
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", end);

  const send = (make: (id: number) => CallMessage): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new StorageFailure("closed", "the storage is closed"));
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(make(id));
    });

  const call =
    <Name extends keyof StorageCalls>(name: Name) =>
    (...args: Parameters<StorageCalls[Name]>): ReturnType<StorageCalls[Name]> =>
      // the thread answers a call by what the same call returns there
      send((id) => ({ id, name, args }) as CallMessage) as ReturnType<StorageCalls[Name]>;

  await hasOpened;
  return {
    createBoard: call("createBoard"),
    readBoard: call("readBoard"),
    deleteBoard: call("deleteBoard"),
    loadDoc: call("loadDoc"),
    append: call("append"),
    compact: call("compact"),
    decide: call("decide"),
    hasSeen: call("hasSeen"),
    listSecrets: call("listSecrets"),
    findSeat: call("findSeat"),
    check: call("check"),
    async close() {
      if (isClosed) return;
      await send((id) => ({ id, name: "close" }));
      isClosed = true;
    },
  };
}
