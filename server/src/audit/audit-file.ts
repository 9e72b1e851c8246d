// The audit log as a file beside the database: a line of JSON for each event. A file, because it only ever grows at its end,
// is read without a tool, and stays as it is when the database is restored from a backup (ADR 0025).
import { appendFile, mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AuditEvent } from "./audit.ts";

/** The name of the log in the data folder. The one before it has `.1` at its end. */
export const auditFileName = "audit.log";

/**
 * Writes to the log of a folder. Rejects when the disk refuses.
 *
 * A log that would outgrow `maxBytes` takes the place of the one before it, so that twice as much is kept at most. Another
 * process may write to the same log: lines are appended whole.
 */
export function auditFile(
  folder: string,
  { maxBytes, now }: { readonly maxBytes: number; readonly now: () => number },
): (event: AuditEvent) => Promise<void> {
  const path = join(folder, auditFileName);
  let last = Promise.resolve();

  const write = async (line: string) => {
    const sizeBytes = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    if (sizeBytes > 0 && sizeBytes + line.length > maxBytes) await rename(path, `${path}.1`);
    await mkdir(folder, { recursive: true });
    await appendFile(path, line, { mode: 0o600 });
  };

  return (event) => {
    const line = lineOf(event, now());
    const written = last.then(() => write(line)); // one after the other, in the order of asking
    last = written.catch(() => undefined);
    return written;
  };
}

/** Field by field, so that nothing else that an object carries is ever written. */
function lineOf({ event, board, by, participant, role, link, format }: AuditEvent, at: number) {
  const time = new Date(at).toISOString();
  return `${JSON.stringify({ at: time, event, board, by, participant, role, link, format })}\n`;
}
