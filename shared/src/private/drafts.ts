// Drafts: notes that their author alone has, until the server puts them on the board at a reveal or when they are shared.
//
//   begun ──▶ draft ──(reveal, share)──▶ shared ──(more is typed, or comes from offline)──▶ partly shared ──(share)──▶ …
//
// What the server shares it notes here, in the same commit: which cards a draft became and which of its letters they hold.
import * as Y from "yjs";
import { z } from "zod/mini";
import { localEdit, quietEdit } from "../board/board.ts";
import type { Place } from "../board/card.ts";
import { plainText } from "../board/plain-text.ts";
import { readRichText, writePlainText, type RichText } from "../board/rich-text.ts";
import { isEpochMs } from "../epoch.ts";
import { readCardId, readDraftId, type CardId, type DraftId } from "../ids.ts";
import { compareText, type Rank } from "../order.ts";
import { done, refuse, type Result } from "../result.ts";
import { sectionOf, type SectionId } from "../sections/index.ts";
import type { Run } from "./clock-ranges.ts";
import { clearLetters, leftOf, strikeShared, withAllShared, type SharedLetters } from "./left.ts";
import { noteBegun, type Private } from "./private.ts";

/** A draft as its author sees it. */
export interface Draft {
  readonly id: DraftId;
  readonly section: SectionId;
  readonly rank: Rank;
  readonly text: RichText;
  /** The words alone, a line a paragraph. */
  readonly plain: string;
  readonly isBlank: boolean;
  /** Its author says nothing, and says so: a full answer where its section has room for it. Words take its place. */
  readonly passes: boolean;
  /** What is not shared yet: all of it before a reveal, afterwards what was typed since; undefined if that is nothing. */
  readonly left: RichText | undefined;
  /** The cards it became, the first one first. */
  readonly cards: readonly CardId[];
  /** The round with names in which its author began it, knowing that it would be signed; undefined for one without. */
  readonly namedIn: number | undefined;
  /** Since when it waits for a note of somebody else, to be shared with it: epoch milliseconds, server clock. */
  readonly waitsSince: number | undefined;
  readonly createdAt: number;
}

/** A draft with this id is there already. */
export interface DraftExists {
  readonly code: "draft-exists";
}

/** The draft is not there: never was, or was removed. */
export interface DraftGone {
  readonly code: "draft-gone";
}

/** What a draft is when it is begun. */
export interface NewDraft {
  readonly id: DraftId;
  readonly place: Place;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The round, where it is one with names as its author sees it now. What is begun without stays without. */
  readonly namedIn: number | undefined;
  /** A paragraph a line. */
  readonly text?: string;
}

/** Begins a draft, with the text an editor binds to. Refused with `draft-exists` if the id is taken. */
export function startDraft(
  own: Private,
  { id, place, at, namedIn, text = "" }: NewDraft,
  origin: unknown = localEdit,
): Result<void, DraftExists> {
  if (own.drafts.has(id)) return refuse({ code: "draft-exists" });
  own.doc.transact(() => {
    const stored = new Y.Map<unknown>();
    const fragment = new Y.XmlFragment();
    own.drafts.set(id, stored);
    stored.set("place", place);
    stored.set("text", fragment);
    if (namedIn !== undefined) stored.set("namedIn", namedIn);
    writePlainText(fragment, text);
    stored.set("createdAt", at);
  }, origin);
  return done;
}

/** Moves a draft to another place. Of two moves at once, from two devices, one wins whole. */
export const moveDraft = (own: Private, id: DraftId, to: Place): Result<void, DraftGone> =>
  change(own, id, (draft) => draft.set("place", to));

/**
 * Takes a draft away: it is neither shown, counted nor shared any more. What another device was just typing into it stays,
 * and is there again when it is put back. Refused with `draft-gone` if it is not there.
 */
export const removeDraft = (own: Private, id: DraftId, at: number): Result<void, DraftGone> =>
  change(own, id, (draft) => draft.set("removedAt", at));

/** Puts a draft back that was taken away. Refused with `draft-gone` if there never was one. */
export function restoreDraft(own: Private, id: DraftId): Result<void, DraftGone> {
  const draft = own.drafts.get(id);
  if (!(draft instanceof Y.Map)) return refuse({ code: "draft-gone" });
  own.doc.transact(() => draft.set("removedAt", null), localEdit);
  return done;
}

/** Says that its author passes, which is shared like words. Refused with `draft-gone` if it is not there. */
export const passInDraft = (own: Private, id: DraftId): Result<void, DraftGone> =>
  change(own, id, (draft) => draft.set("passes", true));

/** The text of a draft, for an editor to bind to; undefined if the draft is not there. */
export function draftText(own: Private, id: string): Y.XmlFragment | undefined {
  const draft = own.drafts.get(id);
  const text = draft instanceof Y.Map ? draft.get("text") : undefined;
  return text instanceof Y.XmlFragment ? text : undefined;
}

/**
 * Clears the drafts that hold no more than was shared; of others not a letter. For their owner's browser, when nobody types
 * in them. What comes in later from another device is what is left of them then.
 */
export function clearShared(own: Private): void {
  own.doc.transact(() => {
    for (const { id, cards, left, isBlank } of readDrafts(own)) {
      const draft = own.drafts.get(id);
      const text = draftText(own, id);
      if (!(draft instanceof Y.Map) || !text || cards.length === 0 || left || isBlank) continue;
      clearLetters(text);
      if (draft.has("sharedText")) draft.delete("sharedText");
    }
  }, quietEdit);
}

/** All drafts in their order, those that were shared too; removed ones and what cannot be read are left out. */
export function readDrafts(own: Private): readonly Draft[] {
  const drafts = [...own.drafts.entries()].flatMap(([key, stored]) => readDraft(key, stored) ?? []);
  return drafts.toSorted(inOrder);
}

/** Drafts by rank; those of one rank by id. */
export const inOrder = (a: Draft, b: Draft): number =>
  compareText(a.rank, b.rank) || compareText(a.id, b.id);

/** Reads one draft; undefined for one that was removed or cannot be read. */
export function readDraft(key: string, stored: unknown): Draft | undefined {
  const id = readDraftId(key);
  if (!id || !(stored instanceof Y.Map) || isEpochMs(stored.get("removedAt"))) return undefined;
  const place = placeSchema.safeParse(stored.get("place"));
  const section = place.success ? sectionOf(place.data.section) : undefined;
  const fragment = stored.get("text");
  if (!place.success || !section || !(fragment instanceof Y.XmlFragment)) return undefined;
  const text = readRichText(fragment);
  const plain = plainText(text);
  const isBlank = plain.trim() === "";
  const { cards, letters } = readShared(stored);
  // what was shared of it is on its card: it is no answer a second time
  const passes =
    isBlank && cards.length === 0 && stored.get("passes") === true && "passes" in section.fields;
  const all = isBlank && !passes ? undefined : text;
  const createdAt = stored.get("createdAt");
  const waitsSince = stored.get("waitsSince");
  return {
    id,
    section: section.id,
    rank: place.data.rank,
    text,
    plain,
    isBlank,
    passes,
    left: letters.runs.length === 0 ? all : leftOf(fragment, letters),
    cards,
    namedIn: readRound(stored.get("namedIn")),
    waitsSince: isEpochMs(waitsSince) ? waitsSince : undefined,
    createdAt: isEpochMs(createdAt) ? createdAt : 0,
  };
}

const readRound = (stored: unknown): number | undefined =>
  typeof stored === "number" ? stored : undefined;

/** What of a draft is not shared yet, for the server to count and to share. */
export interface UnsharedNote {
  readonly draft: DraftId;
  readonly section: SectionId;
  readonly text: RichText;
  readonly passes: boolean;
  readonly namedIn: number | undefined;
  readonly isWaiting: boolean;
}

/** Everything that is not shared yet and says something. */
export const unsharedNotes = (own: Private): readonly UnsharedNote[] =>
  readDrafts(own).flatMap(({ id, section, left, passes, namedIn, waitsSince }) => {
    if (!left) return [];
    const isWaiting = waitsSince !== undefined;
    return [{ draft: id, section, text: left, passes, namedIn, isWaiting }];
  });

/** How many notes somebody has in a column that are not shared yet, and how much stands in them. */
export interface DraftCount {
  readonly notes: number;
  /** In characters. It tells whether anything was written since, and goes no further. */
  readonly length: number;
}

/** What is not shared yet, counted by column. */
export function countUnshared(own: Private): Readonly<Partial<Record<SectionId, DraftCount>>> {
  const counts: Partial<Record<SectionId, DraftCount>> = {};
  for (const { section, text } of unsharedNotes(own)) {
    const { notes, length } = counts[section] ?? { notes: 0, length: 0 };
    counts[section] = { notes: notes + 1, length: length + plainText(text).length };
  }
  return counts;
}

/** A draft that the server has put on the board, and the card it became. */
export interface SharedDraft {
  readonly draft: DraftId;
  readonly card: CardId;
}

/**
 * Notes that drafts were shared with everything that stands in them here: for the server, whose copy this is. Their author
 * is noted as who began the cards.
 */
export function noteShared(own: Private, shared: readonly SharedDraft[], at: number): void {
  own.doc.transact(() => {
    for (const { draft: id, card } of shared) {
      const stored = own.drafts.get(id);
      const text = draftText(own, id);
      if (!(stored instanceof Y.Map) || !text) continue;
      const { cards, letters } = readShared(stored);
      const known = withAllShared(text, letters);
      stored.set("shared", { cards: [...cards, card], runs: known.runs });
      stored.set("sharedText", known.text);
      if (stored.has("waitsSince")) stored.delete("waitsSince");
      noteBegun(own, card, at);
    }
  });
}

/** Lets drafts wait to be shared together with a note of somebody else: for the server. */
export function putToWait(own: Private, drafts: readonly DraftId[], at: number): void {
  own.doc.transact(() => {
    for (const id of drafts) {
      const draft = own.drafts.get(id);
      if (draft instanceof Y.Map && !draft.has("waitsSince")) draft.set("waitsSince", at);
    }
  });
}

/**
 * Erases for good what of drafts became one of these cards. What was typed since, and is not shared yet, stays with its
 * author; a draft of which nothing is left goes whole. For the server, whose copy this is.
 */
export function eraseDrafts(own: Private, cards: readonly CardId[]): void {
  own.doc.transact(() => {
    for (const [id, stored] of own.drafts.entries()) {
      if (!(stored instanceof Y.Map)) continue;
      const { cards: became, letters } = readShared(stored);
      if (!became.some((card) => cards.includes(card))) continue;
      const text = draftText(own, id);
      if (!text || !leftOf(text, letters)) {
        own.drafts.delete(id);
        continue;
      }
      strikeShared(text, letters);
      const others = became.filter((card) => !cards.includes(card));
      stored.set("shared", { cards: others, runs: letters.runs });
      stored.delete("sharedText"); // it says what was erased
    }
  });
}

const placeSchema = z.object({ section: z.string(), rank: z.string() });

const isRun = (stored: unknown): stored is Run =>
  Array.isArray(stored) && stored.length === 3 && stored.every(Number.isSafeInteger);

const sharedSchema = z.object({
  cards: z.array(z.string()),
  runs: z.array(z.custom<Run>(isRun)),
});

function readShared(stored: Y.Map<unknown>): {
  readonly cards: readonly CardId[];
  readonly letters: SharedLetters;
} {
  const parsed = sharedSchema.safeParse(stored.get("shared"));
  if (!parsed.success) return { cards: [], letters: { runs: [], text: "" } };
  const text = stored.get("sharedText");
  return {
    cards: parsed.data.cards.flatMap((card) => readCardId(card) ?? []),
    letters: { runs: parsed.data.runs, text: typeof text === "string" ? text : "" },
  };
}

function change(
  own: Private,
  id: DraftId,
  edit: (draft: Y.Map<unknown>) => void,
): Result<void, DraftGone> {
  const draft = own.drafts.get(id);
  if (!(draft instanceof Y.Map) || isEpochMs(draft.get("removedAt")))
    return refuse({ code: "draft-gone" });
  own.doc.transact(() => edit(draft), localEdit);
  return done;
}
