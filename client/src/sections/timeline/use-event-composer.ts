// Where the composer of events is open, and what it begins with. Whoever shows the list of events holds it.
import { useCallback, useMemo, useRef, useState } from "react";
import type { EventKind } from "@secondstory/shared";

/** What a composer begins with. */
interface ComposerStart {
  /** The key of the row it opens below; undefined is above the list. */
  readonly below?: string | undefined;
  readonly kind?: EventKind | undefined;
  /** The moment of the entry above it: what is written there came after that. */
  readonly after?: number | undefined;
}

export interface EventComposerState {
  /** Undefined while it is closed. Each opening is another object. */
  readonly start: ComposerStart | undefined;
  readonly open: (start?: ComposerStart) => void;
  /** Closes it and gives the focus back to what opened it. */
  readonly close: () => void;
}

/** The state of one composer. */
export function useEventComposer(): EventComposerState {
  const [start, setStart] = useState<ComposerStart>();
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: ComposerStart = {}) => {
    const active = document.activeElement;
    if (!active?.closest("[data-event-composer]")) opener.current = active;
    setStart({ ...next });
  }, []);
  const close = useCallback(() => {
    setStart(undefined);
    const back = opener.current;
    const isThere = back instanceof HTMLElement && back !== document.body && back.isConnected;
    const target = isThere ? back : document.querySelector<HTMLElement>("[data-add-event]");
    target?.focus();
  }, []);
  return useMemo(() => ({ start, open, close }), [start, open, close]);
}
