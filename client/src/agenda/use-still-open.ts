import { useMemo } from "react";
import { stillOpen, type StillOpen } from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";

/** What is unfinished at the moment. Whoever reads it is drawn when a count changes, not at every keystroke. */
export function useStillOpen(): readonly StillOpen[] {
  const { boardView, controlView } = useSession();
  const control = useControl((state) => state);
  const counts = useBoard((board) => JSON.stringify(stillOpen(board, control)));
  return useMemo(
    () => (counts ? stillOpen(boardView.getState(), controlView.getState()) : []),
    [counts, boardView, controlView],
  );
}
