// Reads a document from the storage into bytes and clocks, in steps that do not hold up the event loop.
import { setImmediate } from "node:timers/promises";
import type { StoredDoc } from "../storage/storage.ts";
import { Unreadable } from "../updates/byte-reader.ts";
import { scanLargeUpdate, scanUpdate, type Scan } from "../updates/scan.ts";
import { joinScans } from "../updates/sections.ts";
import { DocBytes } from "./doc-bytes.ts";
import { DocSpoiled } from "./doc-host.ts";
import type { StoredSize } from "./doc-log.ts";
import type { LiveDocOptions } from "./live-doc-options.ts";

/** What the event loop reads in one go: two or three milliseconds' worth. */
export const maxInlineBytes = 512 * 1024;

/** A document that was read, and what it takes on disk. */
interface LoadedDoc {
  readonly bytes: DocBytes;
  readonly stored: StoredSize;
}

type LoadingOptions = Pick<LiveDocOptions, "storage" | "board" | "path" | "metrics" | "onFailure">;

/** Loads a document. What cannot be read is put aside and reported; the rest is served. */
export async function loadDoc(options: LoadingOptions): Promise<LoadedDoc> {
  const { storage, board, path, metrics, onFailure } = options;
  const found = await storage.loadDoc(board, path);
  const { state } = found;
  const read = state && (await tryScan(state));
  if (state && !read) throw new DocSpoiled("the state of a document cannot be read");
  const bytes = new DocBytes(state && read && { ...read, bytes: state });
  const unreadable = await takeRows(bytes, found);
  if (unreadable.length > 0) await storage.quarantine(board, path, unreadable);
  const lost = found.damaged + unreadable.length;
  if (lost > 0) {
    metrics.quarantined.inc(lost);
    onFailure(`put aside ${lost} damaged part(s) of a document`, undefined);
  }
  return { bytes, stored: sizeOf(found) };
}

/** Takes the log's rows in and merges them into one piece. Gives the positions of those that cannot be read. */
async function takeRows(bytes: DocBytes, { rows }: StoredDoc): Promise<readonly number[]> {
  const news: Scan[] = [];
  const unreadable: number[] = [];
  let sinceYield = 0;
  for (const { position, update } of rows) {
    const read = await tryScan(update);
    if (!read) {
      unreadable.push(position);
      continue;
    }
    news.push(bytes.take(read));
    sinceYield += update.length;
    if (sinceYield < maxInlineBytes) continue;
    sinceYield = 0;
    await setImmediate();
  }
  const all = joinScans(news);
  if (all.sections.length > 0 || all.deletions.length > 0) bytes.append(all);
  return unreadable;
}

async function tryScan(update: Uint8Array): Promise<Scan | undefined> {
  try {
    return update.length > maxInlineBytes ? await scanLargeUpdate(update) : scanUpdate(update);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const sizeOf = ({ state, rows }: StoredDoc): StoredSize => ({
  through: rows.at(-1)?.position ?? 0,
  stateBytes: state?.length ?? 0,
  rows: rows.length,
  sizeBytes: rows.reduce((sum, { update }) => sum + update.length, 0),
});
