// The one place where message catalogues are loaded. What every page says in English comes with the app; what is said on a
// board alone comes with its phases (board-messages.ts), and what the pages before it say with those (page-messages.ts).
// German comes as one file, when it is asked for.
import { i18n, type Messages } from "@lingui/core";
import { preferredLanguage, rememberLanguage, type UiLanguage } from "./language.ts";
import { bringWords } from "./words.ts";

const english = import.meta.glob<Messages>("../locales/{app,frame,i18n,screen,ui}/en.po", {
  eager: true,
  import: "messages",
});

const later = {
  board: () => import("./board-messages.ts"),
  pages: () => import("./page-messages.ts"),
};
type Bundle = keyof typeof later;

const wanted = new Set<Bundle>();

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
export const withBoardMessages = <Part>(part: Promise<Part>): Promise<Part> =>
  withMessages("board", part);

/** A page before the board, once what it says is there too. */
export const withPageMessages = <Part>(part: Promise<Part>): Promise<Part> =>
  withMessages("pages", part);

async function withMessages<Part>(bundle: Bundle, part: Promise<Part>): Promise<Part> {
  if (!wanted.has(bundle) && i18n.locale === "en")
    i18n.load("en", (await later[bundle]()).messages);
  wanted.add(bundle);
  return part;
}

async function messagesOf(language: UiLanguage): Promise<Messages> {
  if (language === "de") {
    const { messages, words } = await import("./german.ts");
    bringWords("de", words);
    return messages;
  }
  const bundles = await Promise.all([...wanted].map((bundle) => later[bundle]()));
  return Object.assign({}, ...Object.values(english), ...bundles.map(({ messages }) => messages));
}

/** Dates and numbers as the browser's own region writes them, if it speaks that language. */
const formatsOf = (language: UiLanguage): string =>
  navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
