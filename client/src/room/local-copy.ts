// A document's copy in this browser. Some browsers refuse storage (private windows, full disks): then everything works as
// long as the tab is open, and the session says so.
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import type { BoardId, DocName, ParticipantId } from "@secondstory/shared";

/** The name of a copy: two people who share a browser never share a copy. */
export const copyName = (board: BoardId, participant: ParticipantId, doc: DocName): string =>
  `second-story:${board}:${participant}:${doc}`;

/** Whether this browser keeps databases at all. */
export function canKeepCopies(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open("second-story:probe");
      request.addEventListener("error", () => resolve(false));
      request.addEventListener("success", () => {
        request.result.close();
        resolve(true);
      });
    } catch {
      resolve(false);
    }
  });
}

/** Loads a document from this browser's copy and keeps the copy up to date. Resolves once the document is loaded. */
export async function keepCopy(name: string, doc: Y.Doc): Promise<IndexeddbPersistence> {
  const copy = new IndexeddbPersistence(name, doc);
  await copy.whenSynced;
  return copy;
}

/** Deletes copies by name. One that another tab still holds goes when that tab closes, and is not waited for. */
export async function deleteCopies(names: readonly string[]): Promise<void> {
  await Promise.all(names.map(deleteCopy));
}

function deleteCopy(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"] as const)
      request.addEventListener(end, () => resolve());
  });
}
