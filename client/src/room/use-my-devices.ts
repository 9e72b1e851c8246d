import { useMemo, useSyncExternalStore } from "react";
import { readAwarenessState } from "@secondstory/shared";
import { useSession } from "./use-session.ts";

/** On how many devices, or in how many tabs, I am on this board right now. */
export function useMyDevices(): number {
  const { awareness, me } = useSession();
  const devices = useMemo(
    () => ({
      subscribe: (onChange: () => void) => {
        awareness.on("change", onChange);
        return () => awareness.off("change", onChange);
      },
      count: () =>
        [...awareness.getStates().values()].filter(
          (state) => readAwarenessState(state)?.participantId === me,
        ).length,
    }),
    [awareness, me],
  );
  return useSyncExternalStore(devices.subscribe, devices.count);
}
