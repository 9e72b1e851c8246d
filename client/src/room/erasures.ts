// Waits for the server to erase something for good. What is to be done then is loaded when it first happens (erase-here.ts).
import type { IndexeddbPersistence } from "y-indexeddb";
import { untilLoaded } from "../ui/later.ts";
import type { ErasingHere, EraseHereOptions } from "./erase-here.ts";

export interface Erasures {
  /** These copies are kept clean from here on. */
  readonly keepCopies: (copies: readonly IndexeddbPersistence[]) => void;
  /** The words of these cards were set aside: steps of undo and copies let go of them. */
  readonly forgetWords: (cards: ReadonlySet<string>) => void;
  /** The board document is in step with the server. */
  readonly inStep: () => void;
  readonly close: () => void;
}

/** Follows what the server erases. */
export function followErasures(options: EraseHereOptions): Erasures {
  const { controlView } = options;
  let loading: Promise<ErasingHere> | undefined;
  let copies: readonly IndexeddbPersistence[] = [];
  const load = async () => {
    const { eraseHere } = await untilLoaded(() => import("./erase-here.ts"));
    return eraseHere(options, copies);
  };
  const onControl = () => {
    if (controlView.getState().erasures > 0) loading ??= load();
  };
  const unsubscribe = controlView.subscribe(onControl);
  return {
    keepCopies: (open) => {
      copies = open;
      void loading?.then((erasing) => erasing.keepCopies(open));
    },
    forgetWords: (cards) => {
      loading ??= load();
      void loading.then((erasing) => erasing.forgetWords(cards));
    },
    inStep: () => void loading?.then((erasing) => erasing.inStep()),
    close: () => {
      unsubscribe();
      void loading?.then((erasing) => erasing.close());
    },
  };
}
