// Whether the guide of whoever leads is unfolded; kept on this device.
import { create } from "zustand";
import { isKept, keepFlag } from "./kept-flag.ts";

const key = "second-story:guide";

interface GuideFold {
  readonly isOpen: boolean;
}

/** Whether the guide is unfolded: one line until somebody wants more. */
export const useGuideFold = create<GuideFold>()(() => ({ isOpen: isKept(key) }));

/** Unfolds the guide, or folds it. */
export function setGuideOpen(isOpen: boolean): void {
  useGuideFold.setState({ isOpen });
  keepFlag(key, isOpen);
}
