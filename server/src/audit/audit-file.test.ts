import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBoardId, readParticipantId } from "@secondstory/shared";
import { expect, onTestFinished, test } from "vitest";
import { must } from "../testing/server.ts";
import { auditFile } from "./audit-file.ts";

const board = must(readBoardId("board-1"));
const ada = must(readParticipantId("ada"));
const now = () => Date.UTC(2026, 10, 22, 2, 3);

async function emptyFolder() {
  const root = await mkdtemp(join(tmpdir(), "second-story-audit-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

const linesOf = async (path: string) => (await readFile(path, "utf8")).trimEnd().split("\n");

test("[S53] an event is one line of JSON with ids and a time; a restart goes on where it ended", async () => {
  const folder = await emptyFolder();
  const options = { maxBytes: 10_000, now };
  await auditFile(folder, options)({ event: "seal", board, by: ada });
  await auditFile(folder, options)({ event: "export", board, by: "link", format: "md" });
  const lines = await linesOf(join(folder, "audit.log"));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: "2026-11-22T02:03:00.000Z", event: "seal", board: "board-1", by: "ada" },
    { at: "2026-11-22T02:03:00.000Z", event: "export", board: "board-1", by: "link", format: "md" },
  ]);
});

test("[S53] events keep their order, and what else an object carries is not written", async () => {
  const folder = await emptyFolder();
  const audit = auditFile(folder, { maxBytes: 10_000, now });
  const withWords = { event: "join", board, by: ada, name: "NAMEWORD" } as const;
  await Promise.all([
    audit({ event: "create", board, by: undefined }),
    audit(withWords),
    audit({ event: "leave", board, by: ada }),
  ]);
  const lines = await linesOf(join(folder, "audit.log"));
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["create", "join", "leave"]);
  expect(lines.join("")).not.toContain("NAMEWORD");
});

test("[S53] a log that is full takes the place of the one before it: twice the setting is kept at most", async () => {
  const folder = await emptyFolder();
  const maxBytes = 500;
  const audit = auditFile(folder, { maxBytes, now });
  for (let count = 0; count < 40; count++) await audit({ event: "leave", board, by: ada });
  expect((await readdir(folder)).toSorted()).toEqual(["audit.log", "audit.log.1"]);
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    expect(text.length).toBeLessThanOrEqual(maxBytes);
    for (const line of text.trimEnd().split("\n"))
      expect(JSON.parse(line)).toMatchObject({ event: "leave" });
  }
});

test("a disk that refuses is told to the caller, and the next event is tried anew", async () => {
  const folder = await emptyFolder();
  const notAFolder = join(folder, "file");
  await writeFile(notAFolder, "");
  const audit = auditFile(join(notAFolder, "data"), { maxBytes: 500, now });
  await expect(audit({ event: "seal", board, by: ada })).rejects.toMatchObject({ code: "ENOTDIR" });
  await rm(notAFolder);
  await audit({ event: "reopen", board, by: ada });
  expect(await linesOf(join(notAFolder, "data", "audit.log"))).toHaveLength(1);
});
