// Putting a backup into a data folder. Everything is unpacked beside its place and checked there; only then does it take the
// place of what was, which is put aside, not deleted.
import { createWriteStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { auditFileName } from "../audit/audit-file.ts";
import { databaseName } from "../storage/sqlite-database.ts";
import { latestSchema } from "../storage/sqlite-schema.ts";
import { checkDatabase } from "./check-database.ts";
import { filesBeside, isOfDatabase, takeForOps } from "./data-folder.ts";
import {
  databaseEntry,
  filesPrefix,
  hashing,
  manifestName,
  manifestSchema,
  type FileEntry,
  type Manifest,
} from "./manifest.ts";
import { OpsFailure } from "./ops-failure.ts";
import { BadTar, readTar } from "./tar.ts";

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest;
  /** Where what was there before lies now. */
  readonly replaced: string | undefined;
}

/**
 * Loads a backup into a data folder. Nothing there changes until all of the backup is checked.
 *
 * Throws an `OpsFailure` for a file that is no whole backup, while a server runs on the folder, and, unless `replace` is
 * said, for a folder that holds data.
 */
export async function restore(
  folder: string,
  source: string,
  { replace, at }: { readonly replace: boolean; readonly at: number },
): Promise<Restored> {
  await mkdir(folder, { recursive: true });
  const lock = takeForOps(folder);
  const staging = join(folder, `restoring-${process.pid}`);
  try {
    const before = await whatIsThere(folder);
    if (before.length > 0 && !replace)
      throw new OpsFailure(
        `There is data in ${folder}: set DATA_DIR to an empty folder, or say --replace to put it aside and use the backup instead.`,
      );
    const manifest = await unpack(source, staging);
    mustFit(manifest, checkDatabase(join(staging, databaseEntry)));
    const aside = `replaced-${new Date(at).toISOString().replaceAll(/[:.]/g, "-")}`;
    const replaced = before.length > 0 ? join(folder, aside) : undefined;
    if (replaced) await move(before, folder, replaced);
    await rename(join(staging, databaseEntry), join(folder, databaseName));
    const files = manifest.files.map(({ name }) => name).filter((name) => name !== databaseEntry);
    const paths = files.map((name) => name.slice(filesPrefix.length));
    await move(await withoutOwnLog(paths, folder), join(staging, filesPrefix), folder);
    await syncFolder(folder);
    return { manifest, replaced };
  } finally {
    await rm(staging, { recursive: true, force: true });
    lock.close();
  }
}

/** What has to make way: the database and its files, but not the log of who did what here, which goes on (ADR 0025). */
async function whatIsThere(folder: string): Promise<readonly string[]> {
  const files = (await filesBeside(folder)).filter((path) => !isLog(path));
  const database = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`];
  const present: string[] = [];
  for (const name of database) if (await isFile(join(folder, name))) present.push(name);
  return [...present, ...files];
}

const isLog = (path: string) => path === auditFileName || path === `${auditFileName}.1`;

async function withoutOwnLog(paths: readonly string[], folder: string) {
  const kept: string[] = [];
  for (const path of paths)
    if (!isLog(path) || !(await isFile(join(folder, path)))) kept.push(path);
  return kept;
}

async function move(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await rename(join(from, path), target);
  }
}

/** Unpacks a backup into a new folder and holds every file against the manifest. */
async function unpack(source: string, staging: string): Promise<Manifest> {
  const file = await open(source).catch((cause: unknown) => {
    throw new OpsFailure(`${source} cannot be read: check its name.`, { cause });
  });
  try {
    const found = await unpackAll(file, staging);
    const manifest = await readManifest(join(staging, manifestName));
    if (!manifest) throw new BadTar("it has no manifest that could be read");
    for (const { name, sizeBytes, sha256 } of manifest.files) {
      const there = found.get(name);
      if (!there) throw new BadTar(`${name} is missing`);
      if (there.sizeBytes !== sizeBytes || there.sha256 !== sha256)
        throw new BadTar(`${name} is not what was backed up`);
    }
    if (found.size !== manifest.files.length + 1) throw new BadTar("it holds more than it says");
    return manifest;
  } catch (error) {
    if (!(error instanceof BadTar)) throw error;
    throw new OpsFailure(`${source} is no whole backup: ${error.message}. Take another one.`, {
      cause: error,
    });
  } finally {
    await file.close();
  }
}

async function unpackAll(file: FileHandle, staging: string) {
  const found = new Map<string, Omit<FileEntry, "name">>();
  for await (const { name, sizeBytes, content } of readTar(file)) {
    const isSafe = manifestSchema.shape.files.element.shape.name.safeParse(name).success;
    if (!isSafe && name !== manifestName) throw new BadTar("it holds files that no backup has");
    if (isOfDatabase(name.slice(filesPrefix.length)) && name.startsWith(filesPrefix))
      throw new BadTar("it holds files that no backup has");
    const target = join(staging, name);
    await mkdir(dirname(target), { recursive: true });
    const { content: through, sha256 } = hashing(content);
    await pipeline(through, createWriteStream(target, { flags: "wx", mode: 0o600, flush: true }));
    found.set(name, { sizeBytes, sha256: sha256() });
  }
  return found;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined; // whoever asks says that there is none
  }
}

function mustFit(manifest: Manifest, facts: { readonly schema: number; readonly boards: number }) {
  if (facts.schema > latestSchema)
    throw new OpsFailure(
      "The backup is from a later version of Second Story: restore it with that version.",
    );
  if (facts.schema !== manifest.schema || facts.boards !== manifest.boards)
    throw new OpsFailure("The backup's database is not the one that its manifest describes.");
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
