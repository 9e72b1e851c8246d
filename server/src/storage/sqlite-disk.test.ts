// What happens when the disk takes nothing more, and when it does again.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { boardIdOf, newBoard } from "./contract-scene.ts";
import { openSqliteStorage } from "./sqlite.ts";
import type { Storage } from "./storage.ts";
import { canLimitFiles, canMount, limitFiles, mountSmallDisk } from "./testing/small-disk.ts";
import { expectKept, startWriter, type Writer } from "./testing/writer-process.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
afterAll(() => rm(root, { recursive: true, force: true }));
const emptyFolder = () => mkdtemp(join(root, "data-"));

const board = boardIdOf("board-1");
const filler = boardIdOf("filler");
const kilobytes = (count: number) => new Uint8Array(count * 1_024).fill(7);

async function fill(storage: Storage): Promise<void> {
  await storage.createBoard({ id: filler, createdAt: 1, secrets: [], docs: [] });
  for (;;) await storage.append(filler, "board", [kilobytes(20)]);
}

test("[S9] a full database refuses and serves what it has; with space again it takes writes", async () => {
  const folder = await emptyFolder();
  const storage = await openSqliteStorage(folder, { maxPages: 100 });
  await storage.createBoard(newBoard(board));
  await storage.append(board, "board", [kilobytes(1)]);
  await expect(fill(storage)).rejects.toMatchObject({ code: "disk" });

  // one transaction: the little one would have found room
  const group = await Promise.allSettled([
    storage.append(board, "board", [new Uint8Array([1])]),
    storage.append(board, "board", [new Uint8Array([2]), kilobytes(50)]),
    storage.decide(board, { at: 1, requestId: "request-1" }),
  ]);
  for (const one of group) expect(one).toMatchObject({ reason: { code: "disk" } });
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
  expect(await storage.hasSeen(board, "request-1")).toBe(false);

  expect(await storage.deleteBoard(filler, 1)).toBe(true);
  await storage.append(board, "board", [new Uint8Array([2]), kilobytes(50)]);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(3);
  await storage.close();
});

const writesOf = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith("writer-0")).length;
const refusalsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith("refused"));

/** Lets a writer write, takes the disk from it until that was noticed, and gives it back until it has written more. */
async function writeThrough(writer: Writer, outage: { begin(): unknown; end(): unknown }) {
  await writer.until((lines) => writesOf(lines) >= 5);
  await outage.begin();
  await writer.until((lines) => refusalsOf(lines).length > 0);
  await outage.end();
  const before = writesOf(writer.lines());
  await writer.until((lines) => writesOf(lines) >= before + 5);
  const lines = await writer.kill();
  expect(new Set(refusalsOf(lines))).toEqual(new Set(["refused-disk 0"]));
  return lines;
}

test.skipIf(!canMount)(
  "[S9] on a real disk without a byte left nothing is lost, nothing is partly written, and it goes on",
  async () => {
    const folder = await emptyFolder();
    const disk = await mountSmallDisk(folder);
    const writer = startWriter(folder, board, disk.inside);
    const lines = await writeThrough(writer, { begin: disk.fill, end: disk.empty });

    const copy = await emptyFolder();
    await disk.copyTo(copy);
    const storage = await openSqliteStorage(copy);
    await expectKept(storage, board, lines);
    await storage.close();
  },
);

test.skipIf(!canLimitFiles)(
  "[S9] a disk on which every write fails, as one that has become read-only, loses nothing either",
  async () => {
    const folder = await emptyFolder();
    const writer = startWriter(folder, board);
    const lines = await writeThrough(writer, {
      begin: () => limitFiles(writer.pid, 1),
      end: () => limitFiles(writer.pid, "unlimited"),
    });

    const storage = await openSqliteStorage(folder);
    await expectKept(storage, board, lines);
    await storage.close();
  },
);

test.skipIf(process.platform !== "linux")(
  "a folder in which nothing can be written is said to be so, to root too",
  async () => {
    await expect(openSqliteStorage("/sys/kernel")).rejects.toMatchObject({ code: "disk" });
  },
);
