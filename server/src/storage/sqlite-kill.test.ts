import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BoardId } from "@secondstory/shared";
import { afterAll, expect, test } from "vitest";
import { boardIdOf } from "./contract-scene.ts";
import { openSqliteStorage } from "./sqlite.ts";
import { expectKept, startWriter } from "./testing/writer-process.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
afterAll(() => rm(root, { recursive: true, force: true }));

/** More than these take long: set KILLS=200 by hand. */
const kills = Number(process.env["KILLS"] ?? 20);

test(
  `[S10] a process killed ${kills} times while it writes has lost nothing that it was told is on disk`,
  { timeout: 10_000 + kills * 2_000 },
  async () => {
    const folder = join(root, "data");
    const told = new Map<BoardId, readonly string[]>();
    for (let kill = 0; kill < kills; kill++) {
      const board = boardIdOf(`board-${kill}`);
      const writer = startWriter(folder, board);
      const enough = kill % 5 === 4 ? 1 : randomInt(2, 300); // every fifth one while it opens what the last one left
      await writer.until((lines) => lines.length >= enough);
      told.set(board, await writer.kill());
    }
    const storage = await openSqliteStorage(folder);
    let writes = 0;
    for (const [board, lines] of told) writes += await expectKept(storage, board, lines);
    expect(writes).toBeGreaterThan(kills * 10);
    await storage.close();
  },
);
