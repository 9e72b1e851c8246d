// Parts that arrive after the first paint. Without a network they wait for it instead of taking the page down, and all of
// them are fetched as soon as the page has come to rest, so that they are at hand when the network goes.
import { type ComponentType, lazy } from "react";

type Load<Props extends object> = () => Promise<{ readonly default: ComponentType<Props> }>;

const loaders = new Set<() => Promise<unknown>>();

/** How long a part that did not arrive is left alone before it is asked for again. */
const retryMs = 5_000;

/** A part that is loaded when it is first drawn, or at rest. It never fails: until it is there, its `Suspense` shows. */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  loaders.add(load);
  return lazy(() => untilLoaded(load));
}

/** Fetches every part that is not there yet. */
export function loadTheRest(): void {
  for (const load of loaders) void load().catch(() => {}); // asked for again when it is drawn
}

/** Asks for a part until it comes. */
export async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await networkOrPause();
    }
  }
}

function networkOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, retryMs);
    window.addEventListener("online", go);
  });
}
