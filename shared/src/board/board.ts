// The board document: what everybody writes. This file names what lies in it; commands.ts changes it, projection.ts reads it.
import * as Y from "yjs";

/** The texts of a board that belong to no card. Each is a root of the document, so nobody ever has to create one. */
export const sharedTexts = [
  "impactUsers",
  "impactPeople",
  "detection",
  "resolution",
  "summary",
] as const;

export type SharedTextId = (typeof sharedTexts)[number];

/** A board doc, opened. The one place that names what lies in it. */
export interface Board {
  readonly doc: Y.Doc;
  /** Card id → the card's own map. Its keys are in card.ts. */
  readonly cards: Y.Map<unknown>;
  /** Plain facts about the incident, each under its own key. */
  readonly facts: Y.Map<unknown>;
  readonly texts: Readonly<Record<SharedTextId, Y.XmlFragment>>;
}

/** Opens a board document: every root is named here and nowhere else. */
export function openBoard(doc: Y.Doc): Board {
  return {
    doc,
    cards: doc.getMap("cards"),
    facts: doc.getMap("facts"),
    texts: {
      impactUsers: doc.getXmlFragment("impactUsers"),
      impactPeople: doc.getXmlFragment("impactPeople"),
      detection: doc.getXmlFragment("detection"),
      resolution: doc.getXmlFragment("resolution"),
      summary: doc.getXmlFragment("summary"),
    },
  };
}

/** The origin of every change that a person at this browser made by a command: what undo may take back. */
export const localEdit = "local-edit";

/** The origin of changes that undo leaves alone, such as the empty card under a composer. */
export const quietEdit = "quiet-edit";

/** The origin of what the server has erased and this copy still held: nobody has to be told, and undo leaves it alone. */
export const erasedByServer = "erased-by-server";
