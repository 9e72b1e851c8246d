import { expect, test } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { languages, readLanguage, word, type WordKey } from "./index.ts";

/** Words that German has taken over, and signs. */
const sameInBoth: readonly WordKey[] = [
  "evidence.chat",
  "evidence.log",
  "evidence.ticket",
  "evidence.build",
  "evidence.link",
  "families.system",
  "severities.sev1",
  "severities.sev2",
  "severities.sev3",
  "severities.sev4",
  "report.review",
  "report.minutes",
  "report.hours",
];

const keys = Object.keys(en) as WordKey[];

test("both languages have the same keys, and none is empty", () => {
  expect(Object.keys(de).toSorted()).toEqual(keys.toSorted());
  for (const language of languages)
    expect(keys.filter((key) => word(language, key).trim() !== word(language, key))).toEqual([]);
  expect(keys.filter((key) => word("en", key) === "" || word("de", key) === "")).toEqual([]);
});

test("nothing is left in English, except what German says the same way", () => {
  expect(keys.filter((key) => de[key] === en[key]).toSorted()).toEqual(sameInBoth.toSorted());
});

test("both languages fill in the same places", () => {
  for (const key of keys) expect([key, placesOf(de[key])]).toEqual([key, placesOf(en[key])]);
});

test("no text looks for a person or a root cause", () => {
  const blaming = /root cause|blame|fault|mistake|Schuld|Fehler von|verursacht/i;
  expect(keys.filter((key) => blaming.test(en[key]) || blaming.test(de[key]))).toEqual([]);
});

test("[Z15] after G each phase has a letter of its own, which its title has too, and never G", () => {
  for (const table of [en, de]) {
    const letters = keys
      .filter((key) => key.endsWith(".letter"))
      .map((key) => [key, table[key]] as const);
    expect(new Set(letters.map(([, letter]) => letter)).size).toBe(7);
    for (const [key, letter] of letters) {
      const title = table[key.replace("letter", "title") as WordKey].toLowerCase();
      expect([key, letter.length, letter === "g", title.includes(letter)]).toEqual([
        key,
        1,
        false,
        true,
      ]);
    }
  }
});

test("a language is read by its name alone", () => {
  expect(readLanguage("de")).toBe("de");
  for (const name of ["fr", "__proto__", "", null]) expect(readLanguage(name)).toBeUndefined();
});

const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
