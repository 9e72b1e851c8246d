// The data folder from outside the server: what lies in it, and its database, opened beside a server that may be running.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseName, lockName, takeFolder } from "../storage/sqlite-database.ts";
import { schemaOf, latestSchema } from "../storage/sqlite-schema.ts";
import { StorageFailure } from "../storage/storage.ts";
import { OpsFailure } from "./ops-failure.ts";

/** What only a running server needs, or what an operator has put aside here: no part of the data. */
const passing = [/^compile-cache$/, /^replaced-/, /^restoring-/];

/** The files of a data folder beside the database, by their path in it, in order. */
export async function filesBeside(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !isOfDatabase(path) && !passing.some((name) => name.test(topOf(path))))
    .toSorted();
}

/** The database itself and what SQLite lays beside it. */
export const isOfDatabase = (path: string): boolean =>
  [databaseName, lockName].some((name) => path === name || path.startsWith(`${name}-`));

const topOf = (path: string) => path.slice(0, (path + "/").indexOf("/"));

/** Opens the database beside a server. Throws an `OpsFailure` where there is none. */
export function openBeside(folder: string, { readOnly }: { readonly readOnly: boolean }) {
  const path = join(folder, databaseName);
  if (!existsSync(path))
    throw new OpsFailure(
      `There is no data in ${folder}: set DATA_DIR to the folder that the server uses.`,
    );
  const database = new DatabaseSync(path, { readOnly });
  database.exec("PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;");
  return database;
}

/** Opens the database for commands that read what is in it, which only this version's schema allows. */
export function openCurrent(folder: string, options: { readonly readOnly: boolean }) {
  const database = openBeside(folder, options);
  const schema = schemaOf(database);
  if (schema === latestSchema) return database;
  database.close();
  throw new OpsFailure(
    schema < latestSchema
      ? `The data in ${folder} is from an earlier version of Second Story: start this version's server once, then try again.`
      : `The data in ${folder} is from a later version of Second Story: use the commands of that version.`,
  );
}

/** Takes the folder, as a server does, or throws an `OpsFailure` if one runs on it. */
export function takeForOps(folder: string): { close(): void } {
  const lock = tryToTake(folder);
  if (lock) return lock;
  throw new OpsFailure(`A server uses the data in ${folder}: stop it first.`);
}

/** Takes the folder; undefined if a server runs on it. */
export function tryToTake(folder: string): { close(): void } | undefined {
  try {
    return takeFolder(folder);
  } catch (error) {
    if (error instanceof StorageFailure && error.code === "in-use") return undefined;
    throw error;
  }
}
