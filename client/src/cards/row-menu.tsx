// What can be done with a card that is a row of a list: its words first, removing it last, and in between what its list adds.
import { useLingui } from "@lingui/react/macro";
import { PencilLine, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import type { CardId } from "@secondstory/shared";
import { EraseItem } from "../erase/erase-item.tsx";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useSession } from "../room/use-session.ts";
import { Menu, MenuItem, MenuSection } from "../ui/menu.tsx";
import { MoreButton } from "../ui/more-button.tsx";
import { AsideItem } from "./aside-item.tsx";
import { CopyLinkItem } from "./copy-link-item.tsx";
import { useEditing } from "./editing-card.ts";
import { removeCardWithUndo } from "./remove-card-with-undo.ts";

interface RowMenuProps {
  readonly id: CardId;
  /** What the menu is of: “This action”. */
  readonly label: string;
  /** What its button is called: “More for: …”. */
  readonly buttonLabel: string;
  /** “Remove action”, and what is said once it is gone. */
  readonly remove: string;
  readonly removed: string;
  readonly className: string;
  /** Menu items of the list's own. */
  readonly children?: ReactNode;
}

/** Behind one button; for whoever may not write, its link alone. */
export function RowMenu({
  id,
  label,
  buttonLabel,
  remove,
  removed,
  className,
  children,
}: RowMenuProps) {
  const { t } = useLingui();
  const session = useSession();
  const { edit } = useEditing(id);
  const trigger = <MoreButton label={buttonLabel} className={className} />;
  if (useReadOnlySentence() !== undefined)
    return (
      <Menu label={label} trigger={trigger}>
        <CopyLinkItem id={id} />
      </Menu>
    );
  return (
    <Menu label={label} trigger={trigger}>
      <MenuItem icon={PencilLine} onAction={() => edit("end")}>{t`Edit the words`}</MenuItem>
      {children}
      <CopyLinkItem id={id} />
      <MenuSection label={t`Removing`}>
        <AsideItem id={id} />
        <MenuItem icon={Trash2} onAction={() => removeCardWithUndo(session, id, removed)}>
          {remove}
        </MenuItem>
        <EraseItem id={id} />
      </MenuSection>
    </Menu>
  );
}
