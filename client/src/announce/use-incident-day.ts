import type { BoardState } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import type { LocalDate } from "../time/zoned.ts";
import { incidentDay } from "./meeting-date.ts";

/** The day on which it began, in the zone of this screen: when users were hurt first, else the first event with a time. */
export function useIncidentDay(): LocalDate | undefined {
  const { zone } = useTimeZone();
  return incidentDay(useBoard(firstMoment), zone);
}

function firstMoment({ marks, order, cards }: BoardState): number | undefined {
  if (marks.impact_start) return marks.impact_start.at;
  const [first] = order.timeline; // events go by time, those without one last
  const card = first && cards[first];
  return card?.section === "timeline" ? card.fields.when?.at : undefined;
}
