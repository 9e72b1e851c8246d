import { expect, test } from "vitest";

/** The client's own text, by path. */
const sources: Readonly<Record<string, string>> = import.meta.glob("../**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** How a source says that it listens to a key. The bracket holds the key. */
const listeners: readonly RegExp[] = [
  /(?:useShortcut\(\s*|keys: |shortcut: |shortcut=)"([^" ]+)"/g,
  /"(\$mod\+[^"]+)"/g,
  /\.key(?:\.toLowerCase\(\))? [!=]== "([^"]+)"/g,
  /\bkey === "(.)"/g, // of an event taken apart
];

/** Every key that some part of the client listens to, as the sheet writes it. */
function heard(): readonly string[] {
  const keys = new Set<string>();
  for (const [path, text] of Object.entries(sources)) {
    if (/\.test\.|gallery|shortcuts-dialog/.test(path)) continue;
    for (const listener of listeners)
      for (const [, key = ""] of text.matchAll(listener)) keys.add(asWritten(key));
  }
  return [...keys].filter((key) => key !== "");
}

const signs: Readonly<Record<string, string>> = {
  " ": "space",
  arrowup: "↑",
  arrowdown: "↓",
  "mod+shift+z": "shift+mod+z",
  "shift+?": "?", // some keyboards need Shift for a sign
};

const asWritten = (key: string): string => {
  const plain = key.toLowerCase().replace("$mod", "mod").replace("[shift]+", "");
  return signs[plain] ?? plain;
};

/** What every list and field answers to; the second key of Redo; and what the letters after G stand for. */
const known: readonly string[] = ["arrowleft", "arrowright", "home", "end", "tab", "mod+y", "z"];

test("[Z15] the sheet of keys names every key that does something", () => {
  const sheet = sources["./shortcuts-dialog.tsx"] ?? "";
  const named = [...sheet.matchAll(/\["[^\]]*"\]/g)].flatMap(([keys]) => JSON.parse(keys));
  const missing = heard().filter((key) => !named.includes(key) && !known.includes(key));
  expect(missing, "add these keys to the table in panels/shortcuts-dialog.tsx").toEqual([]);
});

test("[Z15] the sheet says of no key two things", () => {
  const sheet = sources["./shortcuts-dialog.tsx"] ?? "";
  const named = [...sheet.matchAll(/\["[^\]]*"\]/g)].flatMap(([keys]) => JSON.parse(keys));
  const twice = named.filter((key, index) => key !== "g" && named.indexOf(key) !== index);
  expect(twice, "G alone is named again: it begins two chords").toEqual([]);
});
