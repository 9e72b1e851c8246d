// What of a draft is not shared yet. Every letter of a document has an id that no other ever gets, so a note of the ids that
// were shared tells new letters from old ones, whatever was typed, struck out or brought from another device meanwhile.
import * as Y from "yjs";
import { readPartOf, type Block, type Inline, type RichText } from "../board/rich-text.ts";
import { ClockRanges, type Run } from "./clock-ranges.ts";

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
  const known = new ClockRanges(shared.runs);
  const news = piecesOf(fragment).flatMap((piece) => without(piece, known));
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

/**
 * Strikes out every letter that was shared, and those that an editor or an undo has written anew. What is left stays, and so
 * do the paragraphs.
 */
export function strikeShared(fragment: Y.XmlFragment, shared: SharedLetters): void {
  const left = new ClockRanges(
    leftPieces(fragment, shared).map(({ client, clock, letters }) => [
      client,
      clock,
      letters.length,
    ]),
  );
  for (const node of nodesBelow(fragment))
    if (node instanceof Y.XmlText) strikeOtherThan(node, left);
}

function strikeOtherThan(node: Y.XmlText, left: ClockRanges): void {
  const strikes: { readonly at: number; readonly length: number }[] = [];
  let at = 0;
  for (let item = node._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.content instanceof Y.ContentString)
      for (const [from, to] of left.gapsIn(item.id.client, item.id.clock, item.length))
        strikes.push({ at: at + from - item.id.clock, length: to - from });
    at += item.length;
  }
  for (const { at: from, length } of strikes.toReversed()) node.delete(from, length);
}

/** What is neither shared nor, as far as one can tell, shared letters that an editor or an undo has written anew. */
function leftPieces(fragment: Y.XmlFragment, shared: SharedLetters): readonly Piece[] {
  const pieces = piecesOf(fragment);
  const gone = new Gone(goneFrom(pieces, shared));
  const stretches = unknownStretches(pieces, new ClockRanges(shared.runs));
  return gone.isEmpty ? stretches.flat() : stretches.flatMap((one) => withoutMoved(one, gone));
}

/** What is not known: pieces that were typed one after the other and stand beside each other in one text are together. */
function unknownStretches(
  pieces: readonly Piece[],
  known: ClockRanges,
): readonly (readonly Piece[])[] {
  const stretches: Piece[][] = [];
  let last: Piece | undefined; // the piece that ended just before the next one, if its end is not known
  for (const piece of pieces) {
    const rest = without(piece, known);
    for (const one of rest) {
      const isNext =
        last?.node === one.node && last.client === one.client && endOf(last) === one.clock;
      if (isNext && one.clock === piece.clock) stretches.at(-1)?.push(one);
      else stretches.push([one]);
      last = one;
    }
    const end = rest.at(-1);
    last = end && endOf(end) === endOf(piece) ? end : undefined;
  }
  return stretches;
}

const endOf = ({ clock, letters }: Piece): number => clock + letters.length;

/** From so many letters on a stretch that begins like something that is gone is taken for it. */
const tellingLetters = 4;

/** Leaves out what an editor took away in one place and put into another, such as the rest of a paragraph that was split. */
function withoutMoved(stretch: readonly Piece[], gone: Gone): readonly Piece[] {
  let skip = gone.takeStartOf(stretch.map((piece) => piece.letters).join("")).length;
  return stretch.flatMap((piece) => {
    const from = Math.min(skip, piece.letters.length);
    skip -= from;
    return from === piece.letters.length ? [] : [cut(piece, from, piece.letters.length)];
  });
}

/** What was shared and is gone, to be found by how it begins. */
class Gone {
  readonly #byStart: Map<string, string[]>;

  constructor(texts: readonly string[]) {
    this.#byStart = Map.groupBy(texts, (text) => text.slice(0, tellingLetters));
  }

  get isEmpty(): boolean {
    return this.#byStart.size === 0;
  }

  /** Takes out what some letters are or, else, begin with: the longest such text. Nothing is "". */
  takeStartOf(letters: string): string {
    const texts = this.#byStart.get(letters.slice(0, tellingLetters)) ?? [];
    let found = -1;
    for (const [index, text] of texts.entries()) {
      const isTelling = text.trim().length >= tellingLetters && letters.startsWith(text);
      const isLonger = text.length > (texts[found]?.length ?? 0);
      if (isLonger && (isTelling || text === letters)) found = index;
      if (text === letters) break;
    }
    const [text = ""] = found < 0 ? [] : texts.splice(found, 1);
    return text;
  }
}

/** The letters that were shared and are not in the text any more, together where they stood together. */
function goneFrom(pieces: readonly Piece[], { runs, text }: SharedLetters): readonly string[] {
  if (text === "") return [];
  const there = new ClockRanges(
    pieces.map(({ client, clock, letters }) => [client, clock, letters.length]),
  );
  const gone: string[] = [];
  // a draft that was cleared lost the text of its first runs: what there is belongs to the last ones
  let at = text.length - runs.reduce((sum, [, , length]) => sum + length, 0);
  let end = -1; // where what was last found gone ends
  for (const [client, clock, length] of runs) {
    for (const [first, next] of there.gapsIn(client, clock, length)) {
      const from = Math.max(0, at + first - clock);
      const to = at + next - clock;
      const letters = text.slice(from, Math.max(from, to));
      if (from === end) gone.push((gone.pop() ?? "") + letters);
      else if (letters !== "") gone.push(letters);
      if (letters !== "") end = to;
    }
    at += length;
  }
  return gone;
}

/** What of a piece is not known. */
const without = (piece: Piece, known: ClockRanges): readonly Piece[] =>
  known
    .gapsIn(piece.client, piece.clock, piece.letters.length)
    .map(([from, to]) => cut(piece, from - piece.clock, to - piece.clock));

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
