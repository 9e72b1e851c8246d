// Writing that is hidden: while a column is, people write into their private documents, and others see how many notes there
// are and nothing else.
//
//   open ──hide──▶ hidden, a round further ──reveal──▶ open
//
// Names are chosen with the round, before anybody writes; what is without names stays without.
import { z } from "zod/mini";
import { lessonSections, type SectionId } from "../sections/index.ts";
import type { Control, ControlState } from "./control.ts";

/** The columns that can be hidden while people write. */
export const hideableSections = ["check-in", ...lessonSections] as const;

export type HideableSectionId = (typeof hideableSections)[number];

/** How a column is written. */
export interface Writing {
  /** 1, 2, 3 …: how often it was hidden; diverge and converge take a round each. */
  readonly round: number;
  readonly isHidden: boolean;
  /** Whether the notes of this round will carry their author's name. */
  readonly isNamed: boolean;
  /** When it was last revealed: epoch milliseconds, server clock; null before the first time. */
  readonly revealedAt: number | null;
  /** How many notes wait hidden, as of the last batch; 0 while it is not hidden. */
  readonly notes: number;
  /** Whether somebody wrote here in the last batch; never said while fewer than three people write. */
  readonly isBeingWritten: boolean;
}

/** What is told of the drafts of a column. */
export type WritingCount = Pick<Writing, "notes" | "isBeingWritten">;

const stored = z.object({
  round: z.catch(z.number(), 1),
  isHidden: z.catch(z.boolean(), false),
  isNamed: z.catch(z.boolean(), false),
  revealedAt: z.catch(z.nullable(z.number()), null),
  notes: z.catch(z.number(), 0),
  isBeingWritten: z.catch(z.boolean(), false),
});

/** How columns are written; one that nobody ever hid is not there. */
export function readWriting({ writing }: Control): ControlState["writing"] {
  const read: Partial<Record<HideableSectionId, Writing>> = {};
  for (const section of hideableSections) {
    const parsed = stored.safeParse(writing.get(section));
    if (parsed.success) read[section] = parsed.data;
  }
  return read;
}

/** How a column is written; undefined for one that nobody ever hid. */
export const writingIn = (
  { writing }: Pick<ControlState, "writing">,
  section: SectionId,
): Writing | undefined => (isHideable(section) ? writing[section] : undefined);

/** Whether what people write in a column is theirs alone for the moment. */
export const isWritingHidden = (
  control: Pick<ControlState, "writing">,
  section: SectionId,
): boolean => writingIn(control, section)?.isHidden === true;

/** Whether a column can be hidden. */
export const isHideable = (section: SectionId): section is HideableSectionId =>
  hideableSections.some((id) => id === section);

/** Puts how a column is written. One value under one key, so that it changes whole. */
export function setWriting({ writing }: Control, section: HideableSectionId, value: Writing): void {
  if (JSON.stringify(writing.get(section)) !== JSON.stringify(value)) writing.set(section, value);
}

/** A column as it is when a round begins. */
export const roundBegun = (before: Writing | undefined, isNamed: boolean): Writing => ({
  round: (before?.round ?? 0) + 1,
  isHidden: true,
  isNamed,
  revealedAt: before?.revealedAt ?? null,
  notes: 0,
  isBeingWritten: false,
});

/** Hides the lessons of a board that is new, without names. */
export function seedWriting(control: Control): void {
  for (const section of lessonSections) setWriting(control, section, roundBegun(undefined, false));
}

/** Puts the counts of a batch: for the server. Columns that are not hidden have none. */
export function countDrafts(
  control: Control,
  counts: Readonly<Partial<Record<HideableSectionId, WritingCount>>>,
): void {
  const writing = readWriting(control);
  control.doc.transact(() => {
    for (const section of hideableSections) {
      const before = writing[section];
      const count = counts[section] ?? { notes: 0, isBeingWritten: false };
      if (before?.isHidden) setWriting(control, section, { ...before, ...count });
    }
  });
}
