// The step inside the discussion, and its keys.
import { useLingui } from "@lingui/react/macro";
import { useLeadsHere, usePutInFocus } from "../../focus/use-focus.ts";
import { useWalkKeys } from "../../focus/use-walk-keys.ts";
import { useControl } from "../../room/use-room.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import type { Discussion } from "./use-discussion.ts";

/**
 * Offers the next topic in their order, and past the last one what is left; the first one after a vote. While the group is
 * busy with notes, writing or voting, it offers none: the step is theirs.
 */
export function useNextTopic({ walk, shown, lookAt }: Discussion, isBusy: boolean): void {
  const { t } = useLingui();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  useWalkKeys(walk, shown && { at: shown.id, lookAt: (item) => lookAt(item.id) });
  // Once the votes are counted the discussion begins.
  const hasBegun = useControl(({ vote }) => vote?.closedAt !== undefined) || walk.current;
  const to = walk.nextOpen && (walk.next ?? walk.nextOpen);
  useDockStep(
    leads && !isBusy && hasBegun && to
      ? {
          label: !walk.current
            ? t`Discuss the first topic`
            : walk.next
              ? t`Next topic`
              : t`Next not seen yet`,
          shortcut: walk.next ? "j" : "u",
          disabledReason: reason,
          run: () => put(to),
        }
      : undefined,
  );
}
