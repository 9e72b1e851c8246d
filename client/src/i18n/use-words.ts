// The words that the whole product shares (phases, questions, kinds), in the language of the interface.
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import { readLanguage, type Language, type WordKey } from "@secondstory/shared";
import { spokenWord } from "./words.ts";

/** The language of the interface. Its reader is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useLingui();
  return readLanguage(i18n.locale) ?? "en";
}

/** Looks words up in the language of the interface. */
export function useWords(): (key: WordKey) => string {
  const language = useLanguage();
  return useCallback((key) => spokenWord(language, key), [language]);
}
