import { expect, test } from "vitest";

/** The client's own text, by path. */
const sources: Readonly<Record<string, string>> = import.meta.glob("../**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every letter that some part of the client listens to, as the sheet writes it. */
function heard(): readonly string[] {
  const keys = new Set<string>();
  for (const [path, text] of Object.entries(sources)) {
    if (/\.test\.|gallery/.test(path)) continue;
    const listened = /(?:useShortcut\(\s*|keys: |shortcut: )"([^" ]+)"/g;
    for (const [, key = ""] of text.matchAll(listened)) keys.add(key);
  }
  // a modifier in brackets may be held, and some keyboards need Shift for a sign
  const asWritten = (key: string) =>
    key.toLowerCase().replace("[shift]+", "").replace("shift+?", "?");
  return [...keys].map(asWritten).filter(Boolean);
}

test("[Z15] the sheet of keys names every key that does something", () => {
  const sheet = sources["./shortcuts-dialog.tsx"] ?? "";
  const named = [...sheet.matchAll(/\["[^\]]*"\]/g)].flatMap(([keys]) => JSON.parse(keys));
  const unnamed = heard().filter((key) => key !== "escape" && !named.includes(key));
  expect(unnamed, "add these keys to the table in panels/shortcuts-dialog.tsx").toEqual([]);
});
