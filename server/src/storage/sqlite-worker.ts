// The thread in which the embedded database lives. Calls come as messages; writes that wait together are written in one
// transaction, which starts as soon as the last one is done, and are answered once it is on disk.
//
//   waiting calls ──▶ one transaction (a savepoint each) ──▶ COMMIT, flushed ──▶ answers
//        ▲                                                                        │
//        └──────────────── whatever came meanwhile is the next group ◀────────────┘
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { Kysely, sql, SqliteDialect } from "kysely";
import { nodeSqlite } from "./node-sqlite.ts";
import { errorNumber, sqliteCalls, storageFailure, type StorageCalls } from "./sqlite-calls.ts";
import { migrate, type Tables } from "./sqlite-schema.ts";
import { StorageFailure, type StorageFailureCode } from "./storage.ts";

/** A call as it crosses to this thread. `close` is the last one. */
export type CallMessage =
  | {
      [Name in keyof StorageCalls]: {
        readonly id: number;
        readonly name: Name;
        readonly args: Parameters<StorageCalls[Name]>;
      };
    }[keyof StorageCalls]
  | { readonly id: number; readonly name: "close" };

/** What comes back: the first message says whether the database could be opened. */
export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly code: StorageFailureCode; readonly message: string };

/** The answer to a call that nobody made: the database is open. */
const openedId = 0;

type WriteMessage = Exclude<CallMessage, { readonly name: "close" }>;

const writing: ReadonlySet<string> = new Set<keyof StorageCalls>([
  "createBoard",
  "deleteBoard",
  "append",
  "compact",
  "decide",
  "check",
]);

if (parentPort) serve(parentPort);

function serve(port: NonNullable<typeof parentPort>): void {
  let waiting: CallMessage[] = [];
  let isRunning = false;
  const answer = (message: AnswerMessage) => port.postMessage(message);

  let opened: ReturnType<typeof open>;
  try {
    opened = open(workerData);
    answer({ id: openedId, value: undefined });
  } catch (error) {
    answer(failed(openedId, error));
    return;
  }
  const { database, lock, db } = opened;

  port.on("message", (message: CallMessage) => {
    waiting.push(message);
    if (isRunning) return;
    isRunning = true;
    setImmediate(run); // lets the calls of this turn come in, so that they share a transaction
  });

  function run(): void {
    const calls = waiting;
    waiting = [];
    void carryOut(calls).finally(() => {
      isRunning = waiting.length > 0;
      if (isRunning) setImmediate(run);
    });
  }

  async function carryOut(calls: readonly CallMessage[]): Promise<void> {
    const writes: WriteMessage[] = [];
    const reads: WriteMessage[] = [];
    for (const call of calls)
      if (call.name !== "close") (writing.has(call.name) ? writes : reads).push(call);
    if (writes.length > 0) for (const message of await group(writes)) answer(message);
    for (const call of reads) answer(await carryOutOne(db, call));
    const close = calls.find((call) => call.name === "close");
    if (!close) return;
    database.close();
    lock.close();
    answer({ id: close.id, value: undefined });
    port.close();
  }

  /** Writes a group in one transaction. A disk that fails takes the whole group; a board that is gone, only its own calls. */
  async function group(calls: readonly WriteMessage[]): Promise<readonly AnswerMessage[]> {
    try {
      return await db.transaction().execute(async (transaction) => {
        const answers: AnswerMessage[] = [];
        for (const call of calls) {
          await sql`SAVEPOINT one_call`.execute(transaction);
          const message = await carryOutOne(transaction, call);
          if ("code" in message) {
            if (message.code === "disk") throw new StorageFailure("disk", message.message);
            await sql`ROLLBACK TO one_call`.execute(transaction);
          }
          await sql`RELEASE one_call`.execute(transaction);
          answers.push(message);
        }
        return answers;
      });
    } catch (error) {
      return calls.map((call) => failed(call.id, error));
    }
  }
}

async function carryOutOne(db: Kysely<Tables>, call: WriteMessage): Promise<AnswerMessage> {
  try {
    // the compiler cannot pair a call's name with its arguments once they are a union
    const carryOut = sqliteCalls(db)[call.name] as (
      ...args: readonly unknown[]
    ) => Promise<unknown>;
    return { id: call.id, value: await carryOut(...call.args) };
  } catch (error) {
    return failed(call.id, error);
  }
}

function failed(id: number, error: unknown): AnswerMessage {
  const { code, message } = storageFailure(error);
  return { id, code, message };
}

/**
 * Opens the database of a folder and takes the folder for this process: a transaction held open on a second, empty
 * database is a lock that the operating system drops when the process dies, however it dies.
 */
function open({ folder }: { readonly folder: string }) {
  const lock = new DatabaseSync(`${folder}/in-use.sqlite`);
  try {
    lock.exec("PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch (error) {
    lock.close();
    if (errorNumber(error) === 5)
      throw new StorageFailure("in-use", "another process uses this folder", { cause: error });
    throw error;
  }
  const database = new DatabaseSync(`${folder}/second-story.sqlite`);
  database.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;",
  );
  migrate(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(database) }) });
  return { database, lock, db };
}
