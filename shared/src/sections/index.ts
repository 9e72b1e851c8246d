// All sections of a board, in the order in which they come up.
import type { FieldSchemas, FieldValues, ReportLine, Say, Section } from "./section.ts";
import { actions } from "./actions.ts";
import { answers } from "./answers.ts";
import { checkIn } from "./check-in.ts";
import { checkOut } from "./check-out.ts";
import { declined } from "./declined.ts";
import { differently } from "./differently.ts";
import { expected } from "./expected.ts";
import { factors } from "./factors.ts";
import { helped } from "./helped.ts";
import { knowledge } from "./knowledge.ts";
import { parking } from "./parking.ts";
import { questions } from "./questions.ts";
import { remarks } from "./remarks.ts";
import { safeguards } from "./safeguards.ts";
import { slowed } from "./slowed.ts";
import { timeline } from "./timeline.ts";

export const sections = [
  expected,
  checkIn,
  timeline,
  questions,
  answers,
  remarks,
  factors,
  safeguards,
  helped,
  slowed,
  differently,
  knowledge,
  parking,
  actions,
  declined,
  checkOut,
] as const;

type AnySection = (typeof sections)[number];

export type SectionId = AnySection["id"];

/** The values of a section's fields. */
export type FieldsOf<Id extends SectionId> =
  Extract<AnySection, { readonly id: Id }> extends Section<Id, infer Fields extends FieldSchemas>
    ? FieldValues<Fields>
    : never;

/** The four columns of the lessons, in the order of the article. */
export const lessonSections = ["helped", "slowed", "differently", "knowledge"] as const;

export type LessonSectionId = (typeof lessonSections)[number];

const byId = new Map<string, AnySection>(sections.map((section) => [section.id, section]));

/** A section by its id, or undefined for one that this version does not know. */
export const sectionOf = (id: unknown): AnySection | undefined =>
  typeof id === "string" ? byId.get(id) : undefined;

/** One card's line in the report, as its section words it. `fields` are those that the section's own schemas have read. */
export function reportLineOf(
  id: SectionId,
  line: Parameters<Section["reportLine"]>[0],
  say: Say,
): ReportLine {
  const section: Section | undefined = sectionOf(id);
  return section?.reportLine(line, say) ?? { content: line.text };
}
