import { useMemo, useSyncExternalStore } from "react";
import type { BoardId, ParticipantId } from "@secondstory/shared";
import { openSession, type Session } from "./open-session.ts";
import { createStore } from "./store.ts";

/** A session that is open for as long as the component is there; undefined for the moment before it opens. */
export function useOpenSession(board: BoardId, me: ParticipantId): Session | undefined {
  const holder = useMemo(() => {
    const store = createStore<Session | undefined>(undefined);
    return {
      get: store.get,
      subscribe: (onChange: () => void) => {
        const unsubscribe = store.subscribe(onChange);
        const session = openSession(board, me);
        store.set(session);
        return () => {
          unsubscribe();
          store.set(undefined);
          session.close();
        };
      },
    };
  }, [board, me]);
  return useSyncExternalStore(holder.subscribe, holder.get);
}
