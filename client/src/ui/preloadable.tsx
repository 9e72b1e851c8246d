// A view that can be fetched ahead of its first drawing, and is then drawn without a fallback.
import { type ComponentType, createElement, lazy, type ReactNode, useState } from "react";
import { untilLoaded } from "./later.ts";

/** A part that is loaded when it is first drawn, or before. */
export interface Preloadable<Props extends object> {
  (props: Props): ReactNode;
  /** Loads it; without a network it is asked for again the next time. */
  readonly preload: () => Promise<void>;
}

/**
 * Like `lazy`, but a part that has been loaded is drawn at once: no fallback flashes by, and the focus finds what it looks
 * for.
 */
export function preloadable<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): Preloadable<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetchPart = async () => {
    const part = await load();
    loaded = part.default;
    return part;
  };
  const Lazy: ComponentType<Props> = lazy(() => untilLoaded(fetchPart));
  function Part(props: Props) {
    const [Drawn] = useState<ComponentType<Props>>(() => loaded ?? Lazy); // stays, or it would be drawn anew
    return createElement(Drawn, props);
  }
  return Object.assign(Part, {
    preload: async () => {
      await fetchPart().catch(() => undefined);
    },
  });
}
