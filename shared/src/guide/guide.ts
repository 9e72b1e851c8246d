// What whoever leads may want to know in a phase: what it is for, what to ask, what helps and what does not. Only they see it.
import type { PhaseId } from "../phases/index.ts";
import type { Language } from "../words/index.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** The guide to one phase, each entry a sentence. */
export interface PhaseGuide {
  readonly purpose: string;
  /** Questions as they can be said aloud. */
  readonly ask: readonly string[];
  readonly helps: readonly string[];
  readonly hinders: readonly string[];
}

/** The guide to every phase; a missing one does not compile. */
export type Guide = Readonly<Record<PhaseId, PhaseGuide>>;

const guides: Readonly<Record<Language, Guide>> = { en, de };

/** The guide to a phase in a language. */
export const guideTo = (phase: PhaseId, language: Language): PhaseGuide => guides[language][phase];
