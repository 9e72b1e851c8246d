// What every storage must do with documents: keep their order, fold their logs, put aside what cannot be read.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytes, newBoard, updatesOf, type Scene } from "./contract-scene.ts";
import type { DocPath } from "./storage.ts";

type Play = (run: (scene: Scene) => Promise<void>) => () => Promise<void>;

/** The part of the contract that is about documents. */
export function documentContract(withStorage: Play): void {
  test(
    "[S2] a log keeps the order of appending, and positions grow",
    withStorage(async ({ storage, board }) => {
      const positions = await Promise.all([
        storage.append(board, "board", [bytes(1), bytes(2)]),
        storage.append(board, "private/ada" as DocPath, [bytes(9)]),
        storage.append(board, "board", [bytes(3)]),
      ]);
      expect(positions[2]).toBeGreaterThan(positions[0] ?? 0);
      expect(await updatesOf(storage, board, "board")).toEqual([[1], [2], [3]]);
      const { rows } = await storage.loadDoc(board, "board");
      expect(rows.at(-1)?.position).toBe(positions[2]);
      expect(await updatesOf(storage, board, "private/ada" as DocPath)).toEqual([[9]]);
    }),
  );

  test(
    "[S3] compaction takes exactly the rows it folded; later ones stay",
    withStorage(async ({ storage, board }) => {
      const through = await storage.append(board, "board", [bytes(1), bytes(2)]);
      await storage.append(board, "board", [bytes(3)]);
      await storage.compact(board, "board", bytes(12), through);
      const { state, rows } = await storage.loadDoc(board, "board");
      expect([...(state ?? [])]).toEqual([12]);
      expect(rows.map(({ update }) => [...update])).toEqual([[3]]);
      expect(await updatesOf(storage, board, "control")).toEqual([[1, 2, 3]]);
    }),
  );

  test(
    "[S7] whatever is appended and folded in between, a document is its state and then its rows",
    withStorage(async ({ storage, board }) => {
      const step = fc.oneof(
        fc.record({
          type: fc.constant("append" as const),
          count: fc.integer({ min: 1, max: 4 }),
        }),
        fc.record({ type: fc.constant("fold" as const), skip: fc.nat(3) }),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const doc = `private/run-${run++}` as DocPath;
          let written: number[] = []; // one byte an update, so that a state is the bytes that were folded
          let next = 0;
          for (const { type, ...how } of steps) {
            if (type === "append" && "count" in how) {
              const numbers = Array.from({ length: how.count }, () => next++ % 256);
              await storage.append(
                board,
                doc,
                numbers.map((number) => bytes(number)),
              );
              written = [...written, ...numbers];
            } else if ("skip" in how) {
              const { state, rows } = await storage.loadDoc(board, doc);
              const folded = rows.slice(0, Math.max(0, rows.length - how.skip));
              const last = folded.at(-1);
              if (!last) continue;
              const all = [...(state ?? []), ...folded.flatMap(({ update }) => [...update])];
              await storage.compact(board, doc, bytes(...all), last.position);
            }
          }
          const { state, rows } = await storage.loadDoc(board, doc);
          expect([...(state ?? []), ...rows.flatMap(({ update }) => [...update])]).toEqual(written);
        }),
        { numRuns: 30 },
      );
    }),
  );

  test(
    "[S3] what is appended while a document is folded stays, in order",
    withStorage(async ({ storage, board }) => {
      const through = await storage.append(board, "board", [bytes(1), bytes(2)]);
      await Promise.all([
        storage.append(board, "board", [bytes(3)]),
        storage.compact(board, "board", bytes(1, 2), through),
        storage.append(board, "board", [bytes(4), bytes(5)]),
      ]);
      const { state, rows } = await storage.loadDoc(board, "board");
      expect([...(state ?? [])]).toEqual([1, 2]);
      expect(rows.map(({ update }) => [...update])).toEqual([[3], [4], [5]]);
      await storage.compact(board, "board", bytes(1, 2, 3), rows[0]?.position ?? 0);
      expect(await updatesOf(storage, board, "board")).toEqual([[4], [5]]);
    }),
  );

  test(
    "[S2] no write overtakes one that was asked for before it",
    withStorage(async ({ storage, board, other }) => {
      const first = storage.append(board, "board", [bytes(1)]);
      const second = storage.decide(board, {
        at: 1,
        updates: [{ doc: "board", update: bytes(2) }],
      });
      const third = storage.append(board, "board", [bytes(3)]);
      expect(await second).toBeGreaterThan(await first);
      expect(await third).toBeGreaterThan((await second) ?? 0);
      expect(await updatesOf(storage, board, "board")).toEqual([[1], [2], [3]]);

      const [made, kept, isDeleted, late] = await Promise.allSettled([
        storage.createBoard(newBoard(other)),
        storage.append(other, "board", [bytes(1)]),
        storage.deleteBoard(other, 1),
        storage.append(other, "board", [bytes(2)]),
      ]);
      expect([made.status, kept.status]).toEqual(["fulfilled", "fulfilled"]);
      expect(isDeleted).toEqual({ status: "fulfilled", value: true });
      expect(late).toMatchObject({ status: "rejected", reason: { code: "board-gone" } });
    }),
  );

  test(
    "a board that is gone costs nobody else a write",
    withStorage(async ({ storage, board, other }) => {
      const [before, gone, goneToo, after] = await Promise.allSettled([
        storage.append(board, "board", [bytes(1)]),
        storage.append(other, "board", [bytes(9)]),
        storage.decide(other, { at: 1, updates: [{ doc: "board", update: bytes(9) }] }),
        storage.append(board, "private/ada" as DocPath, [bytes(2)]),
      ]);
      expect([before.status, after.status]).toEqual(["fulfilled", "fulfilled"]);
      expect(gone).toMatchObject({ reason: { code: "board-gone" } });
      expect(goneToo).toMatchObject({ reason: { code: "board-gone" } });
      expect(await updatesOf(storage, board, "board")).toEqual([[1]]);
      expect(await updatesOf(storage, board, "private/ada" as DocPath)).toEqual([[2]]);
    }),
  );

  test(
    "bytes are kept as they were given, wherever they lay",
    withStorage(async ({ storage, board }) => {
      const pool = new Uint8Array(1_000).fill(7);
      const shared = new Uint8Array(new SharedArrayBuffer(3)).fill(5);
      await storage.append(board, "board", [pool.subarray(3, 5), Buffer.from([1, 2]), shared]);
      await storage.decide(board, {
        at: 1,
        updates: [{ doc: "board", update: pool.subarray(0, 1) }],
      });
      expect(await updatesOf(storage, board, "board")).toEqual([[7, 7], [1, 2], [5, 5, 5], [7]]);
      expect(pool).toHaveLength(1_000); // nothing was taken away from its owner
    }),
  );

  test(
    "[S26] rows in quarantine are served no more; the others are, and folding goes on",
    withStorage(async ({ storage, board }) => {
      const good = await storage.append(board, "board", [bytes(1)]);
      const bad = await storage.append(board, "board", [bytes(66)]);
      const last = await storage.append(board, "board", [bytes(2)]);
      await storage.quarantine(board, "board", [bad, last + 1_000]);
      await storage.quarantine(board, "control", [good]); // a row of another document
      expect(await updatesOf(storage, board, "board")).toEqual([[1], [2]]);
      await storage.compact(board, "board", bytes(1, 2), last);
      expect(await storage.loadDoc(board, "board")).toEqual({
        state: bytes(1, 2),
        rows: [],
        damaged: 0,
      });
    }),
  );
}
