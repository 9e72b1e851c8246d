// Whether this screen shows times in the viewer's zone or in UTC. A choice is kept on this device.
import { create } from "zustand";

/** `mine` is the zone of this machine. */
export type ZoneChoice = "mine" | "utc";

interface ZoneChoiceState {
  readonly choice: ZoneChoice;
  readonly choose: (choice: ZoneChoice) => void;
}

const storageKey = "second-story:zone";

/** The zone that times are shown in. */
export const useZoneChoice = create<ZoneChoiceState>()((set) => ({
  choice: storedChoice(),
  choose: (choice) => {
    set({ choice });
    try {
      localStorage.setItem(storageKey, choice);
    } catch {
      // Where nothing can be kept the choice holds for this page.
    }
  },
}));

function storedChoice(): ZoneChoice {
  try {
    return localStorage.getItem(storageKey) === "utc" ? "utc" : "mine";
  } catch {
    return "mine";
  }
}
