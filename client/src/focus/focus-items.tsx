// What can be done with an event or a note on the walk, as items of its menu.
import { useLingui } from "@lingui/react/macro";
import { Eye, EyeOff, Star, StarOff, SunMedium } from "lucide-react";
import { setStar, type CardId, type WalkItem } from "@secondstory/shared";
import { useIsInFocus, useLeadsHere, usePutInFocus, useSeen } from "./use-focus.ts";
import { useRequest } from "../frame/use-request.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { MenuItem } from "../ui/menu.tsx";

interface FocusItemsProps {
  readonly item: WalkItem;
  /** Whether its phase is walked on this page: then whoever leads may put it in focus and pass it over. */
  readonly isWalked?: boolean;
}

/** The star for whoever writes; the light, and what was seen, for whoever leads. */
export function FocusItems({ item, isWalked = true }: FocusItemsProps) {
  const { t } = useLingui();
  const session = useSession();
  const request = useRequest();
  const put = usePutInFocus();
  const { leads, reason } = useLeadsHere();
  const readOnly = useReadOnlySentence();
  const isInFocus = useIsInFocus(item.id);
  const mark = useSeen(item.id);
  const isStarred = useBoard(({ cards }) => cards[item.id]?.isStarred ?? false);
  const markAs = (as: "seen" | "skipped" | "open") =>
    void request({ type: "markReviewed", items: marked(item), as });
  return (
    <>
      {leads && isWalked && (
        <MenuItem
          icon={SunMedium}
          shortcut={t`Space`}
          disabledReason={reason}
          onAction={() => put(isInFocus ? undefined : item)}
        >
          {isInFocus ? t`Take it out of focus` : t`Put in focus for everyone`}
        </MenuItem>
      )}
      <MenuItem
        icon={isStarred ? StarOff : Star}
        shortcut="s"
        disabledReason={readOnly}
        onAction={() => setStar(session.board, item.id, !isStarred)}
      >
        {isStarred ? t`Take the star off` : t`Put a star on it`}
      </MenuItem>
      {leads && isWalked && !isInFocus && (
        <MenuItem
          icon={mark ? EyeOff : Eye}
          disabledReason={reason}
          onAction={() => markAs(mark ? "open" : "seen")}
        >
          {mark ? t`Not seen together after all` : t`Seen together`}
        </MenuItem>
      )}
      {leads && isWalked && !isInFocus && !mark && (
        <MenuItem icon={EyeOff} disabledReason={reason} onAction={() => markAs("skipped")}>
          {t`Skip it`}
        </MenuItem>
      )}
    </>
  );
}

const marked = ({ id, cards }: WalkItem): CardId[] => [...new Set([id, ...cards])];
