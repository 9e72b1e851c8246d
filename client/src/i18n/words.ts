// The words that the whole product shares, by language. English comes with the app, German with its catalogue.
import { englishWords, type Language, type WordKey, type Words } from "@secondstory/shared";

const spoken: Partial<Record<Language, Words>> = { en: englishWords };

/** Keeps the words of a language that has arrived. */
export const bringWords = (language: Language, words: Words): void => {
  spoken[language] = words;
};

/** The text of a key in a language that is spoken here; in English, until that one has arrived. */
export const spokenWord = (language: Language, key: WordKey): string =>
  (spoken[language] ?? englishWords)[key];
