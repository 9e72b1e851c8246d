// What every storage must do. One call runs it on an implementation; fakes that stand in for a storage run it too.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ada,
  boardIdOf,
  bytes,
  newBoard,
  secret,
  updatesOf,
  type Scene,
} from "./contract-scene.ts";
import { accessContract } from "./access-contract.ts";
import { documentContract } from "./document-contract.ts";
import { rememberedRequests, type DocPath, type Storage } from "./storage.ts";

/** What is known of a board that was just made. */
const asMade = { createdAt: 1_000, openedAt: 1_000, erasures: 0 };

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
    const board = boardIdOf(`board-${number}`);
    const other = boardIdOf(`other-${number}`);
    await opened.createBoard(newBoard(board));
    await run({ storage: opened, board, other });
  };

  describe(`the contract of storages: ${name}`, () => {
    test(
      "[S1] a board has its secrets and its seeded documents from the first moment on",
      withStorage(async ({ storage, board }) => {
        expect(await storage.readBoard(board)).toEqual(asMade);
        expect(await updatesOf(storage, board, "control")).toEqual([[1, 2, 3]]);
        const secrets = await storage.listSecrets(board);
        const made = { madeAt: 1_000, switchedOffAt: undefined };
        expect(new Set(secrets)).toEqual(
          new Set([
            { ...secret("hash-f", "facilitator"), ...made },
            { ...secret("hash-p", "participant"), ...made },
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
        const access = [{ type: "end-seat", tokenHash: "token-a" }] as const;
        const refused = await Promise.allSettled([
          storage.append(other, "board", [bytes(1)]),
          storage.append(other, "board", [bytes(1), bytes(2)]),
          storage.compact(other, "board", bytes(1), 5),
          storage.quarantine(other, "board", [5]),
          storage.decide(other, { at: 1, requestId: "id" }),
          storage.decide(other, { at: 1, access }),
        ]);
        for (const { reason } of refused.filter((one) => one.status === "rejected"))
          expect(reason).toMatchObject(gone);
        expect(refused.filter(({ status }) => status === "fulfilled")).toEqual([]);
        expect(await storage.deleteBoard(other, 1)).toBe(false);
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
        expect(await updatesOf(storage, board, "control")).toEqual([[1, 2, 3], [4]]);
        expect((await storage.loadDoc(board, "control")).rows.at(-1)?.position).toBe(position);
        expect(await storage.hasSeen(board, "request-1")).toBe(true);
        expect(await storage.findSeat(board, "token-a")).toEqual({
          participant: ada,
          tokenHash: "token-a",
        });
      }),
    );

    test(
      "[S4] a decision writes several documents at once, and its position lies behind every one of them and before what follows",
      withStorage(async ({ storage, board }) => {
        const own = "private/ada" as DocPath;
        const deciding = storage.decide(board, {
          at: 5,
          updates: [
            { doc: "board", update: bytes(4) },
            { doc: own, update: bytes(5) },
            { doc: "control", update: bytes(6) },
          ],
        });
        const appending = storage.append(board, "board", [bytes(7)]);
        const through = (await deciding) ?? 0;
        await appending;
        for (const doc of ["board", own] as const)
          await storage.compact(board, doc, bytes(1), through);
        expect(await updatesOf(storage, board, "board")).toEqual([[7]]);
        expect(await updatesOf(storage, board, own)).toEqual([]);
        expect(await updatesOf(storage, board, "control")).toEqual([[1, 2, 3], [6]]);
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
        expect(await storage.deleteBoard(board, 1)).toBe(true);
        expect(await storage.readBoard(board)).toBeUndefined();
        expect(await storage.listSecrets(board)).toEqual([]);
        expect(await updatesOf(storage, board, "board")).toEqual([]);
        expect(await updatesOf(storage, other, "board")).toEqual([[2]]);
      }),
    );

    test(
      "[S45] of a deleted board its id is known, and of one that never was nothing",
      withStorage(async ({ storage, board, other }) => {
        expect(await storage.wasDeleted(board)).toBe(false);
        await storage.deleteBoard(board, 5);
        await storage.deleteBoard(board, 6);
        expect(await storage.wasDeleted(board)).toBe(true);
        expect(await storage.wasDeleted(other)).toBe(false);
      }),
    );

    test(
      "[S46] boards are listed by when they were last opened, the longest forgotten first",
      withStorage(async ({ storage, board, other }) => {
        await storage.createBoard({ ...newBoard(other), createdAt: 10 });
        expect(await storage.listUnopened(10, 1_000)).toEqual([]);
        expect(await storage.listUnopened(1_001, 1)).toEqual([other]);
        await storage.noteOpened(other, 5_000);
        await storage.noteOpened(other, 4_000);
        expect(await storage.listUnopened(11, 1_000)).toEqual([]);
        expect(await storage.listUnopened(5_000, 1_000)).not.toContain(other);
        expect(await storage.listUnopened(5_001, 1_000)).toContain(board);
        expect((await storage.listUnopened(5_001, 1_000)).at(-1)).toBe(other);
      }),
    );

    test(
      "[S42] erasures that are done are counted, and the documents of a board are listed",
      withStorage(async ({ storage, board, other }) => {
        await storage.append(board, "board", [bytes(1)]);
        expect(await storage.readBoard(board)).toEqual(asMade);
        await storage.dropQuarantine(board);
        await Promise.all([storage.overwriteDeleted(), storage.overwriteDeleted()]);
        await storage.noteErased(board, 3);
        expect(await storage.readBoard(board)).toEqual({ ...asMade, erasures: 3 });
        expect((await storage.listDocs(board)).toSorted()).toEqual(["board", "control"]);
        expect(await storage.listDocs(other)).toEqual([]);
        await expect(storage.noteErased(other, 1)).rejects.toMatchObject({ code: "board-gone" });
      }),
    );

    test(
      "a healthy storage passes its check",
      withStorage(async ({ storage }) => {
        await expect(storage.check()).resolves.toBeUndefined();
      }),
    );

    accessContract(withStorage);
    documentContract(withStorage);

    test("a closed storage refuses", async () => {
      const closed = await open();
      await closed.close();
      await expect(closed.check()).rejects.toMatchObject({ code: "closed" });
    });
  });
}
