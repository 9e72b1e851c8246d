// The drafts of a private document as immutable data, kept up to date: a keystroke makes one draft anew and no other.
import * as Y from "yjs";
import { inOrder, readDraft, type Draft } from "./drafts.ts";
import type { Private } from "./private.ts";

/** A private document's drafts as data, with a subscription that fits React's external stores. */
export interface DraftsView {
  /** All of them in their order; what did not change is the same object as before. */
  readonly getState: () => readonly Draft[];
  readonly subscribe: (onChange: () => void) => () => void;
  readonly destroy: () => void;
}

/** Follows the drafts of a private document. Subscribers hear of a change after the transaction that made it. */
export function createDraftsView({ drafts }: Private): DraftsView {
  const known = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  const read = (keys: Iterable<string>) => {
    for (const key of keys) {
      const draft = readDraft(key, drafts.get(key));
      if (draft) known.set(key, draft);
      else known.delete(key);
    }
    return [...known.values()].toSorted(inOrder);
  };
  let state: readonly Draft[] = read(drafts.keys());
  const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    state = read(new Set(events.flatMap(keysOf)));
    for (const listener of listeners) listener();
  };
  drafts.observeDeep(onChange);
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      listeners.clear();
      drafts.unobserveDeep(onChange);
    },
  };
}

/** The drafts that something happened to. */
function keysOf({ path, keys }: Y.YEvent<Y.AbstractType<unknown>>): readonly string[] {
  const [key] = path;
  return key === undefined ? [...keys.keys()] : [String(key)];
}
