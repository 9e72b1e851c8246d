// The thread in which the embedded database lives. A group of writes is one transaction, answered once it is on disk;
// reads go one by one in between, so that a commit waits for one of them at most.
//
//   group of writes ──▶ BEGIN, each call, COMMIT (flushed) ──▶ answers ──▶ checkpoint, if the log of the database has grown
import { flushCompileCache } from "node:module";
import type { DatabaseSync } from "node:sqlite";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { openDatabase } from "./sqlite-database.ts";
import { isRefused, storageFailure } from "./sqlite-failure.ts";
import { sqliteCalls, type SqliteCalls } from "./sqlite-calls.ts";
import {
  packed,
  type Order,
  type Outcome,
  type ReadCall,
  type Report,
  type WriteCall,
} from "./sqlite-messages.ts";

type ReadOrder = Extract<Order, { readonly type: "read" }>;

if (parentPort) serve(parentPort);

function serve(port: MessagePort): void {
  const report = (message: Report, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  let opened: ReturnType<typeof openDatabase>;
  try {
    opened = openDatabase(workerData);
  } catch (error) {
    report({ type: "opened", outcome: failed(error) });
    return;
  }
  const { database, checkpointIfDue, close } = opened;
  const calls = sqliteCalls(database);
  const write = groupWriter(database, calls);
  const reads: ReadOrder[] = [];
  report({ type: "opened", outcome: { value: undefined } });
  flushCompileCache(); // a process that is killed would keep nothing of it, and start as slowly as the first time

  port.on("message", (order: Order) => {
    switch (order.type) {
      case "write":
        report({ type: "written", outcomes: write(order.calls) });
        checkpointIfDue();
        return;
      case "read":
        reads.push(order);
        if (reads.length === 1) setImmediate(readNext);
        return;
      case "close":
        while (reads.length > 0) answerRead();
        close();
        report({ type: "closed" });
        port.close();
    }
  });

  function readNext(): void {
    answerRead();
    if (reads.length > 0) setImmediate(readNext);
  }

  function answerRead(): void {
    const order = reads.shift();
    if (!order) return;
    const { outcome, transfer } = read(order.call);
    report({ type: "read", id: order.id, outcome }, transfer);
  }

  function read(call: ReadCall): { outcome: Outcome; transfer: ArrayBuffer[] } {
    try {
      if (call.name === "loadDoc") return loaded(calls.loadDoc(...call.args));
      return { outcome: { value: carryOut(calls, call) }, transfer: [] };
    } catch (error) {
      return { outcome: failed(error), transfer: [] };
    }
  }
}

/** A document on its way to the event loop, where nothing of it is copied. */
function loaded({ state, rows, damaged }: ReturnType<SqliteCalls["loadDoc"]>) {
  const { message, transfer } = packed((visit) =>
    rows.map(({ position, update }) => ({ position, update: visit(update) })),
  );
  return {
    outcome: { value: { state, rows: message, damaged } },
    transfer: [...transfer, ...(state ? [state.buffer] : [])],
  };
}

/**
 * Writes a group in one transaction. A disk that fails takes the whole group; a call that is refused (its board is gone)
 * only itself.
 */
function groupWriter(database: DatabaseSync, calls: SqliteCalls) {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollBack = database.prepare("ROLLBACK");
  const savepoint = database.prepare("SAVEPOINT one_call");
  const release = database.prepare("RELEASE one_call");
  const rollBackOne = database.prepare("ROLLBACK TO one_call");

  return (group: readonly WriteCall[]): readonly Outcome[] => {
    try {
      if (database.isTransaction) rollBack.run(); // a disk so broken that the last one could not even be given up
      begin.run();
      const outcomes = group.map(writeOne);
      commit.run();
      return outcomes;
    } catch (error) {
      abandon();
      const outcome = failed(error);
      return group.map(() => outcome);
    }
  };

  function writeOne(call: WriteCall): Outcome {
    const isWhole = call.name === "append" && call.args[2].length === 1; // one statement, which fails or not
    try {
      if (!isWhole) savepoint.run();
      const value = carryOut(calls, call);
      if (!isWhole) release.run();
      return { value };
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (!isWhole) {
        rollBackOne.run();
        release.run();
        calls.forget();
      }
      return failed(error);
    }
  }

  function abandon(): void {
    calls.forget();
    try {
      if (database.isTransaction) rollBack.run();
    } catch {
      // the next group tries again
    }
  }
}

function carryOut(calls: SqliteCalls, call: ReadCall | WriteCall): unknown {
  // the compiler cannot pair a call's name with its arguments once they are a union
  const method = calls[call.name] as (...args: readonly unknown[]) => unknown;
  return method(...call.args);
}

function failed(error: unknown): Outcome {
  const { code, message } = storageFailure(error);
  return { code, message };
}
