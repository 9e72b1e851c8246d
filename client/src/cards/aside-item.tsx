import { useLingui } from "@lingui/react/macro";
import { FoldVertical } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { useAsideReason, useIsFoldable } from "../aside/use-aside-reason.ts";
import { MenuItem } from "../ui/menu.tsx";
import { useSetAside } from "./use-set-aside.ts";

/** In the menu of a note: folds it for everybody until it is reworded. Nothing for a card that is no note. */
export function AsideItem({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const isFoldable = useIsFoldable(id);
  const reason = useAsideReason(id);
  const setAside = useSetAside(id);
  if (!isFoldable) return null;
  return (
    <MenuItem icon={FoldVertical} onAction={() => void setAside()} disabledReason={reason}>
      {t`Set aside until reworded`}
    </MenuItem>
  );
}
