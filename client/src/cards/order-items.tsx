// The part of a menu that moves a note or a draft up or down in its list.
import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { MenuItem, MenuSection } from "../ui/menu.tsx";

interface OrderItemsProps {
  readonly onMove: (step: -1 | 1) => void;
  /** Why it cannot be moved. */
  readonly disabledReason: string | undefined;
}

/** Up and down, with their keys. */
export function OrderItems({ onMove, disabledReason }: OrderItemsProps) {
  const { t } = useLingui();
  return (
    <MenuSection label={t`Order`}>
      <MenuItem
        icon={ArrowUp}
        shortcut="alt+↑"
        onAction={() => onMove(-1)}
        disabledReason={disabledReason}
      >
        {t`Move up`}
      </MenuItem>
      <MenuItem
        icon={ArrowDown}
        shortcut="alt+↓"
        onAction={() => onMove(1)}
        disabledReason={disabledReason}
      >
        {t`Move down`}
      </MenuItem>
    </MenuSection>
  );
}
