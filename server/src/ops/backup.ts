// Copying everything into one file while people write. The database is copied as of one moment, in a transaction that
// only reads; of the files beside it those are taken that are there then, so that none the database knows is missing.
import { createReadStream } from "node:fs";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { checkDatabase } from "./check-database.ts";
import { filesBeside, openBeside } from "./data-folder.ts";
import {
  databaseEntry,
  filesPrefix,
  hashing,
  manifestName,
  type FileEntry,
  type Manifest,
} from "./manifest.ts";
import { OpsFailure } from "./ops-failure.ts";
import { TarWriter } from "./tar.ts";

/** A backup as it was written. */
export interface Backup {
  readonly manifest: Manifest;
  readonly sizeBytes: number;
}

/**
 * Writes a backup of a data folder into a new file, readable by its owner alone. The file appears when it is whole and on
 * disk. Throws an `OpsFailure` if there is one of that name already.
 */
export async function backUp(folder: string, target: string, at: number): Promise<Backup> {
  const path = resolve(target);
  const partial = `${path}.partial`;
  const snapshot = `${path}.database`;
  await mustBeFree(path, folder);
  await Promise.all([partial, snapshot].map((left) => rm(left, { force: true }))); // of a run that was cut off
  try {
    // a transaction of its own: what is written meanwhile is not in it, and nobody waits for it
    const database = openBeside(folder, { readOnly: false });
    try {
      database.prepare("VACUUM INTO ?").run(snapshot);
    } finally {
      database.close();
    }
    const facts = checkDatabase(snapshot);
    const manifest = await pack(folder, snapshot, partial, { ...facts, at });
    await keep(partial, path);
    return { manifest, sizeBytes: (await stat(path)).size };
  } catch (error) {
    if (error instanceof OpsFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OpsFailure(`The backup could not be written: ${reason}.`, { cause: error });
  } finally {
    const left = [partial, snapshot, `${snapshot}-journal`];
    await Promise.all(left.map((name) => rm(name, { force: true })));
  }
}

async function mustBeFree(path: string, data: string): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new OpsFailure(`${path} is there already: name another file.`);
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new OpsFailure(`There is no folder ${dirname(path)}: make it first.`);
  const real = (await realpath(dirname(path))) + sep;
  const own = (await realpath(data).catch(() => resolve(data))) + sep;
  if (real.startsWith(own))
    throw new OpsFailure(
      `${path} lies in the data folder, so the next backup would hold this one: name a file elsewhere.`,
    );
}

async function pack(
  folder: string,
  snapshot: string,
  partial: string,
  { schema, boards, at }: { schema: number; boards: number; at: number },
): Promise<Manifest> {
  const file = await open(partial, "wx", 0o600);
  try {
    const tar = new TarWriter(file, at);
    const files: FileEntry[] = [];
    const add = async (name: string, sizeBytes: number, from: AsyncIterable<Uint8Array>) => {
      const { content, sha256 } = hashing(from);
      await tar.add({ name, sizeBytes }, content);
      files.push({ name, sizeBytes, sha256: sha256() });
    };
    await add(databaseEntry, (await stat(snapshot)).size, createReadStream(snapshot));
    for (const path of await filesBeside(folder)) {
      const bytes = await readFile(join(folder, path)).catch(ifGone);
      if (bytes) await add(filesPrefix + path, bytes.length, piece(bytes));
    }
    const createdAt = new Date(at).toISOString();
    const manifest: Manifest = {
      format: "second-story-backup",
      version: 1,
      createdAt,
      schema,
      boards,
      files,
    };
    const text = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
    await tar.add({ name: manifestName, sizeBytes: text.length }, piece(text));
    await tar.end();
    await file.sync();
    return manifest;
  } finally {
    await file.close();
  }
}

async function* piece(bytes: Uint8Array) {
  yield bytes;
}

/** A file that was removed meanwhile belongs to nothing any more. */
function ifGone(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}

/** Gives the whole file its name, and puts that on disk too. */
async function keep(partial: string, path: string): Promise<void> {
  await rename(partial, path);
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
