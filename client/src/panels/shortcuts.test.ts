import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..");

const read = (path: string): string => readFileSync(join(source, path), "utf8");

/** Every letter that some part of the client listens to, as the sheet writes it. */
function heard(): readonly string[] {
  const keys = new Set<string>();
  for (const path of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(path) || /\.test\.|gallery/.test(path)) continue;
    const listened = /(?:useShortcut\(\s*|keys: |shortcut: )"([^" ]+)"/g;
    for (const [, key = ""] of read(path).matchAll(listened)) keys.add(key);
  }
  return [...keys].map((key) => key.toLowerCase().replace("shift+?", "?")).filter(Boolean);
}

test("[Z15] the sheet of keys names every key that does something", () => {
  const sheet = read("panels/shortcuts-dialog.tsx");
  const named = [...sheet.matchAll(/\["[^\]]*"\]/g)].flatMap(([keys]) => JSON.parse(keys));
  const unnamed = heard().filter((key) => key !== "escape" && !named.includes(key));
  expect(unnamed, "add these keys to the table in panels/shortcuts-dialog.tsx").toEqual([]);
});
