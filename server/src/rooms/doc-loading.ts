// Reads a document from the storage into bytes and clocks, in steps that do not hold up the event loop.
import { setImmediate } from "node:timers/promises";
import type { StoredDoc } from "../storage/storage.ts";
import { Unreadable } from "../updates/byte-reader.ts";
import {
  scanLargeUpdate,
  scanUpdate,
  type Deletions,
  type Scan,
  type Section,
} from "../updates/scan.ts";
import { DocBytes } from "./doc-bytes.ts";
import type { StoredSize } from "./doc-log.ts";
import type { LiveDocOptions } from "./live-doc.ts";

/** What the event loop reads in one go: two or three milliseconds' worth. */
export const maxInlineBytes = 512 * 1024;

/** A document that was read, and what it takes on disk. */
interface LoadedDoc {
  readonly bytes: DocBytes;
  readonly stored: StoredSize;
}

/** Loads a document. What cannot be read is left out and reported. */
export async function loadDoc(
  options: Pick<LiveDocOptions, "storage" | "board" | "path" | "onFailure">,
): Promise<LoadedDoc> {
  const { storage, board, path } = options;
  const found = await storage.loadDoc(board, path);
  const scan = async (update: Uint8Array): Promise<Scan | undefined> => {
    try {
      return update.length > maxInlineBytes ? await scanLargeUpdate(update) : scanUpdate(update);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      options.onFailure("a part of the document cannot be read", error);
      return undefined;
    }
  };
  const { state } = found;
  const read = state && (await scan(state));
  const bytes = new DocBytes(state && read && { ...read, bytes: state });
  await takeRows(bytes, found, scan);
  return { bytes, stored: sizeOf(found) };
}

/** Takes the log's rows in and merges them into one piece. */
async function takeRows(
  bytes: DocBytes,
  { rows }: StoredDoc,
  scan: (update: Uint8Array) => Promise<Scan | undefined>,
): Promise<void> {
  const sections: (readonly Section[])[] = [];
  const deletions: Deletions[] = [];
  let sinceYield = 0;
  for (const { update } of rows) {
    const read = await scan(update);
    if (!read) continue;
    const news = bytes.take(read);
    sections.push(news.sections);
    deletions.push(news.deletions);
    sinceYield += update.length;
    if (sinceYield < maxInlineBytes) continue;
    sinceYield = 0;
    await setImmediate();
  }
  const [allSections, allDeletions] = [sections.flat(), deletions.flat()];
  if (allSections.length > 0 || allDeletions.length > 0) bytes.append(allSections, allDeletions);
}

const sizeOf = ({ state, rows }: StoredDoc): StoredSize => ({
  through: rows.at(-1)?.position ?? 0,
  stateBytes: state?.length ?? 0,
  rows: rows.length,
  sizeBytes: rows.reduce((sum, { update }) => sum + update.length, 0),
});
