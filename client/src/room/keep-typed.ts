// A note may be set aside while I am typing in it: what the server has not heard yet comes back to me, in my private document.
import * as Y from "yjs";
import {
  readCardId,
  rewordingOf,
  type Board,
  type BoardView,
  type CardId,
  type Private,
} from "@secondstory/shared";

interface KeepTypedOptions {
  readonly board: Board;
  /** As it was before the change that is being heard of. */
  readonly boardView: BoardView;
  readonly own: Private;
  readonly isUnsaved: (card: CardId) => boolean;
  /** Told of notes whose words this browser held until now. */
  readonly onAside: (cards: ReadonlySet<string>) => void;
}

/** Follows a board from here on. Answers how to stop. */
export function keepTyped({ board, boardView, own, isUnsaved, onAside }: KeepTypedOptions) {
  const onCards = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const cards = new Set<string>();
    for (const { path, keys, target } of events) {
      const id = readCardId(path[0]);
      if (!id || path.length !== 1 || !keys.has("asideAt")) continue;
      const before = boardView.getState().cards[id];
      const isFolded = target instanceof Y.Map && typeof target.get("asideAt") === "number";
      if (!isFolded || !before || before.asideAt !== undefined || before.isBlank) continue;
      cards.add(id);
      if (isUnsaved(id)) own.composing.set(rewordingOf(id), before.plain);
    }
    if (cards.size > 0) onAside(cards);
  };
  board.cards.observeDeep(onCards);
  return () => board.cards.unobserveDeep(onCards);
}
