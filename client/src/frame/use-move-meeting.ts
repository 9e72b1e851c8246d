import { useCallback, useRef } from "react";
import { neighbourPhase, type PhaseId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { mayMove } from "../screen/before-moving.ts";
import { useLook } from "../screen/look.ts";
import { useRequest } from "./use-request.ts";

/**
 * Moves the meeting to a phase of its agenda and goes with it. Whatever there is to ask before is asked first; a second press
 * from the same phase meanwhile does nothing. The move may be here before its answer: a press from there is one of its own. If
 * another moves the meeting at the same time, theirs stands.
 */
export function useMoveMeeting(): (to: PhaseId) => Promise<void> {
  const request = useRequest();
  const { controlView } = useSession();
  const movingFrom = useRef<PhaseId>(undefined);
  return useCallback(
    async (to) => {
      const before = controlView.getState();
      const from = before.phase;
      if (movingFrom.current === from) return;
      movingFrom.current = from;
      try {
        if (!(await mayMove(from, to))) return;
        const { lookingAt } = useLook.getState();
        const answer = await request(
          to === neighbourPhase(before, 1)
            ? { type: "advance", from }
            : to === neighbourPhase(before, -1)
              ? { type: "back", from }
              : { type: "goTo", phase: to, from },
        );
        // whoever looks elsewhere while the server decides means to
        const now = useLook.getState();
        if (answer.ok && now.lookingAt === lookingAt) now.follow();
      } finally {
        if (movingFrom.current === from) movingFrom.current = undefined;
      }
    },
    [request, controlView],
  );
}
