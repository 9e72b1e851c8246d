import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { boardIdOf, bytes, newBoard, updatesOf } from "./contract-scene.ts";
import { openSqliteStorage } from "./sqlite.ts";
import { storageContract } from "./storage-contract.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
afterAll(() => rm(root, { recursive: true, force: true }));

const emptyFolder = () => mkdtemp(join(root, "data-"));

storageContract("SQLite", async () => openSqliteStorage(await emptyFolder()));

test("[S8] a second process on the same folder is told that the first holds it", async () => {
  const folder = await emptyFolder();
  const first = await openSqliteStorage(folder);
  await expect(openSqliteStorage(folder)).rejects.toMatchObject({ code: "in-use" });
  await first.close();
  const second = await openSqliteStorage(folder);
  await second.close();
});

test("a database that a later version wrote is left alone", async () => {
  const folder = await emptyFolder();
  const later = new DatabaseSync(join(folder, "second-story.sqlite"));
  later.exec("PRAGMA user_version = 999");
  later.close();
  await expect(openSqliteStorage(folder)).rejects.toMatchObject({ code: "too-new" });
});

test("a folder that cannot be made is said to be so", async () => {
  const file = join(await emptyFolder(), "file");
  await writeFile(file, "");
  await expect(openSqliteStorage(join(file, "data"))).rejects.toMatchObject({ code: "disk" });
});

test("positions grow on after folding, a restart and a clock that jumps", async () => {
  const folder = await emptyFolder();
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const board = boardIdOf("board-1");
  let last = 0;
  for (const now of ["2031-05-01", "1999-01-01", "2026-03-29"]) {
    vi.setSystemTime(new Date(now));
    const storage = await openSqliteStorage(folder);
    if (!last) await storage.createBoard(newBoard(board));
    const position = await storage.append(board, "board", [bytes(1), bytes(2)]);
    expect(position).toBeGreaterThan(last);
    vi.setSystemTime(0);
    last = await storage.append(board, "board", [bytes(3)]);
    expect(last).toBeGreaterThan(position);
    await storage.compact(board, "board", bytes(9), last);
    await storage.close();
  }
});

test("what was asked for before closing is on disk, what is asked for afterwards is refused", async () => {
  const folder = await emptyFolder();
  const board = boardIdOf("board-1");
  const first = await openSqliteStorage(folder);
  await first.createBoard(newBoard(board));
  const asked = Promise.all([
    first.append(board, "board", [bytes(1)]),
    first.loadDoc(board, "control"),
  ]);
  const closed = first.close();
  await expect(first.append(board, "board", [bytes(2)])).rejects.toMatchObject({ code: "closed" });
  await expect(first.readBoard(board)).rejects.toMatchObject({ code: "closed" });
  await Promise.all([closed, first.close()]);
  expect((await asked)[1].rows).toHaveLength(1);
  const second = await openSqliteStorage(folder);
  expect(await updatesOf(second, board, "board")).toEqual([[1]]);
  await second.close();
});

test("[S42] of what was folded and deleted no page and no log of the database keeps a piece, whatever else is written", async () => {
  const folder = await emptyFolder();
  const storage = await openSqliteStorage(folder);
  const board = boardIdOf("board-1");
  const other = boardIdOf("board-2");
  await storage.createBoard(newBoard(board));
  await storage.createBoard(newBoard(other));
  const marked = (length: number) =>
    Buffer.concat([Buffer.from("SECRET"), Buffer.alloc(length, 1)]);
  let through = 0;
  for (let round = 0; round < 40; round++) {
    // rows that share a page, and rows that take many, among those of another board
    const rows = Array.from({ length: 30 }, (_, at) => marked((round * 37 + at * 11) % 300));
    through = await storage.append(board, "board", [...rows, marked(round * 500)]);
    await storage.append(other, "board", [bytes(1, 2, 3), new Uint8Array(round * 40)]);
    if (round % 7 === 3) await storage.compact(board, "board", marked(round * 1_000), through);
  }
  const found = async () => {
    const files = await readdir(folder);
    const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
    return contents.some((content) => content.includes("SECRET"));
  };
  expect(await found()).toBe(true);
  await storage.compact(board, "board", bytes(1), through);
  await storage.overwriteDeleted();
  expect(await found()).toBe(false);
  await storage.append(board, "board", [marked(10)]);
  await storage.deleteBoard(board, 1);
  await storage.overwriteDeleted();
  expect(await found()).toBe(false);
  expect((await storage.loadDoc(other, "board")).rows).toHaveLength(80);
  await storage.close();
});

test("a large document comes and goes whole", async () => {
  const folder = await emptyFolder();
  const board = boardIdOf("board-1");
  const storage = await openSqliteStorage(folder);
  await storage.createBoard(newBoard(board));
  const state = new Uint8Array(10_000_000).fill(7);
  await storage.compact(board, "board", state, 0);
  await storage.append(board, "board", [state.subarray(5, 1_000_000)]);
  const stored = await storage.loadDoc(board, "board");
  expect(stored.damaged).toBe(0);
  expect(Buffer.compare(stored.state ?? bytes(), state)).toBe(0);
  expect(stored.rows[0]?.update).toHaveLength(999_995);
  await storage.close();
});
