// Whether the window is wide enough for something that styles alone cannot change, such as columns instead of tabs.
import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds, `(width >= 64rem)` for instance. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
