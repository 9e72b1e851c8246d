import { useLingui } from "@lingui/react/macro";
import { Eraser } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { MenuItem } from "../ui/menu.tsx";
import { askToErase } from "./erasing.ts";
import { useEraseReason } from "./use-erase-reason.ts";

/** In the menu of a card: asks whether it is to be erased for good. */
export function EraseItem({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const reason = useEraseReason(id);
  return (
    <MenuItem
      icon={Eraser}
      isDanger={reason === undefined}
      onAction={() => askToErase(id)}
      disabledReason={reason}
    >
      {t`Erase for good …`}
    </MenuItem>
  );
}
