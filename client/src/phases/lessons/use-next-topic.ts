// The step inside the discussion, and its keys.
import { useLingui } from "@lingui/react/macro";
import { useLeadsHere, usePutInFocus } from "../../focus/use-focus.ts";
import { useWalkKeys } from "../../focus/use-walk-keys.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import type { Discussion } from "./use-discussion.ts";

/** Offers the next topic while one is in the light: in their order, and past the last one what is left. */
export function useNextTopic({ walk, shown, lookAt }: Discussion): void {
  const { t } = useLingui();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  useWalkKeys(walk, shown && { at: shown.id, lookAt: (item) => lookAt(item.id) });
  const to = walk.nextOpen && (walk.next ?? walk.nextOpen);
  useDockStep(
    leads && walk.current && to
      ? {
          label: walk.next ? t`Next topic` : t`Next not seen yet`,
          shortcut: walk.next ? "j" : "u",
          disabledReason: reason,
          run: () => put(to),
        }
      : undefined,
  );
}
