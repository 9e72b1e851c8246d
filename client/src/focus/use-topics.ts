// The topics of the lessons as the discussion takes them: what the group talks about one at a time.
import { useMemo } from "react";
import { discussionOrder, type BoardState, type Vote, type WalkItem } from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";

/** A group, or a note that stands alone, with the votes it got. */
export interface DiscussionItem extends WalkItem {
  readonly votes: number;
}

/** In the order of the discussion; the same list until a topic comes, goes or moves. Typing in a note leaves it alone. */
export function useTopics(): readonly DiscussionItem[] {
  const vote = useControl((control) => control.vote);
  const select = useMemo(() => topicsSelector(vote), [vote]);
  return useBoard(select);
}

function topicsSelector(vote: Vote | undefined) {
  let last: readonly DiscussionItem[] = [];
  return (board: BoardState) => {
    const next = discussionOrder(board, { vote });
    if (!isSame(next, last)) last = next.map(({ id, cards, votes }) => ({ id, cards, votes }));
    return last;
  };
}

const isSame = (a: readonly DiscussionItem[], b: readonly DiscussionItem[]): boolean =>
  a.length === b.length &&
  a.every(({ id, cards, votes }, index) => {
    const other = b[index];
    return (
      id === other?.id &&
      votes === other.votes &&
      cards.length === other.cards.length &&
      cards.every((card, at) => card === other.cards[at])
    );
  });
