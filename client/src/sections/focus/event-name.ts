// What an event, a question or a note is called where it cannot stand whole.
import type { Card } from "@secondstory/shared";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { momentText } from "../timeline/event-when.tsx";

/** `23:15`, where the time alone says which it is; else its first words. */
export const shortName = (card: Card, zone: string): string =>
  card.section === "timeline" && card.fields.when
    ? momentText(card.fields.when, zone)
    : excerptOf(card);

/** `23:15 The group decides …`; the words alone where there is no time. */
export const itemName = (card: Card, zone: string): string =>
  card.section === "timeline" && card.fields.when
    ? `${momentText(card.fields.when, zone)} ${excerptOf(card)}`
    : excerptOf(card);
