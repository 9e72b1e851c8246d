// What a screen remembers in modules belongs to the board that is open on it: on leaving that, all of it begins anew.
import type { StoreApi, UseBoundStore } from "zustand";

const resets = new Set<() => void>();

/** A store that begins anew whenever a board is left. */
export function ofOneBoard<State>(
  store: UseBoundStore<StoreApi<State>>,
): UseBoundStore<StoreApi<State>> {
  resets.add(() => store.setState(store.getInitialState(), true));
  return store;
}

/** Forgets what this screen remembers of the board that it leaves. */
export const leaveScreen = (): void => {
  for (const reset of resets) reset();
};
