// What was said about each card, as data. See sections/remarks.ts for the cards themselves.
import { readCardId, type CardId } from "../ids.ts";
import type { Card } from "./card.ts";

/** By the card they are about, in the order in which they were written down. */
export type Remarks = Readonly<Record<CardId, readonly CardId[]>>;

/** Reads the remarks from cards and their order. */
export function readRemarks(
  order: { readonly remarks: readonly CardId[] },
  cards: Readonly<Record<CardId, Card>>,
): Remarks {
  const about: Record<CardId, CardId[]> = {};
  for (const id of order.remarks) {
    const card = cards[id];
    const subject = card?.section === "remarks" && readCardId(card.fields.about);
    if (subject) (about[subject] ??= []).push(id);
  }
  return about;
}
