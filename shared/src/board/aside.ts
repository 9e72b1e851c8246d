// Setting a note aside: its words leave the board until they are reworded, and a folded slip keeps its place. Only the server
// does it, because it has to bring the words back to whoever wrote them. See ADR 0034.
import * as Y from "yjs";
import type { CardId } from "../ids.ts";
import { done, refuse, type Result } from "../result.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import type { Board } from "./board.ts";
import { readCard, type Card } from "./card.ts";
import type { CardGone } from "./commands.ts";
import type { Evidence } from "./evidence.ts";
import { writeRichText, type RichText } from "./rich-text.ts";

/** The sections whose notes can be set aside: where people say how they see it. An action or a question is not folded. */
export const foldableSections: ReadonlySet<SectionId> = new Set<SectionId>([
  "check-in",
  "timeline",
  "factors",
  "safeguards",
  ...lessonSections,
  "parking",
  "check-out",
]);

/** What is taken off a note: everything in it that has words. */
export interface NoteWords {
  readonly text: RichText;
  readonly evidence: readonly Evidence[];
}

/** Whether a note can be set aside: it is on the board, in a section whose notes can be, and has words. */
export const isFoldable = (card: Card): boolean =>
  foldableSections.has(card.section) &&
  card.removedAt === undefined &&
  card.asideAt === undefined &&
  (card.plain.trim() !== "" || card.evidence.length > 0);

/** Everything in which somebody may be named: its words, and what stands on its evidence. */
export const wordsOf = (card: Pick<Card, "plain" | "evidence">): string =>
  [card.plain, ...card.evidence.flatMap(({ label, text }) => [label, text ?? ""])].join("\n");

/**
 * Folds a note: its words and its evidence leave the document. The text becomes another one, so that whatever somebody was
 * just typing goes into the one that is gone. A second time changes nothing. Refused with `card-gone` if somebody removed it.
 */
export function setAside(board: Board, id: CardId, at: number): Result<void, CardGone> {
  const card = liveCard(board, id);
  if (!card) return refuse({ code: "card-gone", card: id });
  if (readCard(id, card)?.asideAt !== undefined) return done;
  board.doc.transact(() => {
    replaceText(card, []);
    const evidence = card.get("evidence");
    if (evidence instanceof Y.Map) evidence.clear();
    card.set("asideAt", at);
  });
  return done;
}

/** Unfolds a note with these words. One that is not folded keeps its own. Refused with `card-gone` if somebody removed it. */
export function unfold(board: Board, id: CardId, words: NoteWords): Result<void, CardGone> {
  const card = liveCard(board, id);
  if (!card) return refuse({ code: "card-gone", card: id });
  if (readCard(id, card)?.asideAt === undefined) return done;
  board.doc.transact(() => {
    replaceText(card, words.text);
    const evidence = card.get("evidence");
    if (evidence instanceof Y.Map)
      for (const { id: piece, ...rest } of words.evidence) evidence.set(piece, rest);
    card.set("asideAt", null);
  });
  return done;
}

function replaceText(card: Y.Map<unknown>, words: RichText): void {
  const text = new Y.XmlFragment();
  card.set("text", text);
  writeRichText(text, words);
}

function liveCard(board: Board, id: CardId): Y.Map<unknown> | undefined {
  const card = board.cards.get(id);
  const isThere = card instanceof Y.Map && readCard(id, card)?.removedAt === undefined;
  return isThere ? card : undefined;
}
