// Everything that changes a board: named commands, synchronous, one transaction each. Ids, times and ranks are arguments,
// because the model has no clock and no dice.
import * as Y from "yjs";
import type { CardId, EvidenceId, ParticipantId } from "../ids.ts";
import type { Rank } from "../order.ts";
import { done, refuse, type Result } from "../result.ts";
import type { FieldsOf, SectionId } from "../sections/index.ts";
import { localEdit, type Board, type SharedTextId } from "./board.ts";
import { readCards, readRemovedAt, type Place } from "./card.ts";
import type { Evidence } from "./evidence.ts";
import { leaveGroup } from "./leave-group.ts";
import type { Facts } from "./projection.ts";
import { plainText, readRichText, writePlainText } from "./rich-text.ts";

/** The card is not on the board: never there, or somebody removed it. */
export interface CardGone {
  readonly code: "card-gone";
  readonly card: CardId;
}

/** A card with this id is there already. */
export interface CardExists {
  readonly code: "card-exists";
  readonly card: CardId;
}

export interface NewCard<Id extends SectionId = SectionId> {
  readonly id: CardId;
  readonly section: Id;
  readonly rank: Rank;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Words, a paragraph a line, or what fills the empty text: a text in its form brings its own writer. */
  readonly text?: string | ((text: Y.XmlFragment) => void);
  readonly by?: ParticipantId | null;
  readonly fields?: Partial<FieldsOf<Id>>;
  readonly evidence?: readonly Evidence[];
}

/**
 * Puts a card on the board, with its text and everything in it in one transaction, so that no two people ever create the
 * inside of one card. Refused with `card-exists` if the id is taken.
 *
 * `origin` is `quietEdit` for the blank card under a composer: undo then leaves it alone.
 */
export function addCard<Id extends SectionId>(
  board: Board,
  card: NewCard<Id>,
  origin: unknown = localEdit,
): Result<void, CardExists> {
  return addAll(board, [card], origin);
}

/**
 * Puts several cards on the board in one transaction: one step for undo, one update for the others. Refused whole with
 * `card-exists` if one of the ids is taken.
 */
export const addCards = <Id extends SectionId>(
  board: Board,
  cards: readonly NewCard<Id>[],
): Result<void, CardExists> => addAll(board, cards, localEdit);

/**
 * Moves a card to another place on the board. A place without a group takes a note out of its group; the others stay together.
 *
 * If two people move it at once, one move wins whole. Refused with `card-gone` if someone removed it first.
 */
export const moveCard = (
  board: Board,
  id: CardId,
  to: Place,
  origin: unknown = localEdit,
): Result<void, CardGone> =>
  change(
    board,
    id,
    (card) => {
      if (to.group === undefined) leaveGroup(board, readCards(board.cards), id);
      card.set("place", to);
    },
    origin,
  );

/**
 * Sets some of a card's fields; others keep their value. Two people who set different fields both win.
 *
 * `_section` only tells which fields there are. Refused with `card-gone` if someone removed the card.
 */
export const setFields = <Id extends SectionId>(
  board: Board,
  id: CardId,
  _section: Id,
  fields: Partial<FieldsOf<Id>>,
): Result<void, CardGone> =>
  change(board, id, (card) => {
    for (const [name, value] of Object.entries(fields)) card.set(name, value);
  });

/**
 * Hides a card from everyone; nothing in it is deleted, so what another was just typing is still there when it comes back.
 *
 * Refused with `card-gone` if someone else removed it first.
 */
export const removeCard = (board: Board, id: CardId, at: number): Result<void, CardGone> =>
  change(board, id, (card) => card.set("removedAt", at));

/** Brings a hidden card back to its place. Refused with `card-gone` if there never was one. */
export function restoreCard(board: Board, id: CardId): Result<void, CardGone> {
  const card = board.cards.get(id);
  if (!(card instanceof Y.Map)) return refuse({ code: "card-gone", card: id });
  board.doc.transact(() => card.set("removedAt", null), localEdit);
  return done;
}

/** Adds a piece of evidence, or replaces the one with its id. Two people who add at once both stay. */
export const putEvidence = (
  board: Board,
  id: CardId,
  { id: pieceId, ...piece }: Evidence,
): Result<void, CardGone> =>
  change(board, id, (card) => {
    const evidence = card.get("evidence");
    if (evidence instanceof Y.Map) evidence.set(pieceId, piece);
  });

/** Takes a piece of evidence off a card. */
export const removeEvidence = (
  board: Board,
  id: CardId,
  pieceId: EvidenceId,
): Result<void, CardGone> =>
  change(board, id, (card) => {
    const evidence = card.get("evidence");
    if (evidence instanceof Y.Map) evidence.delete(pieceId);
  });

/** Somebody has written in this text: filling it would mix two people's words. */
export interface TextFilled {
  readonly code: "text-filled";
  readonly text: SharedTextId;
}

/**
 * Writes a shared text in which nothing stands, a paragraph a line. Only for a board that is being filled by one hand: two
 * people who fill one text at once would both be heard. Refused with `text-filled` if there are words in it.
 */
export function fillText(board: Board, id: SharedTextId, text: string): Result<void, TextFilled> {
  const fragment = board.texts[id];
  if (plainText(readRichText(fragment)).trim() !== "")
    return refuse({ code: "text-filled", text: id });
  board.doc.transact(() => writePlainText(fragment, text), localEdit);
  return done;
}

/** Sets one fact about the incident. */
export function setFact<Name extends keyof Facts>(
  board: Board,
  name: Name,
  value: Facts[Name],
): void {
  board.doc.transact(() => board.facts.set(name, value), localEdit);
}

/** The text of a card, for an editor to bind to; undefined if the card is not there. */
export function cardText(board: Board, id: CardId): Y.XmlFragment | undefined {
  const card = board.cards.get(id);
  const text = card instanceof Y.Map ? card.get("text") : undefined;
  return text instanceof Y.XmlFragment ? text : undefined;
}

function addAll(
  board: Board,
  cards: readonly NewCard[],
  origin: unknown,
): Result<void, CardExists> {
  const known = cards.find(({ id }) => board.cards.has(id));
  if (known) return refuse({ code: "card-exists", card: known.id });
  board.doc.transact(() => {
    for (const card of cards) store(board, card);
  }, origin);
  return done;
}

function store(board: Board, card: NewCard): void {
  const stored = new Y.Map<unknown>();
  const text = new Y.XmlFragment();
  const evidence = new Y.Map<unknown>();
  board.cards.set(card.id, stored);
  const place: Place = { section: card.section, rank: card.rank };
  stored.set("place", place);
  stored.set("text", text);
  stored.set("evidence", evidence);
  if (card.by) stored.set("by", card.by);
  for (const [name, value] of Object.entries(card.fields ?? {})) stored.set(name, value);
  for (const { id, ...piece } of card.evidence ?? []) evidence.set(id, piece);
  if (typeof card.text === "function") card.text(text);
  else writePlainText(text, card.text ?? "");
  stored.set("createdAt", card.at); // last: undo knows by it what came with the card
}

/** Changes a card in one transaction. Refused with `card-gone` if it is not on the board. */
export function change(
  board: Board,
  id: CardId,
  edit: (card: Y.Map<unknown>) => void,
  origin: unknown = localEdit,
): Result<void, CardGone> {
  const card = board.cards.get(id);
  if (!(card instanceof Y.Map) || readRemovedAt(card) !== undefined)
    return refuse({ code: "card-gone", card: id });
  board.doc.transact(() => edit(card), origin);
  return done;
}
