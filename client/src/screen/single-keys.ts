// Whether keys without Ctrl or ⌘ do something on this device: whoever speaks to the machine, or leans on the keyboard, switches
// them off.
import { create } from "zustand";

const key = "second-story:single-keys-off";

const useSingleKeys = create<{ readonly areOn: boolean }>()(() => ({ areOn: !isKeptOff() }));

/** Whether they are on. */
export const useAreSingleKeysOn = (): boolean => useSingleKeys(({ areOn }) => areOn);

/** The same, for whoever listens to a key. */
export const areSingleKeysOn = (): boolean => useSingleKeys.getState().areOn;

/** Switches them on or off, for this browser. */
export function setSingleKeys(areOn: boolean): void {
  useSingleKeys.setState({ areOn });
  try {
    if (areOn) localStorage.removeItem(key);
    else localStorage.setItem(key, "yes");
  } catch {
    // where nothing can be kept it holds for this page
  }
}

function isKeptOff(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
