// How components read what the group looks at: pieces that stay the same until something about their own item changes.
import type { CardId, Seen, WalkItem } from "@secondstory/shared";
import { useCallback } from "react";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useShownPhase } from "../frame/use-follow-meeting.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";

/** The item in focus; undefined without one, and on a sealed report. */
export const useItemInFocus = (): CardId | undefined =>
  useControl(({ seal, spotlight }) => (seal ? undefined : spotlight?.item));

/** Whether the group looks at this. */
export const useIsInFocus = (id: CardId): boolean => useItemInFocus() === id;

/** What the group did with this item so far; undefined while it was neither seen nor passed over. */
export const useSeen = (id: CardId): Seen | undefined => useControl(({ seen }) => seen[id]);

/**
 * Whether this screen steps for everybody: its person leads, and looks at the phase that the meeting is at. `reason` says why
 * it cannot be done just now.
 */
export function useLeadsHere(): { readonly leads: boolean; readonly reason: string | undefined } {
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const meeting = useControl(({ phase }) => phase);
  const shown = useShownPhase();
  const reason = useLeadReason();
  return { leads: isFacilitator && !isSealed && shown === meeting, reason };
}

/** Puts an item in focus for everybody, or with undefined none. Of two who do so at once, the first is heard. */
export function usePutInFocus(): (item: WalkItem | undefined) => void {
  const request = useRequest();
  const { controlView } = useSession();
  return useCallback(
    (item) => {
      const from = controlView.getState().spotlight?.item ?? null;
      const also = item?.cards.filter((card) => card !== item.id) ?? [];
      void request({
        type: "spotlight",
        item: item?.id ?? null,
        from,
        ...(also.length > 0 && { also }),
      });
    },
    [request, controlView],
  );
}
