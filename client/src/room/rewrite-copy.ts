// Writing a copy in IndexedDB anew.
import type { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/**
 * Writes a copy anew, without anything that is deleted in the document: a copy is a log, in which deleted words go on
 * standing. What another tab has put in meanwhile stays. The browser may keep older blocks of its own files for a while.
 */
export function rewriteCopy({ db, doc }: IndexeddbPersistence): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!db) return resolve(); // nothing was kept yet
    const transaction = db.transaction("updates", "readwrite", { durability: "strict" });
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("aborted")));
    const log = transaction.objectStore("updates");
    const reading: IDBRequest<Uint8Array[]> = log.getAll();
    reading.addEventListener("success", () => {
      const clean = new Y.Doc();
      for (const update of [...reading.result, Y.encodeStateAsUpdate(doc)])
        Y.applyUpdate(clean, update);
      log.clear();
      log.add(Y.encodeStateAsUpdate(clean));
      clean.destroy();
    });
  });
}
