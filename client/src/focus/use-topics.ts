// The topics of the lessons as the discussion takes them: what the group talks about one at a time.
import { useMemo } from "react";
import { lessonItems, type WalkItem } from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";

/** In the order of the discussion; the same list until a topic comes, goes or moves, or a vote is closed. */
export function useTopics(): readonly WalkItem[] {
  const topics = useBoard((board) => board.topics);
  const vote = useControl((control) => control.vote);
  return useMemo(() => lessonItems({ topics }, { vote }), [topics, vote]);
}
