// Whether keys without Ctrl or ⌘ do something on this device: whoever speaks to the machine, or leans on the keyboard, switches
// them off.
import { create } from "zustand";
import { isKept, keepFlag } from "./kept-flag.ts";

const key = "second-story:single-keys-off";

const useSingleKeys = create<{ readonly areOn: boolean }>()(() => ({ areOn: !isKept(key) }));

/** Whether they are on. */
export const useAreSingleKeysOn = (): boolean => useSingleKeys(({ areOn }) => areOn);

/** The same, for whoever listens to a key. */
export const areSingleKeysOn = (): boolean => useSingleKeys.getState().areOn;

/** Switches them on or off, for this browser. */
export function setSingleKeys(areOn: boolean): void {
  useSingleKeys.setState({ areOn });
  keepFlag(key, !areOn);
}
