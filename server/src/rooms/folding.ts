// Puts a document's log into a state: what came until now is set aside, folded in another thread, stored, and only then are
// the rows gone that it came in. What comes meanwhile goes behind it.
import type { DocPath, Storage } from "../storage/storage.ts";
import type { BoardId } from "@secondstory/shared";
import { isAllOf, type DocBytes } from "./doc-bytes.ts";
import type { HostedDoc } from "./doc-host.ts";
import type { DocLog } from "./doc-log.ts";

/** What is folded, and where it is kept. */
export interface Folding {
  readonly storage: Storage;
  readonly board: BoardId;
  readonly path: DocPath;
  /** With everything in it that the log holds or is about to be given. */
  readonly bytes: DocBytes;
  readonly log: DocLog;
  /** Opens the document as it is when this is called. */
  readonly open: () => Promise<HostedDoc>;
}

/** Folds a log. If that fails everything is as before, and the promise rejects. */
export async function foldLog({ storage, board, path, bytes, log, open }: Folding): Promise<void> {
  const saving = log.whenAllSaved();
  const clocks = new Map(bytes.clocks);
  bytes.seal();
  try {
    // what waits for something missing is in no state: it is written again, behind the rows that go
    const waiting = new Set(bytes.waiting.map((section) => section.bytes));
    if (waiting.size > 0) log.append([...waiting]);
    const [doc, rows] = await Promise.all([open(), saving]);
    const { shared, ...state } = await doc.state();
    if (!isAllOf(clocks, state)) throw new Error("folding would lose something");
    // by now another room may have folded more than this: what it put on disk must stay
    if (log.isStopped) throw new Error("the document was closed meanwhile");
    await storage.compact(board, path, shared, rows.through);
    bytes.folded(state);
    log.noteFolded(rows, state.bytes.length);
  } catch (error) {
    bytes.notFolded();
    throw error;
  }
}
