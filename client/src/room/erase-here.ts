// What the server erased for good goes from this browser too: out of the documents, out of the steps that undo could take
// back, and out of the copies that IndexedDB keeps.
//
//   control names a card ─▶ deleted here at once, its steps forgotten
//   control counts an erasure ─▶ the board is asked for anew ─▶ (everything is here) ─▶ the copies are written anew
import type { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import {
  eraseCards,
  erasedByServer,
  forgetDeleted,
  forgetSteps,
  type Board,
  type ControlView,
} from "@secondstory/shared";
import { rewriteCopy } from "./rewrite-copy.ts";

export interface EraseHereOptions {
  readonly board: Board;
  readonly controlView: ControlView;
  readonly undoManager: Y.UndoManager;
  /** The documents that are not the board, for what is deleted in them. */
  readonly others: readonly Y.Doc[];
  readonly forgetPending: (card: string) => void;
  /** Asks the server for the board once more, if it is connected; `inStep` follows its answer. */
  readonly askAnew: () => void;
}

export interface ErasingHere {
  readonly keepCopies: (copies: readonly IndexeddbPersistence[]) => void;
  readonly forgetWords: (cards: ReadonlySet<string>) => void;
  readonly inStep: () => void;
  readonly close: () => void;
}

/** Under this key a copy says how many erasures it has gone through. */
const doneKey = "erasures";

/** Carries out what is erased already, and follows what else will be. */
export function eraseHere(
  { board, controlView, undoManager, others, forgetPending, askAnew }: EraseHereOptions,
  firstCopies: readonly IndexeddbPersistence[],
): ErasingHere {
  const known = new Set<string>();
  let unnamed = 0;
  let copies = firstCopies;
  let rewriting: Promise<void> = Promise.resolve();

  const dropErased = () => {
    const here = controlView.getState().erased.filter((id) => board.cards.has(id));
    if (here.length > 0) eraseCards(board, here, erasedByServer);
    return here;
  };
  const onControl = () => {
    const { erased, erasures } = controlView.getState();
    const fresh = erased.filter((id) => !known.has(id));
    for (const id of erased) {
      known.add(id);
      forgetPending(id);
    }
    const here = dropErased();
    // whatever was erased beside cards had been deleted before, and any step may hold it
    const isMore = erasures - erased.length > unnamed;
    if (isMore) forgetSteps(board, undoManager);
    else if (fresh.length + here.length > 0)
      forgetSteps(board, undoManager, new Set([...fresh, ...here]));
    if (isMore || fresh.length > 0) askAnew();
    unnamed = erasures - erased.length;
  };
  const onBoard = () => {
    const here = dropErased();
    if (here.length > 0) forgetSteps(board, undoManager, new Set(here));
  };
  const rewrite = async () => {
    const { erasures } = controlView.getState();
    const [first] = copies;
    const done: unknown = await first?.get(doneKey);
    if (typeof done === "number" && done >= erasures) return;
    for (const doc of [board.doc, ...others]) forgetDeleted(doc);
    await Promise.all(copies.map(rewriteCopy));
    await first?.set(doneKey, erasures);
  };
  const stopFollowing = controlView.subscribe(onControl);
  board.doc.on("afterAllTransactions", onBoard);
  onControl();

  return {
    keepCopies: (open) => {
      copies = open;
      onControl(); // what was loaded from them may hold it still
      askAnew();
    },
    forgetWords: (cards) => {
      forgetSteps(board, undoManager, cards);
      const [first] = copies;
      if (first) rewriting = rewriting.then(() => rewriteCopy(first)).catch(reportError);
    },
    inStep: () => {
      rewriting = rewriting.then(rewrite).catch(reportError); // the next connection tries again
    },
    close: () => {
      stopFollowing();
      board.doc.off("afterAllTransactions", onBoard);
    },
  };
}
