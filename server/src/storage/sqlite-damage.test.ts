// What happens to a database whose bytes were changed behind its back, or that was cut off in the middle of a write.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { boardIdOf, newBoard, updatesOf } from "./contract-scene.ts";
import { openSqliteStorage } from "./sqlite.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
afterAll(() => rm(root, { recursive: true, force: true }));
const emptyFolder = () => mkdtemp(join(root, "data-"));

const board = boardIdOf("board-1");
const databaseOf = (folder: string) => join(folder, "second-story.sqlite");

const pageBytes = 4_096;

/** Bytes that are found again in a file. */
const marked = (mark: number, sizeBytes = 64) =>
  Uint8Array.from({ length: sizeBytes }, (_, index) => (mark * 31 + index * 7) % 251);

/** Changes one bit of some bytes where they lie in the file. */
async function flipABitIn(folder: string, bytes: Uint8Array): Promise<void> {
  const file = await readFile(databaseOf(folder));
  const at = file.indexOf(bytes.subarray(0, 64));
  expect(at).toBeGreaterThan(0);
  file.writeUInt8(file.readUInt8(at + 5) ^ 1, at + 5);
  await writeFile(databaseOf(folder), file);
}

function inDatabase<Value>(folder: string, run: (database: DatabaseSync) => Value): Value {
  const database = new DatabaseSync(databaseOf(folder));
  try {
    return run(database);
  } finally {
    database.close();
  }
}

const quarantineOf = (folder: string) =>
  inDatabase(folder, (database) =>
    database
      .prepare("SELECT board, doc, kind, position, data FROM quarantine ORDER BY id")
      .all()
      .map((row) => ({ ...row })),
  );

test("[S26] a spoiled row is put aside with its bytes and reported once; the rest is served", async () => {
  const folder = await emptyFolder();
  const first = await openSqliteStorage(folder);
  await first.createBoard(newBoard(board));
  const bad = await first.append(board, "board", [marked(1), marked(2)]);
  await first.append(board, "board", [marked(3)]);
  await first.close();
  await flipABitIn(folder, marked(2));

  const storage = await openSqliteStorage(folder);
  const { rows, state, damaged } = await storage.loadDoc(board, "board");
  expect(rows.map(({ update }) => update)).toEqual([marked(1), marked(3)]);
  expect([state, damaged]).toEqual([undefined, 1]);
  expect((await storage.loadDoc(board, "board")).damaged).toBe(0);
  expect((await storage.loadDoc(board, "control")).damaged).toBe(0);
  const spoiled = marked(2);
  spoiled.set([(spoiled[5] ?? 0) ^ 1], 5);
  expect(quarantineOf(folder)).toEqual([
    { board, doc: "board", kind: "row", position: bad, data: spoiled },
  ]);
  await storage.deleteBoard(board, 1);
  expect(quarantineOf(folder)).toEqual([]);
  await storage.close();
});

test("[S26] a spoiled state is put aside too; what came after it is served, and it can be folded again", async () => {
  const folder = await emptyFolder();
  const first = await openSqliteStorage(folder);
  await first.createBoard(newBoard(board));
  const through = await first.append(board, "board", [marked(1)]);
  await first.compact(board, "board", marked(2, 10_000), through);
  await first.append(board, "board", [marked(3)]);
  await first.close();
  await flipABitIn(folder, marked(2, 10_000));

  const storage = await openSqliteStorage(folder);
  const { state, rows, damaged } = await storage.loadDoc(board, "board");
  expect(state).toBeUndefined();
  expect(rows.map(({ update }) => update)).toEqual([marked(3)]);
  expect(damaged).toBe(1);
  expect(quarantineOf(folder)).toMatchObject([{ board, doc: "board", kind: "state" }]);
  await storage.compact(board, "board", marked(4), rows[0]?.position ?? 0);
  expect(await storage.loadDoc(board, "board")).toEqual({ state: marked(4), rows: [], damaged: 0 });
  await storage.close();
});

test("[S26] rows that a reader could not make sense of are kept aside with their bytes", async () => {
  const folder = await emptyFolder();
  const storage = await openSqliteStorage(folder);
  await storage.createBoard(newBoard(board));
  const position = await storage.append(board, "board", [marked(1)]);
  await storage.quarantine(board, "board", [position]);
  expect(quarantineOf(folder)).toEqual([
    { board, doc: "board", kind: "row", position, data: marked(1) },
  ]);
  await storage.close();
});

test("[S26] a disk on which nothing can be put aside still serves the rest, and reports it again", async () => {
  const folder = await emptyFolder();
  const storage = await openSqliteStorage(folder);
  await storage.createBoard(newBoard(board));
  await storage.append(board, "board", [marked(1), marked(2)]);
  inDatabase(folder, (database) =>
    database.exec(
      `UPDATE log SET crc = crc + 1 WHERE position = (SELECT max(position) FROM log);
       CREATE TRIGGER refuse BEFORE INSERT ON quarantine BEGIN SELECT RAISE(ABORT, 'full'); END`,
    ),
  );
  for (const _ of [1, 2]) {
    const { rows, damaged } = await storage.loadDoc(board, "board");
    expect(rows.map(({ update }) => update)).toEqual([marked(1)]);
    expect(damaged).toBe(1);
  }
  await storage.append(board, "board", [marked(3)]);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(2);
  await storage.close();
});

test("a database of the first version is brought up to date: its rows are served unchecked, its links work", async () => {
  const folder = await emptyFolder();
  const first = await openSqliteStorage(folder);
  await first.createBoard(newBoard(board));
  await first.append(board, "board", [marked(1)]);
  await first.close();
  inDatabase(folder, (database) =>
    database.exec(
      `ALTER TABLE log DROP COLUMN crc; ALTER TABLE docs DROP COLUMN state_crc; DROP TABLE quarantine;
       ALTER TABLE boards DROP COLUMN erasures; ALTER TABLE boards DROP COLUMN opened_at; DROP TABLE deleted_boards;
       ALTER TABLE secrets DROP COLUMN link; ALTER TABLE secrets DROP COLUMN made_at;
       ALTER TABLE secrets DROP COLUMN made_by; DROP TABLE device_links;
       PRAGMA user_version = 1`,
    ),
  );
  const storage = await openSqliteStorage(folder);
  await storage.append(board, "board", [marked(2)]);
  const { rows, damaged } = await storage.loadDoc(board, "board");
  expect(rows.map(({ update }) => update)).toEqual([marked(1), marked(2)]);
  expect(damaged).toBe(0);
  expect(await storage.listSecrets(board)).toContainEqual({
    hash: "hash-f",
    link: "hash-f",
    role: "facilitator",
    madeAt: undefined,
    madeBy: undefined,
    switchedOffAt: undefined,
  });
  await storage.close();
});

test("[S26] a page that cannot be read takes along only the rows on it", async () => {
  const folder = await emptyFolder();
  const first = await openSqliteStorage(folder);
  await first.createBoard(newBoard(board));
  const numbers = [...Array(20).keys()];
  for (const number of numbers) await first.append(board, "board", [marked(number, 1_000)]);
  await first.close();
  const file = await readFile(databaseOf(folder));
  const page = Math.floor(file.indexOf(marked(5, 1_000)) / pageBytes);
  file.fill(0, page * pageBytes, (page + 1) * pageBytes);
  await writeFile(databaseOf(folder), file);

  const storage = await openSqliteStorage(folder);
  const { rows, damaged } = await storage.loadDoc(board, "board");
  expect(damaged).toBeGreaterThan(0);
  expect(damaged).toBeLessThan(5);
  expect(rows).toHaveLength(numbers.length - damaged);
  expect(rows.map(({ update }) => update)).not.toContainEqual(marked(5, 1_000));
  await storage.append(board, "board", [marked(30)]);
  await storage.close();
});

/** What lies on disk if the process dies now: the write-ahead log is not in its place yet. */
async function crashImage(
  folder: string,
): Promise<{ readonly image: string; readonly wal: string }> {
  const image = await emptyFolder();
  const wal = `${databaseOf(image)}-wal`;
  await cp(databaseOf(folder), databaseOf(image));
  await cp(`${databaseOf(folder)}-wal`, wal);
  return { image, wal };
}

const frameBytes = 24 + pageBytes;

test.for<[string, (wal: Buffer) => Buffer, number]>([
  ["half a page of the next one", (wal) => Buffer.concat([wal, wal.subarray(-2_000)]), 3],
  ["a page of an older log", (wal) => Buffer.concat([wal, wal.subarray(-frameBytes)]), 3],
  ["its last page torn off", (wal) => wal.subarray(0, -1_000), 2],
  ["a bit of its last page changed", (wal) => (wal.writeUInt8(1, wal.length - 5), wal), 2],
])(
  "[S28] a log that ends with %s is served up to there, whole, and goes on",
  async ([, tear, whole]) => {
    const folder = await emptyFolder();
    const running = await openSqliteStorage(folder);
    await running.createBoard(newBoard(board));
    for (const number of [1, 2, 3])
      await running.append(board, "board", [marked(number), marked(-number)]);
    const { image, wal } = await crashImage(folder);
    await running.close();
    await writeFile(wal, tear(await readFile(wal)));

    const storage = await openSqliteStorage(image);
    const expected = [1, 2, 3]
      .slice(0, whole)
      .flatMap((number) => [marked(number), marked(-number)]);
    const { rows, damaged } = await storage.loadDoc(board, "board");
    expect(rows.map(({ update }) => update)).toEqual(expected);
    expect(damaged).toBe(0);
    const last = rows.at(-1)?.position ?? 0;
    expect(await storage.append(board, "board", [marked(9)])).toBeGreaterThan(last);
    expect(await updatesOf(storage, board, "control")).toEqual([[1, 2, 3]]);
    await storage.close();
  },
);
