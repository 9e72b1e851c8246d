// The zone in which this screen shows times.
import { useZoneChoice, type ZoneChoice } from "../screen/time-zone.ts";
import { machineZone } from "./zoned.ts";

export interface TimeZone {
  /** As Temporal knows it: `Europe/Berlin`, `UTC`. */
  readonly zone: string;
  readonly choice: ZoneChoice;
  readonly choose: (choice: ZoneChoice) => void;
  /** The viewer's own zone, whatever is chosen. */
  readonly myZone: string;
}

/** The zone that times are shown in: the viewer's, until they choose UTC. */
export function useTimeZone(): TimeZone {
  const { choice, choose } = useZoneChoice();
  const myZone = machineZone();
  return { zone: choice === "utc" ? "UTC" : myZone, choice, choose, myZone };
}
