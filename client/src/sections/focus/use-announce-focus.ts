import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useItemInFocus } from "../../focus/use-focus.ts";
import { useSession } from "../../room/use-session.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { announce } from "../../ui/live-region.tsx";
import { itemName } from "./event-name.ts";

/** Says, politely and once, what the group looks at from here on. What is in focus when the page opens is not said. */
export function useAnnounceFocus(): void {
  const { t } = useLingui();
  const { boardView } = useSession();
  const { zone } = useTimeZone();
  const item = useItemInFocus();
  const last = useRef(item);
  useEffect(() => {
    if (last.current === item) return;
    last.current = item;
    const card = item && boardView.getState().cards[item];
    if (card) announce(t`In focus: ${itemName(card, zone)}`);
  }, [item, boardView, zone, t]);
}
