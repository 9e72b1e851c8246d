// Whether somebody is away, as far as this screen can tell.
import { useMemo } from "react";
import type { ParticipantId } from "@secondstory/shared";
import { useJustLeft, usePresence } from "./use-room.ts";
import { useSession } from "./use-session.ts";

/** Whether somebody is away. I never am. */
export function useIsAway(): (id: ParticipantId) => boolean {
  const { me } = useSession();
  const presence = usePresence((here) => here);
  const justLeft = useJustLeft();
  return useMemo(
    () => (id) => {
      if (id === me) return false;
      const here = presence[id];
      return here ? here.isAway : justLeft[id] === undefined;
    },
    [me, presence, justLeft],
  );
}
