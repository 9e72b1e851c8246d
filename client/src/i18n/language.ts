// Which language the tool speaks: what was chosen on this device, else what the browser asks for, else English.

export const languages = ["en", "de"] as const;

/** A language the tool speaks. */
export type UiLanguage = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<UiLanguage, string>> = { en: "English", de: "Deutsch" };

const storageKey = "second-story:language";

/** The language to begin with. */
export function preferredLanguage(): UiLanguage {
  return chosenLanguage() ?? bestOf(navigator.languages) ?? "en";
}

/** Keeps a choice on this device. Where nothing can be kept it holds until the page is closed. */
export function rememberLanguage(language: UiLanguage): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A private window may refuse storage; the choice then holds for this page alone.
  }
}

/** The first of the wished languages that the tool speaks; regions do not matter. */
function bestOf(wished: readonly string[]): UiLanguage | undefined {
  return wished
    .map((tag) => languages.find((language) => tag.toLowerCase().split("-")[0] === language))
    .find((language) => language !== undefined);
}

function chosenLanguage(): UiLanguage | undefined {
  try {
    return languages.find((language) => language === localStorage.getItem(storageKey));
  } catch {
    return undefined;
  }
}
