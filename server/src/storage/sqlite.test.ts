import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readBoardId } from "@secondstory/shared";
import { afterAll, expect, test } from "vitest";
import { openSqliteStorage } from "./sqlite.ts";
import { storageContract } from "./storage-contract.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
afterAll(() => rm(root, { recursive: true, force: true }));

const emptyFolder = () => mkdtemp(join(root, "data-"));

storageContract("SQLite", async () => openSqliteStorage(await emptyFolder()));

const board = readBoardId("board-1");

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

test("[S9] a disk that refuses rejects the write, and takes writes again when it has recovered", async () => {
  const folder = await emptyFolder();
  const storage = await openSqliteStorage(folder);
  if (!board) throw new Error("not an id");
  await storage.createBoard({ id: board, createdAt: 1, secrets: [], docs: [] });
  // a second connection that holds the write lock beyond the busy timeout would take 5 s; a trigger refuses at once
  const intruder = new DatabaseSync(join(folder, "second-story.sqlite"));
  intruder.exec(
    "CREATE TRIGGER refuse BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  const update = new Uint8Array([7]);
  await expect(storage.append(board, "board", [update])).rejects.toMatchObject({ code: "disk" });
  expect((await storage.loadDoc(board, "board")).rows).toEqual([]);
  intruder.exec("DROP TRIGGER refuse");
  intruder.close();
  await storage.append(board, "board", [update]);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
  await storage.close();
});
