// The topics of the lessons as the discussion takes them: what the group talks about one at a time.
import { useMemo } from "react";
import { topicsInOrder, type CardId } from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";

/** In the order of the discussion, with the votes each got; the same list until a topic comes, goes or moves, or a vote is closed. */
export function useTopics(): ReturnType<typeof topicsInOrder> {
  const topics = useBoard((board) => board.topics);
  const vote = useControl((control) => control.vote);
  return useMemo(() => topicsInOrder({ topics }, { vote }), [topics, vote]);
}

/** How many votes each topic got when they were counted; the same map until one of them is another. */
export function useTopicVotes(): ReadonlyMap<CardId, number> {
  const topics = useTopics();
  return useMemo(() => new Map(topics.map(({ id, votes }) => [id, votes])), [topics]);
}
