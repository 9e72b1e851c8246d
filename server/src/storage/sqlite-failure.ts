// What SQLite throws, in the storage's own terms.
import { StorageFailure } from "./storage.ts";

/** SQLite's extended result codes that mean something here. */
const foreignKeyFailed = 787;
const constraintFailed = 19;
const busy = 5;

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
  return ((errorNumber(error) ?? 0) & 0xff) === constraintFailed;
}

/** Whether another connection holds the lock. */
export const isBusy = (error: unknown) => errorNumber(error) === busy;

function errorNumber(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code : undefined;
}
