// The blocks of the report. All of them are built here, so that nothing a person typed gets into the tree uncleaned.
import type {
  BlockContent,
  Code,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  Text,
} from "mdast";
import type { ReportLine } from "../sections/section.ts";
import { tidyPhrasing } from "./phrasing.ts";
import { verbatim } from "./safe-text.ts";

/** What stands where there is nothing. */
export const dash = "–";

/** A cell: inline content, or plain text. */
export type Cell = string | readonly PhrasingContent[];

/** Plain text. */
export const text = (value: string): Text => ({ type: "text", value });

/** Bold text. */
export const strong = (value: string): Strong => ({ type: "strong", children: [text(value)] });

/** A heading. */
export const heading = (depth: Heading["depth"], value: string): Heading => ({
  type: "heading",
  depth,
  children: orDash(tidyPhrasing([text(value)], { oneLine: true })),
});

/** A paragraph, or nothing if nothing stands in it. */
export function paragraphs(content: readonly PhrasingContent[]): Paragraph[] {
  const children = tidyPhrasing(content, {});
  return children.length > 0 ? [{ type: "paragraph", children }] : [];
}

/** A list of one-line items, with the lines below them; tasks where `checked` is there. */
export const lineList = (lines: readonly ReportLine[]): List => ({
  type: "list",
  ordered: false,
  spread: false,
  children: lines.map(({ checked, content, below = [] }): ListItem => {
    const children = orDash(tidyPhrasing(content, { oneLine: true }));
    return {
      type: "listItem",
      spread: false,
      ...(checked !== undefined && { checked }),
      children: [{ type: "paragraph", children }, ...(below.length > 0 ? [lineList(below)] : [])],
    };
  }),
});

/** A list as somebody wrote it; empty items are left out, and an empty list altogether. */
export function blockList(ordered: boolean, items: readonly (readonly BlockContent[])[]): List[] {
  const children = items
    .filter((blocks) => blocks.length > 0)
    .map((blocks): ListItem => ({ type: "listItem", spread: false, children: [...blocks] }));
  return children.length > 0 ? [{ type: "list", ordered, spread: false, children }] : [];
}

/** A table; its first row is the head, and every row has as many cells as the head. */
export const table = (rows: readonly (readonly Cell[])[]): Table => ({
  type: "table",
  children: rows.map((cells) => ({
    type: "tableRow",
    children: cells.map((cell) => ({
      type: "tableCell",
      children: tidyPhrasing(typeof cell === "string" ? [text(cell)] : cell, {
        oneLine: true,
        cell: true,
      }),
    })),
  })),
});

/** Text as it came, between fences. */
export const fenced = (value: string): Code => ({
  type: "code",
  lang: "text",
  value: verbatim(value),
});

const orDash = (children: PhrasingContent[]): PhrasingContent[] =>
  children.length > 0 ? children : [text(dash)];
