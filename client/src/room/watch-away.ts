// Who is away is no part of the first paint: what follows it comes a moment later.
import type { Awareness } from "y-protocols/awareness";
import { untilLoaded } from "../ui/later.ts";
import type { JustLeft } from "./away.ts";
import type { Presence } from "./presence.ts";
import { createStore, type Store } from "./store.ts";

/** Follows who is away, and tells the others of oneself, until awareness ends. Gives who has just left. */
export function watchAway(awareness: Awareness, presence: Store<Presence>): Store<JustLeft> {
  const justLeft = createStore<JustLeft>({});
  let isOver = false;
  awareness.on("destroy", () => (isOver = true));
  const start = async () => {
    const { followAway } = await untilLoaded(() => import("./away.ts"));
    if (!isOver) awareness.on("destroy", followAway(awareness, presence, justLeft));
  };
  void start();
  return justLeft;
}
