// The words of a text without its form. Apart from the rest, because who only reads words needs no Yjs.
import type { Inline, ListItem, RichText } from "./rich-text.ts";

/** The words alone: a line a paragraph, a break starts a line too, lists and marks are dropped. */
export function plainText(text: RichText): string {
  return linesOf(text).join("\n");
}

function linesOf(blocks: RichText | readonly ListItem[]): string[] {
  return blocks.flatMap((block) =>
    block.type === "paragraph" ? [lineOf(block.content)] : linesOf(block.content),
  );
}

const lineOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === "text" ? inline.text : "\n")).join("");
