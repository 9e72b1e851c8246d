// The announcement as text for chat and mail, in the board's language, whatever language this screen speaks.
import type { Language } from "@secondstory/shared";

interface Facts {
  readonly language: Language;
  /** As people typed it; empty without one. */
  readonly title: string;
  /** The day, time and zone of the meeting, written out; undefined while there is no date. */
  readonly when: string | undefined;
  readonly link: string;
  /** The title of the phase at which the group stopped the first time, and goes on. */
  readonly goesOnAt?: string | undefined;
}

/** An announcement, ready to be pasted. */
export interface Announcement {
  readonly subject: string;
  readonly chat: string;
  readonly mail: string;
  /** What the calendar says beside the subject. */
  readonly invitation: string;
}

interface Sentences {
  readonly subject: (title: string) => string;
  readonly untitled: string;
  readonly when: (when: string) => string;
  readonly noDate: string;
  readonly goesOn: (phase: string) => string;
  readonly welcome: string;
  readonly before: string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    subject: (title) => `Post-mortem: ${title}`,
    untitled: "an incident",
    when: (when) => `When: ${when}`,
    noDate: "When: the date is still to be set.",
    goesOn: (phase) => `It is the second time: we stopped at ${phase} and go on there.`,
    welcome:
      "Everyone is welcome: those who were part of it, and those who want to learn from it. We want to understand how it made sense at the time; we are not looking for a person.",
    before: "Read the board before, and add what you saw. A name is enough, no account:",
  },
  de: {
    subject: (title) => `Post-mortem: ${title}`,
    untitled: "ein Vorfall",
    when: (when) => `Wann: ${when}`,
    noDate: "Wann: Der Termin steht noch nicht fest.",
    goesOn: (phase) =>
      `Es ist das zweite Treffen: Wir haben bei ${phase} aufgehört und machen dort weiter.`,
    welcome:
      "Alle sind willkommen: wer dabei war und wer daraus lernen möchte. Wir wollen verstehen, warum es in dem Moment sinnvoll war; wir suchen keine Person.",
    before:
      "Lest das Board schon vorher und ergänzt, was ihr gesehen habt. Ein Name genügt, ohne Konto:",
  },
};

/** Writes the announcement. Line breaks of a title become blanks. */
export function announcement({ language, title, when, link, goesOnAt }: Facts): Announcement {
  const say = sentences[language];
  const subject = say.subject(title.replace(/\s+/g, " ").trim() || say.untitled);
  const day = when === undefined ? say.noDate : say.when(when);
  const date = goesOnAt === undefined ? day : `${day}\n${say.goesOn(goesOnAt)}`;
  const invitation = `${say.welcome}\n\n${say.before}\n${link}`;
  return {
    subject,
    chat: `${subject}\n${date}\n${say.welcome}\n${say.before}\n${link}`,
    mail: `${subject}\n\n${date}\n\n${invitation}\n`,
    invitation,
  };
}
