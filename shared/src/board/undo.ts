// What undo takes back: only what this person did, and never the words that another has put in since.
import * as Y from "yjs";
import { localEdit, type Board } from "./board.ts";

/** Keys that make a card what it is: undoing "I added this card" empties it, and a blank card is shown to nobody. */
const structure = new Set(["place", "text", "evidence", "createdAt", "by"]);

/**
 * Makes the one UndoManager of a session, for commands and editors alike.
 *
 * An editor adds its own origin (`addTrackedOrigin`) when it is loaded, so that typing is undone too. Undoing the creation
 * of a card takes back one's own words and leaves the card: what someone else wrote in it meanwhile stays.
 */
export function createUndoManager(board: Board): Y.UndoManager {
  return new Y.UndoManager([board.cards, board.facts, ...Object.values(board.texts)], {
    trackedOrigins: new Set<unknown>([localEdit]),
    deleteFilter: (item) => !isStructure(board, item) && !isFilledContainer(item),
  });
}

/** A card itself, or the first value of one of the keys that make it one. */
function isStructure(board: Board, item: Y.Item): boolean {
  if (item.parentSub === null) return false;
  if (item.parent === board.cards) return true;
  const isCardKey = item.parent instanceof Y.Map && item.parent.parent === board.cards;
  return isCardKey && item.left === null && structure.has(item.parentSub);
}

/** A paragraph or a text that still has something in it: deleting it would delete what others typed into it. */
function isFilledContainer(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  const isText = type instanceof Y.XmlText || type instanceof Y.XmlElement;
  return isText && type.length > 0;
}
