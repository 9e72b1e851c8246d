// How components read the room: each hook takes a selector that returns a piece of the state, never a new object, so that a
// change renders only who shows it.
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type {
  BoardState,
  ControlState,
  Participant,
  ParticipantId,
  Role,
} from "@secondstory/shared";
import type { Connection } from "./connection.ts";
import type { Presence } from "./presence.ts";
import { useSession } from "./use-session.ts";

/** A piece of the board. */
export function useBoard<Piece>(select: (board: BoardState) => Piece): Piece {
  const { boardView } = useSession();
  return useSyncExternalStore(boardView.subscribe, () => select(boardView.getState()));
}

/** A piece of what steers the meeting. */
export function useControl<Piece>(select: (control: ControlState) => Piece): Piece {
  const { controlView } = useSession();
  return useSyncExternalStore(controlView.subscribe, () => select(controlView.getState()));
}

/** A piece of how this browser stands with the server. */
export function useConnection<Piece>(select: (connection: Connection) => Piece): Piece {
  const { connection } = useSession();
  return useSyncExternalStore(connection.subscribe, () => select(connection.get()));
}

/** A piece of who is here. */
export function usePresence<Piece>(select: (presence: Presence) => Piece): Piece {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, () => select(presence.get()));
}

/** Whether somebody is away. I never am. */
export function useIsAway(): (id: ParticipantId) => boolean {
  const { me, justLeft: leaving } = useSession();
  const presence = usePresence((here) => here);
  const justLeft = useSyncExternalStore(leaving.subscribe, leaving.get);
  return useMemo(
    () => (id) => {
      if (id === me) return false;
      const here = presence[id];
      return here ? here.isAway : justLeft[id] === undefined;
    },
    [me, presence, justLeft],
  );
}

/** Myself on the roster; undefined until the control document has come. */
export function useMe(): Participant | undefined {
  const { me } = useSession();
  return useControl((control) => control.roster[me]);
}

/** My role; an observer's until it is known, so that nothing is offered that might be refused. */
export const useRole = (): Role => useMe()?.role ?? "observer";

/** Why I may not write here, or undefined if I may. */
export function useReadOnlyReason(): "observer" | "sealed" | "loading" | undefined {
  const me = useMe();
  const isSealed = useControl((control) => control.seal !== undefined);
  if (isSealed) return "sealed";
  if (!me) return "loading";
  return me.role === "observer" ? "observer" : undefined;
}

/** The first other person who is writing in something; undefined if nobody is. */
export function useWriterOf(target: string): ParticipantId | undefined {
  const { me } = useSession();
  return usePresence((presence) =>
    (Object.keys(presence) as ParticipantId[]).find(
      (id) => id !== me && presence[id]?.editing.includes(target),
    ),
  );
}

/** What stands in a composer: kept in my private document, so that neither a reload nor another device loses it. */
export function useDraft(composer: string): readonly [string, (text: string) => void] {
  const { privateDoc } = useSession();
  const subscribe = useCallback(
    (onChange: () => void) => {
      privateDoc.composing.observe(onChange);
      return () => privateDoc.composing.unobserve(onChange);
    },
    [privateDoc],
  );
  const text = useSyncExternalStore(subscribe, () => privateDoc.composing.get(composer) ?? "");
  const setText = useCallback(
    (next: string) => {
      if (next === "") privateDoc.composing.delete(composer);
      else privateDoc.composing.set(composer, next);
    },
    [privateDoc, composer],
  );
  return [text, setText];
}
