// The one place where message catalogues are loaded. English comes with the app; what is only said on a board comes with its
// phases (board-messages.ts). German comes as one file, when it is asked for.
import { i18n, type Messages } from "@lingui/core";
import { preferredLanguage, rememberLanguage, type UiLanguage } from "./language.ts";

const english = import.meta.glob<Messages>(
  "../locales/{app,forget,frame,i18n,join,landing,room,screen,site,ui}/en.po",
  { eager: true, import: "messages" },
);

let isOnBoard = false;

/** Speaks a language from here on; components under an I18nProvider are drawn again. */
export async function speak(language: UiLanguage): Promise<void> {
  i18n.loadAndActivate({
    locale: language,
    locales: formatsOf(language),
    messages: await messagesOf(language),
  });
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

/** A part of the board, once what it says is there too. */
export async function withBoardMessages<Part>(part: Promise<Part>): Promise<Part> {
  if (!isOnBoard && i18n.locale === "en") i18n.load("en", (await boardMessages()).messages);
  isOnBoard = true;
  return part;
}

const boardMessages = () => import("./board-messages.ts");

async function messagesOf(language: UiLanguage): Promise<Messages> {
  if (language === "de") return (await import("./german.ts")).messages;
  const first: Messages = Object.assign({}, ...Object.values(english));
  return isOnBoard ? { ...first, ...(await boardMessages()).messages } : first;
}

/** Dates and numbers as the browser's own region writes them, if it speaks that language. */
const formatsOf = (language: UiLanguage): string =>
  navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
