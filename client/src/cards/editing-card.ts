// Which card this person edits, and which they removed a moment ago: both stay where they are on this screen, although an
// emptied or removed card is on nobody else's.
import { useCallback, useSyncExternalStore } from "react";
import type { CardId, SectionId } from "@secondstory/shared";
import type { CaretStart } from "../editor/editor.tsx";
import type { Session } from "../room/open-session.ts";
import { ofSession } from "../room/of-session.ts";
import { useSession } from "../room/use-session.ts";

interface OnMyScreen {
  readonly editing: { readonly id: CardId; readonly caret: CaretStart } | undefined;
  /** The card under the composer that is open: it is drawn there, and not in its list as well. */
  readonly composing: { readonly section: SectionId; readonly card: CardId } | undefined;
  /** Removed here within the last seconds. */
  readonly removed: readonly CardId[];
}

/** How long a removed card can be put back in its place. */
const putBackMs = 10_000;

/** What is on this person's screen alone; one for each session. */
export const onMyScreen = ofSession<OnMyScreen>({
  editing: undefined,
  composing: undefined,
  removed: [],
});

/** A piece of it. */
export function useOnMyScreen<Piece>(select: (screen: OnMyScreen) => Piece): Piece {
  const store = onMyScreen(useSession());
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Opens the editor of a card, wherever it is drawn; one card at a time. */
export function editCard(session: Session, id: CardId, caret: CaretStart = "end"): void {
  const store = onMyScreen(session);
  store.set({ ...store.get(), editing: { id, caret } });
}

/** Closes the editor of a card, if it is the one that is open. */
export function leaveCard(session: Session, id: CardId): void {
  const store = onMyScreen(session);
  if (store.get().editing?.id === id) store.set({ ...store.get(), editing: undefined });
}

/** Keeps a removed card's place for a while, so that it can be put back there. */
export function keepPlace(session: Session, id: CardId): void {
  const store = onMyScreen(session);
  store.set({ ...store.get(), removed: [...store.get().removed, id] });
  setTimeout(() => {
    const { removed, ...rest } = store.get();
    store.set({ ...rest, removed: removed.filter((other) => other !== id) });
  }, putBackMs);
}

/** Whether I edit a card, and the two ways to change that. */
export function useEditing(id: CardId): {
  readonly caret: CaretStart | undefined;
  readonly edit: (caret?: CaretStart) => void;
  readonly leave: () => void;
} {
  const session = useSession();
  const caret = useOnMyScreen(({ editing }) => (editing?.id === id ? editing.caret : undefined));
  const edit = useCallback((at?: CaretStart) => editCard(session, id, at), [session, id]);
  const leave = useCallback(() => leaveCard(session, id), [session, id]);
  return { caret, edit, leave };
}
