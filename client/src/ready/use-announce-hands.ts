import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { ParticipantId } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { announce } from "../ui/live-region.tsx";

/** Says who raises a hand, to whoever leads: those that are up already when they come, too. */
export function useAnnounceHands(isOn: boolean): void {
  const { t } = useLingui();
  const { me } = useSession();
  const hands = useControl((control) => control.hands);
  const roster = useControl((control) => control.roster);
  const known = useRef<typeof hands>({});
  useEffect(() => {
    if (!isOn) return;
    for (const id of Object.keys(hands) as ParticipantId[]) {
      const name = roster[id]?.name;
      if (id === me || name === undefined || known.current[id] === hands[id]) continue;
      announce(t`${name} raised a hand.`);
    }
    known.current = hands;
  }, [isOn, hands, roster, me, t]);
}
