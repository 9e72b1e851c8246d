// The topics of the lessons as the discussion takes them: what the group talks about one at a time.
import { useMemo } from "react";
import { lessonItems, type WalkItem } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";

/** In the order of the discussion; the same list until a topic comes, goes or moves. */
export function useTopics(): readonly WalkItem[] {
  const order = useBoard((board) => board.order);
  return useMemo(() => lessonItems({ order }), [order]);
}
