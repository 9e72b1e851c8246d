// Everyone on the roster as the dock shows them, in the order of joining.
import { useMemo } from "react";
import { isWritingHidden, phases, type ParticipantId } from "@secondstory/shared";
import { useControl, useIsAway, usePresence } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import type { Person } from "../ui/name-list.tsx";

/** People as names with their states. */
export function usePeople(): readonly (Person & { readonly id: ParticipantId })[] {
  const { me } = useSession();
  const roster = useControl((control) => control.roster);
  const noteTaker = useControl((control) => control.noteTaker);
  const presence = usePresence((here) => here);
  const ready = useControl((control) => control.ready);
  const hands = useControl((control) => control.hands);
  const isAway = useIsAway();
  // A name that writes beside a pile that grows would tell whose the next note is.
  const isHidden = useControl((control) =>
    phases
      .find(({ id }) => id === control.phase)
      ?.sections.some((section) => isWritingHidden(control, section)),
  );
  return useMemo(
    () =>
      Object.values(roster)
        .toSorted((a, b) => a.joinOrder - b.joinOrder || (a.id < b.id ? -1 : 1))
        .map(({ id, name, role }) => ({
          id,
          name,
          isMe: id === me,
          isFacilitator: role === "facilitator",
          isObserver: role === "observer",
          isWriting: !isHidden && id !== me && (presence[id]?.editing.length ?? 0) > 0,
          takesNotes: id === noteTaker,
          isReady: ready[id] !== undefined,
          hasHandUp: hands[id] !== undefined,
          isAway: isAway(id),
        })),
    [roster, noteTaker, presence, ready, hands, isAway, me, isHidden],
  );
}
