// The one place where message catalogues are loaded: English with the app, German when it is asked for.
import { i18n, type Messages } from "@lingui/core";
import { preferredLanguage, rememberLanguage, type UiLanguage } from "./language.ts";

const english = import.meta.glob<Messages>("../locales/*/en.po", {
  eager: true,
  import: "messages",
});

/** Speaks a language from here on; components under an I18nProvider are drawn again. */
export async function speak(language: UiLanguage): Promise<void> {
  const messages: Messages =
    language === "de"
      ? (await import("./german.ts")).messages
      : Object.assign({}, ...Object.values(english));
  i18n.loadAndActivate({ locale: language, locales: formatsOf(language), messages });
  document.documentElement.lang = language;
}

/** Speaks the preferred language. If its catalogue does not arrive (offline, first visit) it is English. */
export async function speakPreferred(): Promise<void> {
  await speak(preferredLanguage()).catch(() => speak("en"));
}

/** Speaks a language and keeps the choice on this device. */
export async function chooseLanguage(language: UiLanguage): Promise<void> {
  await speak(language);
  rememberLanguage(language);
}

/** Dates and numbers as the browser's own region writes them, if it speaks that language. */
const formatsOf = (language: UiLanguage): string =>
  navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
