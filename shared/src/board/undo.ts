// What undo takes back: only what this person did, and never the words that another has put in since. See ADR 0004.
import * as Y from "yjs";
import { localEdit, type Board } from "./board.ts";

/**
 * Makes the one UndoManager of a session, for commands and editors alike.
 *
 * `editorOrigins` are what an editor writes by (its sync key), so that typing is undone too; one that is loaded later adds its
 * own with `addTrackedOrigin`. Every command is a step of its
 * own; typing merges until it pauses. Undoing the creation of a card empties it and leaves it in the document, where a
 * blank card is shown to nobody: what someone else writes in it, even before hearing of the undo, stays.
 *
 * It lives as long as its document: `destroy` does nothing, because every editor that closes calls it.
 */
export function createUndoManager(
  board: Board,
  ...editorOrigins: readonly unknown[]
): Y.UndoManager {
  const undoManager = new Y.UndoManager([board.cards, board.facts, ...Object.values(board.texts)], {
    trackedOrigins: new Set([localEdit, ...editorOrigins]),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
    deleteFilter: (item) => !isCardItself(board, item) && !othersMayWriteIn(item),
  });
  undoManager.destroy = () => {};
  endStepsAtCommands(board.doc, undoManager);
  return undoManager;
}

/** Keeps a command apart from what comes before it and after it. */
function endStepsAtCommands(doc: Y.Doc, undoManager: Y.UndoManager): void {
  let last: unknown;
  doc.on("beforeTransaction", ({ origin }: Y.Transaction) => {
    if (origin === localEdit || last === localEdit) undoManager.stopCapturing();
    if (undoManager.trackedOrigins.has(origin)) last = origin;
  });
}

/** Keys that make a card what it is. Their values change, but no card is ever without one. */
const structure = new Set(["place", "text", "evidence", "createdAt", "by", "around"]);

/** A card, or what makes it one. An undone move still goes back: the older place comes to stand above this one. */
function isCardItself(board: Board, { parent, parentSub }: Y.Item): boolean {
  if (parentSub === null) return false;
  if (parent === board.cards) return true;
  return parent instanceof Y.Map && parent.parent === board.cards && structure.has(parentSub);
}

/**
 * Where another may be writing, seen or not: deleting it would delete their words. A run of text stays in any case, because
 * an empty one is nothing on screen. A paragraph or list that was added by hand goes if it is empty, else every undone line
 * would leave a blank one; but the paragraphs that came with a card stay, and so does the first one of a text.
 */
function othersMayWriteIn(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  if (type instanceof Y.XmlText) return true;
  return (
    type instanceof Y.XmlElement && (!isEmpty(type) || isFirst(item, type) || cameWithCard(item))
  );
}

const isEmpty = (element: Y.XmlElement): boolean =>
  element.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);

/** The paragraph that was put where nothing had ever been. */
const isFirst = ({ parent, origin, rightOrigin }: Y.Item, { nodeName }: Y.XmlElement): boolean =>
  nodeName === "paragraph" &&
  !(parent instanceof Y.XmlElement) &&
  origin === null &&
  rightOrigin === null;

/** Written between the card and its `createdAt`, which `addCard` writes last: in the transaction that made the card. */
function cameWithCard({ id, parent }: Y.Item): boolean {
  const card = parent instanceof Y.XmlFragment ? parent.parent : null;
  const end = card instanceof Y.Map ? card._map.get("createdAt") : undefined;
  return end?.id.client === id.client && id.clock < end.id.clock;
}
