// Texts by key and language. What only the client shows lies in the client's own catalogue.
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Language } from "./languages.ts";

export * from "./languages.ts";

export type WordKey = keyof typeof en;

/** Every text of one language. */
export type Words = Readonly<Record<WordKey, string>>;

const catalogues: Readonly<Record<Language, Words>> = { en, de };

/** The text of a key in a language. Who needs one language alone takes that: `en` comes with a page, `de` when it is read. */
export const word = (language: Language, key: WordKey): string => catalogues[language][key];
