// What stays open after the meeting, as text to paste; in the board's language, whatever language this screen speaks.
import { word, type Language, type OpenPart } from "@secondstory/shared";

interface Rest {
  readonly language: Language;
  /** As people typed it; empty without one. */
  readonly title: string;
  /** The day, written out. */
  readonly day: string;
  readonly parts: readonly OpenPart[];
  readonly link: string;
}

interface Sentences {
  readonly head: (title: string, day: string) => string;
  readonly untitled: string;
  readonly nobody: string;
  readonly where: string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    head: (title, day) => `Post-mortem: ${title}. Still open, until ${day}:`,
    untitled: "an incident",
    nobody: "nobody yet",
    where: "All of it stays open on the board. Add what you know:",
  },
  de: {
    head: (title, day) => `Post-mortem: ${title}. Noch offen, bis ${day}:`,
    untitled: "ein Vorfall",
    nobody: "noch niemand",
    where: "Alles bleibt auf dem Board offen. Ergänzt, was ihr wisst:",
  },
};

/** Writes it. Line breaks of a title become blanks. */
export function restText({ language, title, day, parts, link }: Rest): string {
  const say = sentences[language];
  const named = title.replace(/\s+/g, " ").trim() || say.untitled;
  const lines = parts.map(
    ({ phase, owner }) => `- ${word(language, `phases.${phase}.title`)}: ${owner ?? say.nobody}`,
  );
  return [say.head(named, day), ...lines, say.where, link].join("\n");
}
