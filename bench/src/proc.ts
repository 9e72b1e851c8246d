// Linux tells in /proc what processes use; elsewhere there is nothing to read, and figures are left out.
import { readFileSync } from "node:fs";

/** A tick of /proc: 10 ms on every Linux that Node runs on. */
export const tickMs = 10;

/** A small file, or undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // another system, or the process is gone
  }
}
