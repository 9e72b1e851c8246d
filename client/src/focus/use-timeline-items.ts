import { useMemo } from "react";
import { timelineItems, type WalkItem } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";

/** The events as items of a walk: the same list until one comes, goes or moves. */
export function useTimelineItems(): readonly WalkItem[] {
  const ids = useBoard(({ order }) => order.timeline);
  return useMemo(() => timelineItems(ids), [ids]);
}
