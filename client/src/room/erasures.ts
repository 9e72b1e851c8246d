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
import { rewriteCopy } from "./local-copy.ts";

export interface Erasures {
  /** These copies are written anew from here on. Resolves once it is known how far they are. */
  readonly keepCopies: (copies: readonly IndexeddbPersistence[]) => Promise<void>;
  /** The board document is in step with the server. */
  readonly inStep: () => void;
  readonly close: () => void;
}

/** Under this key a copy says how many erasures it has gone through. */
const doneKey = "erasures";

/** Follows what the server erases. `askAnew` asks the server for the board once more; `inStep` follows its answer. */
export function followErasures(options: {
  readonly board: Board;
  readonly controlView: ControlView;
  readonly undoManager: Y.UndoManager;
  /** The documents that are not the board, for what is deleted in them. */
  readonly others: readonly Y.Doc[];
  readonly forgetPending: (card: string) => void;
  readonly askAnew: () => void;
}): Erasures {
  const { board, controlView, undoManager, others, forgetPending, askAnew } = options;
  const known = new Set<string>();
  let unnamed = 0;
  let copies: readonly IndexeddbPersistence[] = [];
  let done = 0;
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
    unnamed = erasures - erased.length;
    if (isMore) forgetSteps(board, undoManager);
    else if (fresh.length + here.length > 0)
      forgetSteps(board, undoManager, new Set([...fresh, ...here]));
    if (erasures > done) askAnew();
  };
  const onBoard = () => {
    if (known.size === 0) return;
    const here = dropErased();
    if (here.length > 0) forgetSteps(board, undoManager, new Set(here));
  };
  const rewrite = async (erasures: number) => {
    if (erasures <= done) return;
    for (const doc of others) forgetDeleted(doc);
    forgetDeleted(board.doc);
    await Promise.all(copies.map((copy) => rewriteCopy(copy)));
    await copies[0]?.set(doneKey, erasures);
    done = erasures;
  };
  const stopControl = controlView.subscribe(onControl);
  board.doc.on("afterAllTransactions", onBoard);

  return {
    keepCopies: async (open) => {
      copies = open;
      const stored: unknown = await open[0]?.get(doneKey);
      done = typeof stored === "number" ? stored : 0;
      onControl();
    },
    inStep: () => {
      const { erasures } = controlView.getState();
      rewriting = rewriting.then(() => rewrite(erasures)).catch(reportError); // the next connection tries again
    },
    close: () => {
      stopControl();
      board.doc.off("afterAllTransactions", onBoard);
    },
  };
}
