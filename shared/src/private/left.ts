// What of a draft is not shared yet. Every letter of a document has an id that no other ever gets, so a note of the ids that
// were shared tells new letters from old ones, whatever was typed, struck out or brought from another device meanwhile.
import * as Y from "yjs";
import { readPartOf, type Block, type Inline, type RichText } from "../board/rich-text.ts";

/** Letters whose ids follow each other: client, clock of the first, how many. */
export type Run = readonly [client: number, clock: number, length: number];

/** What was shared of a draft: the runs of its letters, and what they said, in their order. */
export interface SharedLetters {
  readonly runs: readonly Run[];
  /** Empty once its owner's browser has cleared the draft. */
  readonly text: string;
}

/** A stretch of letters as the document keeps it. */
interface Piece {
  readonly node: Y.XmlText | Y.XmlElement;
  readonly client: number;
  readonly clock: number;
  /** A break is a line break. */
  readonly letters: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What of a text is not shared yet, in its form; undefined if that is nothing but blanks. */
export function leftOf(fragment: Y.XmlFragment, shared: SharedLetters): RichText | undefined {
  const left = leftPieces(fragment, shared);
  const texts = Map.groupBy(left, ({ node }) => node);
  const rich = readPartOf(fragment, {
    stretchesOf: (text) =>
      (texts.get(text) ?? []).map(({ letters, attributes }) => ({ insert: letters, attributes })),
    hasBreak: (element) => texts.has(element),
  });
  return left.some(({ letters }) => letters.trim() !== "") ? withoutGaps(rich) : undefined;
}

/** What is known as shared once everything is that stands in a text. */
export function withAllShared(fragment: Y.XmlFragment, shared: SharedLetters): SharedLetters {
  const news = piecesOf(fragment).flatMap((piece) => without(piece, shared.runs));
  const runs = [...shared.runs];
  for (const { client, clock, letters } of news) {
    const last = runs.at(-1);
    if (last && last[0] === client && last[1] + last[2] === clock)
      runs[runs.length - 1] = [client, last[1], last[2] + letters.length];
    else runs.push([client, clock, letters.length]);
  }
  return { runs, text: shared.text + news.map(({ letters }) => letters).join("") };
}

/** Strikes out every letter and leaves the paragraphs: what another device of its owner has typed into them stays. */
export function clearLetters(fragment: Y.XmlFragment): void {
  for (const node of nodesBelow(fragment))
    if (node instanceof Y.XmlText) node.delete(0, node.length);
}

/** What is neither shared nor, as far as one can tell, shared letters that an editor or an undo has written anew. */
function leftPieces(fragment: Y.XmlFragment, shared: SharedLetters): readonly Piece[] {
  const pieces = piecesOf(fragment);
  const left = pieces.flatMap((piece) => without(piece, shared.runs));
  const gone = goneFrom(pieces, shared);
  return gone.length === 0
    ? left
    : stretchesOf(left).flatMap((stretch) => withoutMoved(stretch, gone));
}

/** Pieces that stand beside each other in one text. */
function stretchesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const stretches: Piece[][] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    const before = last?.at(-1);
    const isNext =
      before?.node === piece.node &&
      before.client === piece.client &&
      before.clock + before.letters.length === piece.clock;
    if (last && isNext) last.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

/** From so many letters on a stretch that begins like something that is gone is taken for it. */
const tellingLetters = 4;

/** Leaves out what an editor took away in one place and put into another, such as the rest of a paragraph that was split. */
function withoutMoved(stretch: readonly Piece[], gone: string[]): readonly Piece[] {
  const letters = stretch.map((piece) => piece.letters).join("");
  const index = gone.findIndex(
    (text) =>
      text === letters || (text.trim().length >= tellingLetters && letters.startsWith(text)),
  );
  const [moved = ""] = index < 0 ? [] : gone.splice(index, 1);
  let skip = moved.length;
  return stretch.flatMap((piece) => {
    const from = Math.min(skip, piece.letters.length);
    skip -= from;
    return from === piece.letters.length ? [] : [cut(piece, from, piece.letters.length)];
  });
}

/** The letters that were shared and are not in the text any more, together where they stood together. */
function goneFrom(pieces: readonly Piece[], { runs, text }: SharedLetters): string[] {
  const gone: string[] = [];
  if (text === "") return gone;
  let at = 0;
  let isOpen = false;
  for (const [client, clock, length] of runs) {
    for (let index = 0; index < length; index += 1, at += 1) {
      const isThere = pieces.some((piece) => holds(piece, client, clock + index));
      const letter = text[at] ?? "";
      if (!isThere && isOpen) gone[gone.length - 1] += letter;
      else if (!isThere && letter !== "") gone.push(letter);
      isOpen = !isThere && letter !== "";
    }
  }
  return gone;
}

const holds = (piece: Piece, client: number, clock: number): boolean =>
  piece.client === client && piece.clock <= clock && clock < piece.clock + piece.letters.length;

/** What of a piece is in none of the runs. */
function without(piece: Piece, runs: readonly Run[]): readonly Piece[] {
  let rest: readonly Piece[] = [piece];
  for (const [client, clock, length] of runs) {
    if (client !== piece.client) continue;
    rest = rest.flatMap((one) => {
      const from = Math.max(0, Math.min(one.letters.length, clock - one.clock));
      const to = Math.max(0, Math.min(one.letters.length, clock + length - one.clock));
      if (from >= to) return [one];
      return [cut(one, 0, from), cut(one, to, one.letters.length)].filter(
        ({ letters }) => letters !== "",
      );
    });
  }
  return rest;
}

const cut = (piece: Piece, from: number, to: number): Piece => ({
  ...piece,
  clock: piece.clock + from,
  letters: piece.letters.slice(from, to),
});

/** Every letter below a fragment, in order. */
const piecesOf = (fragment: Y.XmlFragment): readonly Piece[] =>
  nodesBelow(fragment).flatMap((node) =>
    node instanceof Y.XmlText ? lettersOf(node) : breakOf(node),
  );

/** Texts and elements below a fragment, in order; as deep as anybody nests them, without using the stack. */
function nodesBelow(fragment: Y.XmlFragment): readonly (Y.XmlText | Y.XmlElement)[] {
  const nodes: (Y.XmlText | Y.XmlElement)[] = [];
  const waiting: unknown[] = fragment.toArray().toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node instanceof Y.XmlText || node instanceof Y.XmlElement) nodes.push(node);
    if (node instanceof Y.XmlElement) waiting.push(...node.toArray().toReversed());
  }
  return nodes;
}

function breakOf(node: Y.XmlElement): readonly Piece[] {
  if (node.nodeName !== "hardBreak" || !node._item) return [];
  const { client, clock } = node._item.id;
  return [{ node, client, clock, letters: "\n", attributes: {} }];
}

function lettersOf(node: Y.XmlText): readonly Piece[] {
  const pieces: Piece[] = [];
  let attributes: Readonly<Record<string, unknown>> = {};
  for (let item = node._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentFormat)
      attributes = { ...attributes, [content.key]: content.value };
    else if (content instanceof Y.ContentString)
      pieces.push({ node, client: id.client, clock: id.clock, letters: content.str, attributes });
  }
  return pieces;
}

/** Without blocks of which nothing is left, and without the blank that stood between the shared words and these. */
function withoutGaps(text: RichText): RichText {
  return text.flatMap((block): Block[] => {
    if (block.type === "paragraph") {
      const content = trimmedStart(block.content);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    if (block.type === "blockquote") {
      const content = withoutGaps(block.content);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    const content = block.content
      .map((item) => ({ ...item, content: withoutGaps(item.content) }))
      .filter((item) => item.content.length > 0);
    return content.length === 0 ? [] : [{ ...block, content }];
  });
}

function trimmedStart(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = inlines;
  if (!first) return [];
  const text = first.type === "text" ? first.text.trimStart() : "";
  return first.type === "text" && text !== ""
    ? [{ ...first, text }, ...others]
    : trimmedStart(others);
}
