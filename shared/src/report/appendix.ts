// What cards rest on: links stand beside them, pasted text goes to the end of the report and is referred to as E1, E2 …
import type { BlockContent, Link, Text } from "mdast";
import type { Card } from "../board/card.ts";
import type { Evidence } from "../board/evidence.ts";
import type { Say } from "../sections/section.ts";
import { linkTo, wordsOf } from "./links.ts";
import { fenced, paragraphs, strong, text } from "./nodes.ts";
import { isBlank } from "./safe-text.ts";

/** The evidence of a report. Numbers are given in the order in which cards are printed. */
export interface Appendix {
  /** What to print beside a card: a link, or a number in the appendix, for each of its pieces. */
  readonly refer: (card: Card) => readonly (Link | Text)[];
  /** Everything that was pasted, under its number. */
  readonly blocks: () => readonly BlockContent[];
}

/** Starts an appendix: nothing is in it until cards are printed. */
export function createAppendix(say: Say): Appendix {
  const pasted: { readonly number: string; readonly label: string; readonly words: string }[] = [];
  const labelOf = (piece: Evidence) =>
    isBlank(piece.label) ? say(`evidence.${piece.type}`) : piece.label;
  return {
    refer: (card) =>
      card.evidence.flatMap((piece) => {
        const references: (Link | Text)[] = [];
        const label = labelOf(piece);
        const hasText = piece.text !== null && !isBlank(piece.text);
        if (piece.url !== null && !isBlank(piece.url))
          references.push(referenceTo(piece.url, label));
        if (hasText) {
          const number = `E${pasted.length + 1}`;
          pasted.push({ number, label, words: piece.text });
          references.push(text(number));
        }
        return references.length > 0 ? references : [text(label)];
      }),
    blocks: () =>
      pasted.flatMap(({ number, label, words }) => [
        ...paragraphs([strong(number), text(` ${label}`)]),
        fenced(words),
      ]),
  };
}

/** One node: a link, or label and address as text where the scheme is not a safe one. */
function referenceTo(url: string, label: string): Link | Text {
  const nodes = linkTo(url, [text(label)]);
  const [only] = nodes;
  return only?.type === "link" ? only : text(wordsOf(nodes));
}
