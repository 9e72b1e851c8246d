// A private document: what one participant keeps until it is shared. Its owner writes and reads it, and the server at
// reveal, share and close; nobody else ever receives a byte of it.
import * as Y from "yjs";
import type { CardId } from "../ids.ts";

/** A private doc, opened. The one place that names what lies in it. */
export interface Private {
  readonly doc: Y.Doc;
  /** What stands in a composer and is not on the board yet: composer id → plain text. */
  readonly composing: Y.Map<string>;
  /** Notes that are not shared yet, or were: draft id → the draft's own map. Its keys are in drafts.ts. */
  readonly drafts: Y.Map<unknown>;
  /** Facts that wait to be published without a name, see nameless.ts. */
  readonly nameless: Y.Map<unknown>;
  /** Notes to whoever leads the meeting, see inbox.ts. Only the server puts them here. */
  readonly inbox: Y.Map<unknown>;
  /**
   * The cards that this person began: card id → when. Nobody else can tell, because a board keeps no authors. It is a claim,
   * not a proof.
   */
  readonly began: Y.Map<unknown>;
  /** The words of notes that were set aside, see aside.ts. Only the server puts them here. */
  readonly aside: Y.Map<unknown>;
  /** What the board asked and its owner has put by: question → when. */
  readonly putBy: Y.Map<unknown>;
  /** Votes by vote id, see votes.ts. */
  readonly votes: Y.Map<unknown>;
  /** Round of voting → which votes the server has counted. */
  readonly counted: Y.Map<unknown>;
  /** Answers to the pulse, by phase. */
  readonly pulse: Y.Map<unknown>;
  /** The clients by which the owner has written on the board, from any device: client id as text → true. */
  readonly clients: Y.Map<unknown>;
}

/** Stands in the bytes of every update that puts a fact to wait. */
export const namelessRoot = "nameless";

/** Stands in the bytes of every update that casts a vote. */
export const votesRoot = "votes";
/** Stands in the bytes of every update that begins a draft. */
export const draftsRoot = "drafts";

/** Names the roots of a private document. */
export function openPrivate(doc: Y.Doc): Private {
  return {
    doc,
    composing: doc.getMap("composing"),
    drafts: doc.getMap(draftsRoot),
    nameless: doc.getMap(namelessRoot),
    inbox: doc.getMap("inbox"),
    began: doc.getMap("began"),
    aside: doc.getMap("aside"),
    putBy: doc.getMap("putBy"),
    votes: doc.getMap(votesRoot),
    counted: doc.getMap("counted"),
    pulse: doc.getMap("pulse"),
    clients: doc.getMap("clients"),
  };
}

/** Notes that the owner began a card. `at` is epoch milliseconds. */
export function noteBegun({ began }: Private, card: CardId, at: number): void {
  began.set(card, at);
}

/** Whether the owner says to have begun a card. */
export const hasBegun = ({ began }: Private, card: CardId): boolean => began.has(card);

/** Notes that the owner has put by what the board asked, so that it is not asked again. `at` is epoch milliseconds. */
export function putQuestionBy({ putBy }: Private, question: string, at: number): void {
  putBy.set(question, at);
}

/** Under this key of `composing` the new words of a note that was set aside are composed. */
export const rewordingOf = (card: CardId): string => `aside:${card}`;
