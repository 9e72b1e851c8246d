// Taking words out of a document for good. Deleting is half of it: a document keeps what was deleted for whoever may undo it,
// and a log keeps it for ever.
import * as Y from "yjs";
import type { CardId } from "../ids.ts";
import type { Board } from "./board.ts";

/**
 * Takes cards out of the document, with everything in them. What people write in them meanwhile goes along. The words are
 * still in the history of the document, and in the steps of whoever wrote them (`forgetSteps`), until both are written anew.
 */
export function eraseCards(board: Board, ids: readonly CardId[], origin?: unknown): void {
  board.doc.transact(() => {
    for (const id of ids) board.cards.delete(id);
  }, origin);
}

/**
 * Drops every step that would bring back something of these cards, or without cards all of them: a step keeps the words that
 * it deleted. Then lets go of whatever is deleted and was only kept for such a step.
 */
export function forgetSteps(
  { doc, cards }: Board,
  undoManager: Y.UndoManager,
  ids?: ReadonlySet<string>,
): void {
  const isOfThem = (item: Y.Item): boolean => {
    for (let at: Y.Item | null = item; at; at = parentOf(at))
      if (at.parent === cards && at.parentSub !== null && ids?.has(at.parentSub)) return true;
    return false;
  };
  doc.transact((transaction) => {
    const touches = ({ deletions }: Y.UndoManager["undoStack"][number]): boolean => {
      let isTouched = ids === undefined;
      Y.iterateDeletedStructs(transaction, deletions, (struct) => {
        isTouched ||= struct instanceof Y.Item && isOfThem(struct);
      });
      return isTouched;
    };
    const undo = Map.groupBy(undoManager.undoStack, touches);
    const redo = Map.groupBy(undoManager.redoStack, touches);
    // the steps that go are the only ones that hold on to something inside of these cards
    undoManager.undoStack = undo.get(true) ?? [];
    undoManager.redoStack = redo.get(true) ?? [];
    undoManager.clear();
    undoManager.undoStack = undo.get(false) ?? [];
    undoManager.redoStack = redo.get(false) ?? [];
  });
  undoManager.emit("stack-cleared", [{ undoStackCleared: true, redoStackCleared: true }]);
  forgetDeleted(doc);
}

/** Lets go of the content of everything that is deleted and that no step keeps. */
export const forgetDeleted = ({ store }: Y.Doc): void =>
  Y.tryGc(Y.createDeleteSetFromStructStore(store), store, () => true);

const parentOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null;
