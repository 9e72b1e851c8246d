// Which phase this screen looks at. Looking is mine alone; where the meeting is stands in control. Kept in the address
// (?phase=lessons), so that a reload stays and a look can be opened in a tab of its own; without it the screen goes with
// the meeting.
import { readPhaseId, type PhaseId } from "@secondstory/shared";
import { create } from "zustand";

interface LookState {
  /** Undefined while the screen goes with the meeting. */
  readonly lookingAt: PhaseId | undefined;
  /** Looks at a phase by choice: the browser's back button comes back from it. */
  readonly look: (phase: PhaseId) => void;
  /** Stays where the meeting was, because somebody is writing here. */
  readonly stay: (phase: PhaseId) => void;
  /** Goes with the meeting, from here on. */
  readonly follow: () => void;
}

/** What this screen looks at. */
export const useLook = create<LookState>()((set) => ({
  lookingAt: phaseInAddress(),
  look: (phase) => {
    set({ lookingAt: phase });
    history.pushState(history.state, "", lookHref(phase));
  },
  stay: (phase) => {
    set({ lookingAt: phase });
    history.replaceState(history.state, "", lookHref(phase));
  },
  follow: () => {
    set({ lookingAt: undefined });
    if (phaseInAddress()) history.pushState(history.state, "", location.pathname);
  },
}));

/** Where a look at a phase lives on the board that is open. */
export const lookHref = (phase: PhaseId): string => `${location.pathname}?phase=${phase}`;

/** Keeps the look and the address together while a board is open. Answers how to stop. */
export function followAddress(): () => void {
  const onPopState = () => useLook.setState({ lookingAt: phaseInAddress() });
  onPopState();
  window.addEventListener("popstate", onPopState);
  return () => window.removeEventListener("popstate", onPopState);
}

function phaseInAddress(): PhaseId | undefined {
  return readPhaseId(new URLSearchParams(location.search).get("phase"));
}
