// The step inside the phase that the dock offers to whoever leads: Next event, Reveal 19 notes, Open the vote.
import { useEffect, useLayoutEffect, useRef } from "react";
import { create } from "zustand";

/** What the dock's primary button does. */
export interface DockStep {
  /** Verb, object and number. */
  readonly label: string;
  readonly run: () => void;
  /** Its key, drawn as a keycap; whoever offers the step listens to it. */
  readonly shortcut?: string | undefined;
  /** Why it cannot be pressed now, and who can change that. */
  readonly disabledReason?: string | undefined;
  /** What the first press says instead of doing it; the second, within some seconds, does it. */
  readonly askOnce?: string | undefined;
}

interface Offered extends DockStep {
  readonly owner: symbol;
}

const useOffered = create<{ readonly step: Offered | undefined }>()(() => ({ step: undefined }));

/** The step that is offered on this screen; undefined where the phase has none. */
export const useOfferedStep = (): DockStep | undefined => useOffered(({ step }) => step);

/**
 * Offers a step for as long as the component is there; undefined offers none. Offer it only where the screen shows the phase
 * that the meeting is at. Where two offer one, the later stands.
 */
export function useDockStep(step: DockStep | undefined): void {
  const latest = useRef(step);
  useLayoutEffect(() => {
    latest.current = step;
  });
  const isThere = step !== undefined;
  const { label = "", shortcut, disabledReason, askOnce } = step ?? {};
  useEffect(() => {
    if (!isThere) return undefined;
    const owner = Symbol(label);
    const run = () => latest.current?.run();
    useOffered.setState({ step: { owner, label, shortcut, disabledReason, askOnce, run } });
    return () =>
      useOffered.setState((last) => (last.step?.owner === owner ? { step: undefined } : last));
  }, [isThere, label, shortcut, disabledReason, askOnce]);
}
