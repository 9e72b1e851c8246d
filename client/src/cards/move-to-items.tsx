// The part of a menu that moves a note, a group or a draft to another section.
import { useLingui } from "@lingui/react/macro";
import { CornerDownRight } from "lucide-react";
import type { SectionId } from "@secondstory/shared";
import { MenuItem, MenuSection } from "../ui/menu.tsx";

interface MoveToItemsProps<To> {
  readonly destinations: readonly To[];
  readonly onMove: (to: To) => void;
  /** Why it cannot be moved. */
  readonly disabledReason: string | undefined;
}

/** Nothing where it can go nowhere. */
export function MoveToItems<To extends { readonly section: SectionId; readonly title: string }>({
  destinations,
  onMove,
  disabledReason,
}: MoveToItemsProps<To>) {
  const { t } = useLingui();
  if (destinations.length === 0) return null;
  return (
    <MenuSection title={t`Move to`}>
      {destinations.map((to) => (
        <MenuItem
          key={to.section}
          icon={CornerDownRight}
          onAction={() => onMove(to)}
          disabledReason={disabledReason}
        >
          {to.title}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
