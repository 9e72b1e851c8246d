// Whether the guide of whoever leads is unfolded; kept on this device.
import { create } from "zustand";

const key = "second-story:guide";

interface GuideFold {
  readonly isOpen: boolean;
}

/** Whether the guide is unfolded: one line until somebody wants more. */
export const useGuideFold = create<GuideFold>()(() => ({ isOpen: isKept() }));

/** Unfolds the guide, or folds it. */
export function setGuideOpen(isOpen: boolean): void {
  useGuideFold.setState({ isOpen });
  try {
    if (isOpen) localStorage.setItem(key, "open");
    else localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept it holds for this page.
  }
}

function isKept(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
