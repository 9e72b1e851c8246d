// In which order the notes of a column stand on this screen. Only “by question” is the order that people give them by hand and
// share; the others are looks at it, chosen by each for themselves.
import { useLingui } from "@lingui/react/macro";
import { useMemo, useSyncExternalStore } from "react";
import type { CardId, ControlState } from "@secondstory/shared";
import { useTopicVotes } from "../focus/use-topics.ts";
import { useUntorn } from "../focus/use-untorn.ts";
import { ofSession } from "../room/of-session.ts";
import type { Session } from "../room/open-session.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { isTyping } from "../screen/is-typing.ts";

/** `topics`: groups before single notes, the more votes the earlier. `votes`: everything by its votes. */
export type NoteOrder = "question" | "topics" | "votes";

const chosenOf = ofSession<NoteOrder | undefined>(undefined);

/** Chooses it for this screen. */
export const setNoteOrder = (session: Session, order: NoteOrder): void =>
  chosenOf(session).set(order);

/** Once votes were counted notes stand by them, unless somebody chose otherwise. */
function orderOf(chosen: NoteOrder | undefined, { vote }: Pick<ControlState, "vote">): NoteOrder {
  const isCounted = vote?.closedAt !== undefined;
  if (chosen === undefined) return isCounted ? "votes" : "question";
  return chosen === "votes" && !isCounted ? "question" : chosen;
}

/** The order on this screen. Nothing is sorted anew under the caret of somebody who writes. */
export function useNoteOrder(): NoteOrder {
  const { subscribe, get } = chosenOf(useSession());
  const chosen = useSyncExternalStore(subscribe, get);
  return useUntorn(
    useControl((control) => orderOf(chosen, control)),
    isTyping,
  );
}

/** Whether the notes of the lessons are sorted on this screen, so that none is moved up or down by hand. */
export const areNotesSorted = (session: Session): boolean =>
  orderOf(chosenOf(session).get(), session.controlView.getState()) !== "question";

/** Why a note cannot be moved up or down here; undefined if it can. */
export function useSortedReason(isSortable: boolean): string | undefined {
  const { t } = useLingui();
  const isSorted = useNoteOrder() !== "question" && isSortable;
  return isSorted
    ? t`Notes are sorted here. Choose “By question” to move them by hand.`
    : undefined;
}

interface Sortable {
  readonly id: CardId;
  /** Of a group. */
  readonly topic: object | undefined;
}

/** Sorts the rows of a column; undefined while they stand as people put them. */
export function useArrangement():
  | (<Row extends Sortable>(rows: readonly Row[]) => readonly Row[])
  | undefined {
  const order = useNoteOrder();
  const votes = useTopicVotes();
  const now = useMemo(() => ({ order, votes }), [order, votes]);
  const by = useUntorn(now, isTyping);
  return useMemo(() => {
    if (by.order === "question") return undefined;
    const votesOf = ({ id, topic }: Sortable) =>
      by.order === "votes" || topic ? (by.votes.get(id) ?? 0) : -1;
    return (rows) => rows.toSorted((a, b) => votesOf(b) - votesOf(a));
  }, [by]);
}
