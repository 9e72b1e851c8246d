// Boards for tests, written as their subject reads: build(section("timeline", card("Paged"), card("Rolled back"))).
import * as Y from "yjs";
import { openBoard, type Board, type SharedTextId } from "../board/board.ts";
import { addCard, removeCard, setFact } from "../board/commands.ts";
import type { Evidence } from "../board/evidence.ts";
import type { Facts } from "../board/projection.ts";
import { writePlainText } from "../board/rich-text.ts";
import { readCardId, readEvidenceId, readParticipantId } from "../ids.ts";
import type { CardId, EvidenceId, ParticipantId } from "../ids.ts";
import type { RandomBit, Rank } from "../order.ts";
import { rankBetween } from "../rank-between.ts";
import { invariant } from "../result.ts";
import type { FieldsOf, SectionId } from "../sections/index.ts";

/** One piece of a board under construction. */
export type Part = (board: Board, next: NextCard) => void;

export interface CardSpec<Fields> {
  readonly text: string;
  readonly fields: Fields;
  readonly more: CardMore;
}

/** What few tests say about a card. Ids are `card-1`, `card-2` … in the order of writing unless one is given. */
export interface CardMore {
  readonly id?: string;
  readonly rank?: Rank;
  readonly by?: ParticipantId;
  readonly createdAt?: number;
  readonly removedAt?: number;
  readonly evidence?: readonly Evidence[];
}

/** A board with these parts, and nothing else. Deterministic: same parts, same board. */
export function build(...parts: readonly Part[]): Board {
  const doc = new Y.Doc();
  doc.clientID = seedClient;
  const board = openBoard(doc);
  const next = nextCards();
  for (const part of parts) part(board, next);
  return board;
}

/** Cards of one section, in this order. */
export const section =
  <Id extends SectionId>(id: Id, ...cards: readonly CardSpec<Partial<FieldsOf<Id>>>[]): Part =>
  (board, next) => {
    for (const { text, fields, more } of cards) {
      const { number, rank } = next();
      const card = cardId(more.id ?? `card-${number}`);
      addCard(board, {
        id: card,
        section: id,
        rank: more.rank ?? rank,
        at: more.createdAt ?? number,
        text,
        fields,
        ...(more.by && { by: more.by }),
        ...(more.evidence && { evidence: more.evidence }),
      });
      if (more.removedAt !== undefined) removeCard(board, card, more.removedAt);
    }
  };

/** A card: its text, a paragraph a line, and the fields that its section has. */
export const card = <const Fields extends object = object>(
  text: string,
  fields?: Fields,
  more: CardMore = {},
): CardSpec<Fields> => ({ text, fields: fields ?? ({} as Fields), more });

/** One of the shared texts, a paragraph a line. */
export const text =
  (id: SharedTextId, words: string): Part =>
  (board) =>
    board.doc.transact(() => writePlainText(board.texts[id], words));

/** One fact about the incident. */
export const fact =
  <Name extends keyof Facts>(name: Name, value: Facts[Name]): Part =>
  (board) =>
    setFact(board, name, value);

/** A card's id from text that is surely one. */
export const cardId = (name: string): CardId => surely(readCardId(name), name);

/** A participant's id from text that is surely one. */
export const participantId = (name: string): ParticipantId => surely(readParticipantId(name), name);

/** The id of a piece of evidence from text that is surely one. */
export const evidenceId = (name: string): EvidenceId => surely(readEvidenceId(name), name);

/** A source of bits that is the same every time: for tests that do not care where exactly a rank lies. */
export function sameBits(seed = 1): RandomBit {
  let state = (seed >>> 0) + 0x9e3779b9;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0; // after mulberry32
    return ((state ^ (state >>> 13)) & 1) === 1;
  };
}

/** The client that writes what is there before anybody comes. */
const seedClient = 1000;

type NextCard = () => { readonly number: number; readonly rank: Rank };

function nextCards(): NextCard {
  const bit = sameBits();
  let number = 0;
  let last: Rank | undefined;
  return () => {
    number += 1;
    last = rankBetween(last, undefined, bit);
    return { number, rank: last };
  };
}

function surely<Id>(id: Id | undefined, name: string): Id {
  invariant(id !== undefined, `"${name}" can be an id`);
  return id;
}
