// What I wrote for myself alone, as components read it. Loaded with the first screen that shows it.
import { useSyncExternalStore } from "react";
import { createDraftsView, type Draft, type DraftsView, type Private } from "@secondstory/shared";
import { useSession } from "./use-session.ts";

const views = new WeakMap<Private, DraftsView>();

/** My drafts, followed for as long as their document is there. */
export function draftsOf(own: Private): DraftsView {
  const known = views.get(own);
  if (known) return known;
  const view = createDraftsView(own);
  views.set(own, view);
  return view;
}

/** A piece of my drafts, never a new object. */
export function useDrafts<Piece>(select: (drafts: readonly Draft[]) => Piece): Piece {
  const view = draftsOf(useSession().privateDoc);
  return useSyncExternalStore(view.subscribe, () => select(view.getState()));
}
