// One card: its keys in the document, and how it is read. A key never changes its meaning.
import * as Y from "yjs";
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readCardId, readParticipantId, type CardId, type ParticipantId } from "../ids.ts";
import type { Rank } from "../order.ts";
import { sectionOf, type FieldsOf, type SectionId } from "../sections/index.ts";
import { readEvidence, type Evidence } from "./evidence.ts";
import { plainText, readRichText, type RichText } from "./rich-text.ts";

/** Where a card is. One value under one key, so that a move happens whole. */
export interface Place {
  readonly section: SectionId;
  readonly rank: Rank;
  /** The card of the group that it was put into; see groups.ts. */
  readonly group?: CardId | undefined;
}

/** What makes a card the card of a group: its text is the name. */
export interface GroupHead {
  /** The note that the group began with: it belongs to it without saying so itself. */
  readonly around: CardId | null;
  /** The group that this one was merged into. */
  readonly into: CardId | null;
}

interface CardBase<Id extends SectionId> {
  readonly id: CardId;
  readonly section: Id;
  readonly rank: Rank;
  readonly text: RichText;
  /** The words alone, a line a paragraph. */
  readonly plain: string;
  /** Neither words nor evidence, no pass and not set aside: nobody but the one who is about to write it sees it. */
  readonly isBlank: boolean;
  readonly evidence: readonly Evidence[];
  /** Worth a look together. */
  readonly isStarred: boolean;
  /** Who signed it; null where nobody does. */
  readonly by: ParticipantId | null;
  readonly createdAt: number;
  /** When it was hidden; undefined while it is on the board. */
  readonly removedAt: number | undefined;
  /** When its words were set aside, see aside.ts; undefined while it speaks. */
  readonly asideAt: number | undefined;
  readonly fields: FieldsOf<Id>;
  /** The group that it was put into, whether that is still there or not. */
  readonly group: CardId | null;
  /** Only of the card of a group, which is no note itself. */
  readonly head: GroupHead | undefined;
}

/** A card as plain data. `section` tells which fields it has. */
export type Card = { readonly [Id in SectionId]: CardBase<Id> }[SectionId];

/** A card of one section. */
export type CardOf<Id extends SectionId> = Extract<Card, { readonly section: Id }>;

const place = z.object({
  section: z.string(),
  rank: z.string(),
  group: z.catch(z.optional(z.string()), undefined),
});

/**
 * Reads one card, or undefined for what this version cannot understand: no place, an unknown section, no text.
 *
 * A single field that cannot be read takes its default; the stored value stays as it is.
 */
export function readCard(id: CardId, stored: unknown): Card | undefined {
  if (!(stored instanceof Y.Map)) return undefined;
  const where = place.safeParse(stored.get("place"));
  const text = stored.get("text");
  if (!where.success || !(text instanceof Y.XmlFragment)) return undefined;
  const section = sectionOf(where.data.section);
  if (!section) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(section.fields)) {
    const parsed = z.safeParse(schema, stored.get(name));
    fields[name] = parsed.success ? parsed.data : z.parse(schema, undefined);
  }
  const rich = readRichText(text);
  const plain = plainText(rich);
  const pieces = stored.get("evidence");
  const evidence = pieces instanceof Y.Map ? readEvidence(pieces.entries()) : [];
  const createdAt = stored.get("createdAt");
  const asideAt = readMoment(stored.get("asideAt"));
  return {
    id,
    section: section.id,
    rank: where.data.rank,
    text: rich,
    plain,
    isBlank:
      plain.trim() === "" &&
      evidence.length === 0 &&
      fields["passes"] !== true &&
      asideAt === undefined,
    evidence,
    isStarred: stored.get("starred") === true,
    by: readParticipantId(stored.get("by")) ?? null,
    createdAt: isEpochMs(createdAt) ? createdAt : 0,
    removedAt: readRemovedAt(stored),
    asideAt,
    fields,
    group: readCardId(where.data.group) ?? null,
    head: readHead(stored),
  } as Card; // at the parse: the section's own schemas have just made these fields
}

/** Every card that can be read, by its id. */
export function readCards(cards: Y.Map<unknown>): Record<CardId, Card> {
  const read: Record<CardId, Card> = {};
  for (const [key, stored] of cards.entries()) {
    const id = readCardId(key);
    const card = id && readCard(id, stored);
    if (card) read[card.id] = card;
  }
  return read;
}

/** A card is that of a group once it says what the group is around, be it nothing. */
function readHead(stored: Y.Map<unknown>): GroupHead | undefined {
  const around = stored.get("around");
  if (around !== null && typeof around !== "string") return undefined;
  return { around: readCardId(around) ?? null, into: readCardId(stored.get("into")) ?? null };
}

/** When a card was hidden; undefined while it is on the board. */
export const readRemovedAt = (stored: Y.Map<unknown>): number | undefined =>
  readMoment(stored.get("removedAt"));

const readMoment = (stored: unknown): number | undefined =>
  isEpochMs(stored) ? stored : undefined;
