// What a section is: a list on the board, as data. The generic list draws it and the report prints it; neither knows its name.
import type { PhrasingContent } from "mdast";
import type { z } from "zod/mini";
import type { WordKey } from "../words/index.ts";

/** Fields of a card beside its text, by the key they have in the document. Each schema has a default for what is missing. */
export type FieldSchemas = Readonly<Record<string, z.ZodMiniType>>;

export type FieldValues<Fields extends FieldSchemas> = {
  readonly [Name in keyof Fields]: z.output<Fields[Name]>;
};

/** Looks up a text in the language of the report. */
export type Say = (key: WordKey) => string;

/** One card's line in the report: a task if `checked` is there, else a plain item. */
export interface ReportLine {
  readonly checked?: boolean;
  readonly content: readonly PhrasingContent[];
  /** Lines under it: what was said about the card, or the notes of a group. */
  readonly below?: readonly ReportLine[];
}

export interface Section<Id extends string = string, Fields extends FieldSchemas = FieldSchemas> {
  readonly id: Id;
  /** The key of its texts: `<words>.title` and so on. */
  readonly words: `sections.${Id}`;
  readonly fields: Fields;
  /**
   * How a card of it stands in the report; `links` are what it rests on, each one node.
   *
   * A method, because the report holds sections as `Section` and hands each its own cards.
   */
  reportLine(
    line: {
      readonly text: readonly PhrasingContent[];
      readonly links: readonly PhrasingContent[];
      readonly fields: FieldValues<Fields>;
    },
    say: Say,
  ): ReportLine;
}

/** Declares a section. Without `reportLine` a card is printed as its text, with what it rests on in brackets. */
export function defineSection<Id extends string, Fields extends FieldSchemas>(
  section: Omit<Section<Id, Fields>, "reportLine" | "words"> &
    Partial<Pick<Section<Id, Fields>, "reportLine">>,
): Section<Id, Fields> {
  return {
    words: `sections.${section.id}`,
    reportLine: ({ text, links }) => ({ content: [...text, ...inBrackets(links)] }),
    ...section,
  };
}

/** What a card rests on, behind its text: ` (a, b)`; nothing where there is none. */
const inBrackets = (links: readonly PhrasingContent[]): PhrasingContent[] =>
  links.length === 0
    ? []
    : [
        { type: "text", value: " (" },
        ...links.flatMap((link, index): PhrasingContent[] =>
          index === 0 ? [link] : [{ type: "text", value: ", " }, link],
        ),
        { type: "text", value: ")" },
      ];

/** The line of a card on which one may pass: its words, or that somebody passed. */
export const passOrText = (
  line: {
    readonly text: readonly PhrasingContent[];
    readonly fields: { readonly passes: boolean };
  },
  say: Say,
): ReportLine => ({
  content: line.fields.passes ? [{ type: "text", value: say("report.passes") }] : line.text,
});
