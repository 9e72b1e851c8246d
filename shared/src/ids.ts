// Ids of what a meeting consists of, branded so that one kind is never taken for another. Made by whoever creates the
// thing (the model has no dice) and read back with the functions below.

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type BoardId = Id<"board">;
export type CardId = Id<"card">;
export type ParticipantId = Id<"participant">;
export type EvidenceId = Id<"evidence">;
export type LinkId = Id<"link">;
export type DraftId = Id<"draft">;

/** What every record inherits, such as `__proto__`, can be no id: records are keyed by ids. */
const isId = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(text) && !(text in Object.prototype);

/** A board's id, or undefined for text that cannot be one. */
export const readBoardId = (text: unknown): BoardId | undefined =>
  isId(text) ? (text as BoardId) : undefined;

/** A card's id, or undefined for text that cannot be one. */
export const readCardId = (text: unknown): CardId | undefined =>
  isId(text) ? (text as CardId) : undefined;

/** A participant's id, or undefined for text that cannot be one. */
export const readParticipantId = (text: unknown): ParticipantId | undefined =>
  isId(text) ? (text as ParticipantId) : undefined;

/** The id of a piece of evidence, or undefined for text that cannot be one. */
export const readEvidenceId = (text: unknown): EvidenceId | undefined =>
  isId(text) ? (text as EvidenceId) : undefined;

/** The id of a link, or undefined for text that cannot be one. */
export const readLinkId = (text: unknown): LinkId | undefined =>
  isId(text) ? (text as LinkId) : undefined;

/** The id of a draft, or undefined for text that cannot be one. */
export const readDraftId = (text: unknown): DraftId | undefined =>
  isId(text) ? (text as DraftId) : undefined;
