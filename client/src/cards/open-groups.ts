// Which groups are open on this screen where notes are set so tight that groups are closed.
import { useEffect, useSyncExternalStore } from "react";
import type { CardId, Topic } from "@secondstory/shared";
import { useUntorn } from "../focus/use-untorn.ts";
import type { Session } from "../room/open-session.ts";
import { ofSession } from "../room/of-session.ts";
import { useSession } from "../room/use-session.ts";
import { useArriving } from "../screen/arriving.ts";
import { useOnMyScreen } from "./editing-card.ts";

const openedOf = ofSession<ReadonlySet<CardId>>(new Set());

/** The groups that somebody opened here; the same set until one is opened or closed. */
export function useOpenedGroups(): ReadonlySet<CardId> {
  const store = openedOf(useSession());
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Opens a group on this screen, or closes it. */
export function setGroupOpen(session: Session, group: CardId, isOpen: boolean): void {
  const store = openedOf(session);
  const before = store.get();
  if (before.has(group) === isOpen) return;
  const next = new Set(before);
  if (isOpen) next.add(group);
  else next.delete(group);
  store.set(next);
}

/** Whether a group shows its notes. */
export interface OpenGroup {
  readonly isOpen: boolean;
  /** Whether it can be closed: where there is room it always shows them. */
  readonly canClose: boolean;
}

/**
 * Opens a group when this screen arrives at one of its notes, and for as long as one of them is edited here. It does not
 * close under whoever has the focus in it when the board becomes crowded.
 */
export function useOpenGroup({ id, cards }: Topic, isCompact: boolean): OpenGroup {
  const session = useSession();
  const isOpened = useOpenedGroups().has(id);
  const isEdited = useOnMyScreen(
    ({ editing }) => editing !== undefined && cards.includes(editing.id),
  );
  const isArriving = useArriving(({ to }) => to !== undefined && cards.includes(to.card));
  const hasRoom = !useUntorn(isCompact, (was) => !was && hasFocusIn(id));
  const isInUse = hasRoom || isEdited || isArriving;
  useEffect(() => {
    if (isCompact && isInUse) setGroupOpen(session, id, true);
  }, [session, id, isCompact, isInUse]);
  return { isOpen: isOpened || isInUse, canClose: isCompact };
}

/** Marks the notes of a group. */
export const notesOf = (group: CardId) => ({ "data-notes-of": group });

const hasFocusIn = (group: CardId): boolean =>
  document.activeElement?.closest(`[data-notes-of="${CSS.escape(group)}"]`) != null;
