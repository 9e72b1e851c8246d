// What every storage must do. One call runs it on an implementation; fakes that stand in for a storage run it too.
import {
  readBoardId,
  readParticipantId,
  type BoardId,
  type ParticipantId,
} from "@secondstory/shared";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rememberedRequests, type DocPath, type NewBoard, type Storage } from "./storage.ts";

const idOf = <Id>(read: (text: unknown) => Id | undefined, text: string): Id => {
  const id = read(text);
  if (id === undefined) throw new Error(`not an id: ${text}`);
  return id;
};
const ada = idOf<ParticipantId>(readParticipantId, "ada");
const bob = idOf<ParticipantId>(readParticipantId, "bob");
const bytes = (...numbers: number[]) => new Uint8Array(numbers);

const seat = (participant: ParticipantId, tokenHash: string) =>
  ({ type: "add-seat", seat: { participant, tokenHash } }) as const;

const newBoard = (id: BoardId): NewBoard => ({
  id,
  createdAt: 1_000,
  secrets: [
    { hash: "hash-f", role: "facilitator" },
    { hash: "hash-p", role: "participant" },
  ],
  docs: [{ doc: "control", update: bytes(1, 2, 3) }],
});

interface Scene {
  readonly storage: Storage;
  /** A board that was just made. */
  readonly board: BoardId;
  /** The id of one that was not. */
  readonly other: BoardId;
}

/** Runs the contract on the storage that `open` gives. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  let opened: Storage;
  let scenes = 0;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const withStorage = (run: (scene: Scene) => Promise<void>) => async () => {
    const number = ++scenes;
    const board = idOf<BoardId>(readBoardId, `board-${number}`);
    const other = idOf<BoardId>(readBoardId, `other-${number}`);
    await opened.createBoard(newBoard(board));
    await run({ storage: opened, board, other });
  };
  const updatesOf = async (of: BoardId, doc: DocPath) =>
    (await opened.loadDoc(of, doc)).rows.map(({ update }) => [...update]);

  describe(`the contract of storages: ${name}`, () => {
    test(
      "[S1] a board has its secrets and its seeded documents from the first moment on",
      withStorage(async ({ storage, board }) => {
        expect(await storage.readBoard(board)).toEqual({ createdAt: 1_000 });
        expect(await updatesOf(board, "control")).toEqual([[1, 2, 3]]);
        const secrets = await storage.listSecrets(board);
        expect(new Set(secrets)).toEqual(
          new Set([
            { hash: "hash-f", role: "facilitator", switchedOffAt: undefined },
            { hash: "hash-p", role: "participant", switchedOffAt: undefined },
          ]),
        );
      }),
    );

    test(
      "an unknown board and an unknown document are empty to readers",
      withStorage(async ({ storage, board, other }) => {
        expect(await storage.readBoard(other)).toBeUndefined();
        expect(await storage.listSecrets(other)).toEqual([]);
        expect(await storage.findSeat(other, "hash")).toBeUndefined();
        expect(await storage.hasSeen(other, "id")).toBe(false);
        expect(await storage.loadDoc(board, "board")).toEqual({
          state: undefined,
          rows: [],
          damaged: 0,
        });
      }),
    );

    test(
      "whoever writes to a board that is gone is told so",
      withStorage(async ({ storage, other }) => {
        const gone = { code: "board-gone" };
        await expect(storage.append(other, "board", [bytes(1)])).rejects.toMatchObject(gone);
        await expect(storage.decide(other, { at: 1, requestId: "id" })).rejects.toMatchObject(gone);
        expect(await storage.deleteBoard(other)).toBe(false);
      }),
    );

    test(
      "[S2] a log keeps the order of appending, and positions grow",
      withStorage(async ({ storage, board }) => {
        const positions = await Promise.all([
          storage.append(board, "board", [bytes(1), bytes(2)]),
          storage.append(board, "private/ada" as DocPath, [bytes(9)]),
          storage.append(board, "board", [bytes(3)]),
        ]);
        expect(positions[2]).toBeGreaterThan(positions[0] ?? 0);
        expect(await updatesOf(board, "board")).toEqual([[1], [2], [3]]);
        const { rows } = await storage.loadDoc(board, "board");
        expect(rows.at(-1)?.position).toBe(positions[2]);
        expect(await updatesOf(board, "private/ada" as DocPath)).toEqual([[9]]);
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
        expect(await updatesOf(board, "control")).toEqual([[1, 2, 3]]);
      }),
    );

    test(
      "[S4] a decision is written whole: updates, seats, links and the request's id",
      withStorage(async ({ storage, board }) => {
        const position = await storage.decide(board, {
          at: 5,
          updates: [{ doc: "control", update: bytes(4) }],
          requestId: "request-1",
          access: [
            { type: "add-seat", seat: { participant: ada, tokenHash: "token-a" } },
            { type: "note-link", participant: ada, secret: "hash-p" },
          ],
        });
        expect(await updatesOf(board, "control")).toEqual([[1, 2, 3], [4]]);
        expect((await storage.loadDoc(board, "control")).rows.at(-1)?.position).toBe(position);
        expect(await storage.hasSeen(board, "request-1")).toBe(true);
        expect(await storage.findSeat(board, "token-a")).toEqual({
          participant: ada,
          tokenHash: "token-a",
        });
      }),
    );

    test(
      "seats end one by one or with their participant; other people keep theirs",
      withStorage(async ({ storage, board }) => {
        await storage.decide(board, {
          at: 1,
          access: [seat(ada, "a1"), seat(ada, "a2"), seat(ada, "a3"), seat(bob, "b1")],
        });
        await storage.decide(board, { at: 2, access: [{ type: "end-seat", tokenHash: "a1" }] });
        expect(await storage.findSeat(board, "a1")).toBeUndefined();
        expect(await storage.findSeat(board, "a2")).toBeDefined();
        await storage.decide(board, {
          at: 3,
          access: [{ type: "end-seats-of", participant: ada }],
        });
        expect(await storage.findSeat(board, "a2")).toBeUndefined();
        expect(await storage.findSeat(board, "a3")).toBeUndefined();
        expect(await storage.findSeat(board, "b1")).toBeDefined();
      }),
    );

    test(
      "links are switched off by role, or by who came by them; the time of the first switching off stays",
      withStorage(async ({ storage, board }) => {
        const offAt = async () =>
          Object.fromEntries(
            (await storage.listSecrets(board)).map(({ hash, switchedOffAt }) => [
              hash,
              switchedOffAt,
            ]),
          );
        await storage.decide(board, {
          at: 1,
          access: [
            { type: "add-secret", secret: { hash: "hash-p2", role: "participant" } },
            { type: "note-link", participant: bob, secret: "hash-p2" },
            { type: "note-link", participant: bob, secret: "hash-p2" },
            { type: "switch-off-links-of", participant: ada },
          ],
        });
        expect(await offAt()).toEqual({
          "hash-f": undefined,
          "hash-p": undefined,
          "hash-p2": undefined,
        });
        await storage.decide(board, {
          at: 2,
          access: [{ type: "switch-off-links-of", participant: bob }],
        });
        await storage.decide(board, {
          at: 3,
          access: [{ type: "switch-off-role", role: "participant" }],
        });
        expect(await offAt()).toEqual({ "hash-f": undefined, "hash-p": 3, "hash-p2": 2 });
      }),
    );

    test(
      `[S5] the last ${rememberedRequests} request ids of a board are remembered, each board's for itself`,
      withStorage(async ({ storage, board, other }) => {
        await storage.createBoard(newBoard(other));
        await storage.decide(other, { at: 1, requestId: "of-other" });
        for (let number = 0; number <= rememberedRequests; number++)
          void storage.decide(board, { at: 1, requestId: `request-${number}` });
        await storage.decide(board, { at: 1, requestId: "request-1" });
        expect(await storage.hasSeen(board, "request-0")).toBe(false);
        expect(await storage.hasSeen(board, "request-1")).toBe(true);
        expect(await storage.hasSeen(board, `request-${rememberedRequests}`)).toBe(true);
        expect(await storage.hasSeen(other, "of-other")).toBe(true);
        expect(await storage.hasSeen(board, "of-other")).toBe(false);
      }),
    );

    test(
      "[S6] a deleted board takes everything of its own along, and nothing of another's",
      withStorage(async ({ storage, board, other }) => {
        await storage.createBoard(newBoard(other));
        await storage.append(board, "board", [bytes(1)]);
        await storage.append(other, "board", [bytes(2)]);
        expect(await storage.deleteBoard(board)).toBe(true);
        expect(await storage.readBoard(board)).toBeUndefined();
        expect(await storage.listSecrets(board)).toEqual([]);
        expect(await updatesOf(board, "board")).toEqual([]);
        expect(await updatesOf(other, "board")).toEqual([[2]]);
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
            expect([...(state ?? []), ...rows.flatMap(({ update }) => [...update])]).toEqual(
              written,
            );
          }),
          { numRuns: 30 },
        );
      }),
    );

    test(
      "a healthy storage passes its check",
      withStorage(async ({ storage }) => {
        await expect(storage.check()).resolves.toBeUndefined();
      }),
    );

    test("a closed storage refuses", async () => {
      const closed = await open();
      await closed.close();
      await expect(closed.check()).rejects.toMatchObject({ code: "closed" });
    });
  });
}
