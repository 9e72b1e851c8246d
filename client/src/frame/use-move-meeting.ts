import { useCallback, useRef } from "react";
import type { PhaseId } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { mayMove } from "../screen/before-moving.ts";
import { useLook } from "../screen/look.ts";
import { useRequest } from "./use-request.ts";

/**
 * Moves the meeting to a phase of its agenda and goes with it. Whatever there is to ask before is asked first; a second press
 * meanwhile does nothing. If another moves the meeting at the same time, theirs stands.
 */
export function useMoveMeeting(): (to: PhaseId) => Promise<void> {
  const request = useRequest();
  const meeting = useControl(({ phase }) => phase);
  const agenda = useControl((control) => control.agenda);
  const isMoving = useRef(false);
  return useCallback(
    async (to) => {
      if (isMoving.current) return;
      isMoving.current = true;
      try {
        if (!(await mayMove(meeting, to))) return;
        const by = agenda.indexOf(to) - agenda.indexOf(meeting);
        const answer = await request(
          by === 1
            ? { type: "advance", from: meeting }
            : by === -1
              ? { type: "back", from: meeting }
              : { type: "goTo", phase: to, from: meeting },
        );
        if (answer.ok) useLook.getState().follow();
      } finally {
        isMoving.current = false;
      }
    },
    [request, meeting, agenda],
  );
}
