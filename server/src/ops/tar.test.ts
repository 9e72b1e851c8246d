import { spawnSync } from "node:child_process";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { BadTar, readTar, TarWriter } from "./tar.ts";

async function folder() {
  const path = await mkdtemp(join(tmpdir(), "second-story-tar-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function write(path: string, files: Readonly<Record<string, string>>) {
  const file = await open(path, "wx");
  const tar = new TarWriter(file, 1_700_000_000_000);
  for (const [name, text] of Object.entries(files))
    await tar.add({ name, sizeBytes: Buffer.byteLength(text) }, pieces(text));
  await tar.end();
  await file.close();
}

async function* pieces(text: string) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function readAll(path: string) {
  const file = await open(path);
  onTestFinished(() => file.close());
  const found: Record<string, string> = {};
  for await (const { name, content } of readTar(file))
    found[name] = (await buffer(content)).toString();
  return found;
}

const files = {
  "empty.txt": "",
  "one-block": "x".repeat(512),
  "data/deep/er.txt": "Größe\n".repeat(300),
};

test("what is written is read again, here and by any tar", async () => {
  const path = join(await folder(), "archive.tar");
  await write(path, files);
  expect(await readAll(path)).toEqual(files);
  const listed = spawnSync("tar", ["-tf", path], { encoding: "utf8" });
  expect(listed.stdout.trim().split("\n")).toEqual(Object.keys(files));
  const shown = spawnSync("tar", ["-xOf", path, "data/deep/er.txt"], { encoding: "utf8" });
  expect(shown.stdout).toBe(files["data/deep/er.txt"]);
});

test("a file that is not as long as was said stops the writing", async () => {
  const file = await open(join(await folder(), "archive.tar"), "wx");
  onTestFinished(() => file.close());
  const tar = new TarWriter(file, 0);
  for (const sizeBytes of [3, 5])
    await expect(tar.add({ name: "x", sizeBytes }, pieces("four"))).rejects.toThrow("x changed");
});

test("an archive that was cut, or whose header is damaged, is told", async () => {
  const path = join(await folder(), "archive.tar");
  await write(path, files);
  const whole = await readFile(path);
  for (const length of [700, 1_500, whole.length - 1_024]) {
    await writeFile(path, whole.subarray(0, length));
    await expect(readAll(path)).rejects.toThrow(BadTar);
  }
  whole[600] = 1; // in the second header's name
  await writeFile(path, whole);
  await expect(readAll(path)).rejects.toThrow(BadTar);
});

test("only plain files are read", async () => {
  const path = await folder();
  spawnSync("ln", ["-s", "/etc/passwd", join(path, "link")]);
  spawnSync("tar", ["-cf", join(path, "links.tar"), "--format=ustar", "-C", path, "link"]);
  await expect(readAll(join(path, "links.tar"))).rejects.toThrow("plain files");
});
