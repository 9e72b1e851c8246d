// What SQLite throws, in the storage's own terms.
import { StorageFailure } from "./storage.ts";

/** SQLite's extended result codes that mean something here. */
const foreignKeyFailed = 787;
const constraintFailed = 19;
const busy = 5;
const corrupt = 11;

/** Says in the storage's own terms what SQLite threw. */
export function storageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  if (errorNumber(error) === foreignKeyFailed)
    return new StorageFailure("board-gone", "there is no such board");
  const reason = error instanceof Error ? error.message : String(error);
  return new StorageFailure("disk", `the database refused: ${reason}`, { cause: error });
}

/** Whether a call was refused for what it asked, which is no fault of the disk. */
export function isRefused(error: unknown): boolean {
  if (error instanceof StorageFailure) return error.code !== "disk";
  return kindOf(error) === constraintFailed;
}

/** Whether a page of the file is not what SQLite had written there. */
export const isCorrupt = (error: unknown) => kindOf(error) === corrupt;

/** Whether another connection holds the lock. */
export const isBusy = (error: unknown) => errorNumber(error) === busy;

/** SQLite's result code without what extends it. */
const kindOf = (error: unknown) => (errorNumber(error) ?? 0) & 0xff;

function errorNumber(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code : undefined;
}
