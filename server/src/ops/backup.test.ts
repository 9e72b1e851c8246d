// Backups of folders that are written to, and what becomes of them when they are loaded.
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readBoardId, type BoardId } from "@secondstory/shared";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStorage } from "../storage/sqlite.ts";
import { expectKept, startWriter } from "../storage/testing/writer-process.ts";
import { must } from "../testing/server.ts";
import { backUp } from "./backup.ts";
import { OpsFailure } from "./ops-failure.ts";
import { restore } from "./restore.ts";

const at = Date.UTC(2026, 10, 22, 21, 0);
const board = must(readBoardId("board-1"));

async function scene() {
  const root = await mkdtemp(join(tmpdir(), "second-story-backup-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return {
    data: join(root, "data"),
    file: join(root, "backup.tar"),
    fresh: join(root, "fresh"),
    root,
  };
}

/** A folder with a board, a file beside the database, and things that are no data. */
async function fill(data: string, id: BoardId = board): Promise<void> {
  const storage = await openSqliteStorage(data);
  await storage.createBoard({
    id,
    createdAt: 1,
    secrets: [],
    docs: [{ doc: "control", update: new Uint8Array([1, 2, 3]) }],
  });
  await storage.close();
  await mkdir(join(data, "files"), { recursive: true });
  await writeFile(join(data, "files", "screenshot"), "pixels");
  await writeFile(join(data, "audit.log"), "{}\n");
  await mkdir(join(data, "compile-cache"));
  await writeFile(join(data, "compile-cache", "x"), "code");
}

test(
  "[S63] a backup taken under load holds everything that was told to be saved before it began",
  { timeout: 60_000 },
  async () => {
    const { data, file, fresh } = await scene();
    const writer = startWriter(data, board);
    await writer.until((lines) => lines.length > 2_000);
    const told = writer.lines();
    const { manifest } = await backUp(data, file, at);
    const goneOn = writer.lines().length;
    await writer.until((lines) => lines.length > goneOn + 500); // nobody was held up
    await writer.kill();

    expect(manifest).toMatchObject({ boards: 1, createdAt: "2026-11-22T21:00:00.000Z" });
    await restore(fresh, file, { replace: false, at });
    const storage = await openSqliteStorage(fresh);
    onTestFinished(() => storage.close());
    expect(await expectKept(storage, board, told)).toBeGreaterThan(1_900);
  },
);

test("[S63] what lies beside the database is in it; what only a running server needs is not", async () => {
  const { data, file, fresh } = await scene();
  await fill(data);
  const { manifest } = await backUp(data, file, at);
  expect(manifest.files.map(({ name }) => name)).toEqual([
    "second-story.sqlite",
    "data/audit.log",
    "data/files/screenshot",
  ]);
  expect((await stat(file)).mode & 0o077).toBe(0);
  await restore(fresh, file, { replace: false, at });
  expect(await readFile(join(fresh, "files", "screenshot"), "utf8")).toBe("pixels");
  expect((await readdir(fresh)).toSorted()).toEqual([
    "audit.log",
    "files",
    "in-use.sqlite",
    "second-story.sqlite",
  ]);
});

test("a backup never takes the place of another file, and leaves nothing behind when it fails", async () => {
  const { data, file, root } = await scene();
  await expect(backUp(data, file, at)).rejects.toThrow(/^There is no data in .*: set DATA_DIR/);
  await fill(data);
  await writeFile(file, "mine");
  await expect(backUp(data, file, at)).rejects.toThrow(/is there already: name another file\.$/);
  expect(await readFile(file, "utf8")).toBe("mine");
  await expect(backUp(data, join(data, "b.tar"), at)).rejects.toThrow(/lies in the data folder/);
  await expect(backUp(data, join(root, "no", "b.tar"), at)).rejects.toThrow(/^There is no folder/);
  const damaged = new DatabaseSync(join(data, "second-story.sqlite"));
  damaged.exec("PRAGMA foreign_keys=OFF; INSERT INTO docs (board, name) VALUES ('gone', 'board')");
  damaged.close();
  await expect(backUp(data, join(root, "c.tar"), at)).rejects.toThrow(/^The database is damaged/);
  expect((await readdir(root)).toSorted()).toEqual(["backup.tar", "data"]);
});

test("[S64] data is not overwritten unless that is said, and then it is put aside; the log of who did what goes on", async () => {
  const { data, file, fresh } = await scene();
  await fill(data);
  await backUp(data, file, at);
  await fill(fresh, must(readBoardId("another")));
  await writeFile(join(fresh, "audit.log"), "who did what here\n");
  await expect(restore(fresh, file, { replace: false, at })).rejects.toThrow(/say --replace/);

  const { replaced } = await restore(fresh, file, { replace: true, at });
  expect(replaced).toBe(join(fresh, "replaced-2026-11-22T21-00-00-000Z"));
  expect((await readdir(replaced ?? "")).toSorted()).toEqual(["files", "second-story.sqlite"]);
  expect(await readFile(join(fresh, "audit.log"), "utf8")).toBe("who did what here\n");
  const storage = await openSqliteStorage(fresh);
  expect(await storage.readBoard(board)).toBeDefined();
  await expect(restore(fresh, file, { replace: true, at })).rejects.toThrow(
    /^A server uses the data in .*: stop it first\.$/,
  );
  await storage.close();
});

test("[S64] of a backup that is not whole nothing is loaded", async () => {
  const { data, file, fresh, root } = await scene();
  await fill(data);
  await backUp(data, file, at);
  const whole = await readFile(file);
  const other = join(root, "other.tar");
  const refused = async (bytes: Uint8Array) => {
    await writeFile(other, bytes);
    const restoring = restore(fresh, other, { replace: false, at });
    await expect(restoring).rejects.toThrow(OpsFailure);
    await expect(restoring).rejects.toThrow(/^[A-Z/].*\.$/);
    expect(await readdir(fresh)).toEqual(["in-use.sqlite"]);
  };

  await refused(Buffer.from("no archive at all"));
  await refused(randomBytes(4_096));
  await refused(whole.subarray(0, whole.length - 2_048));
  await refused(whole.subarray(0, whole.length / 2));
  for (const text of ["pixels", "SQLite format 3", '"sha256"']) {
    const spoiled = Buffer.from(whole);
    const byte = spoiled.lastIndexOf(text) + 1;
    spoiled[byte] = (spoiled[byte] ?? 0) ^ 1;
    await refused(spoiled);
  }
  await expect(restore(fresh, join(root, "none"), { replace: false, at })).rejects.toThrow(
    /cannot be read: check its name\.$/,
  );
  await restore(fresh, file, { replace: false, at });
});

test("[S64] a backup of a later version waits for that version", async () => {
  const { data, file, fresh } = await scene();
  await fill(data);
  const database = new DatabaseSync(join(data, "second-story.sqlite"));
  database.exec("PRAGMA user_version = 99");
  database.close();
  await backUp(data, file, at);
  await expect(restore(fresh, file, { replace: false, at })).rejects.toThrow(/later version/);
});
