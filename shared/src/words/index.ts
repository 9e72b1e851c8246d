// Texts by key and language. What only the client shows lies in the client's own catalogue.
import { de } from "./de.ts";
import { en } from "./en.ts";

export type WordKey = keyof typeof en;

/** Languages there are texts in. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, de };

/** The text of a key in a language. */
export const word = (language: Language, key: WordKey): string => catalogues[language][key];

/** A language there are texts in, or undefined. */
export const readLanguage = (text: unknown): Language | undefined =>
  languages.find((language) => language === text);
