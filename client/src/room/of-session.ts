// What a screen remembers for as long as one visit to a board lasts: another visit, or another board, begins anew.
import type { Session } from "./open-session.ts";
import { createStore, type Store } from "./store.ts";

/** A value for each session, made when it is first asked for and gone with the session. */
export function ofSession<Value>(initial: Value): (session: Session) => Store<Value> {
  const stores = new WeakMap<Session, Store<Value>>();
  return (session) => {
    const known = stores.get(session);
    if (known) return known;
    const made = createStore(initial);
    stores.set(session, made);
    return made;
  };
}
