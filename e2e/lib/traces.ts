// Looks for what must be nowhere any more: in the server's files, and in everything a browser keeps of a site.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Which of these letters stand in any file of a folder, in either of the encodings that databases use. */
export async function inFiles(
  folder: string,
  letters: readonly string[],
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  return letters.filter((letter) =>
    files.some((bytes) => bytes.includes(letter) || bytes.includes(letter, 0, "utf16le")),
  );
}

/** Everything that a page's site keeps in this browser: databases, storage, caches. Bytes are read as text. */
const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const asText = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
    const request = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.addEventListener("success", () => resolve(asked.result));
        asked.addEventListener("error", () => reject(new Error("not read")));
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      found.push(name);
      for (const store of database.objectStoreNames) {
        const values = await request(database.transaction(store).objectStore(store).getAll());
        for (const value of values) found.push(asText(value));
      }
      database.close();
    }
    return found.join("\n");
  });

/** Which of these letters a browser keeps. */
export async function inBrowser(
  page: Page,
  letters: readonly string[],
): Promise<readonly string[]> {
  const kept = await everythingKept(page);
  return letters.filter((letter) => kept.includes(letter));
}

/** The databases of a board that a browser keeps. */
export const databasesOf = (page: Page, board: string): Promise<readonly string[]> =>
  page.evaluate(
    async (id) =>
      (await indexedDB.databases()).flatMap(({ name = "" }) => (name.includes(id) ? [name] : [])),
    board,
  );
