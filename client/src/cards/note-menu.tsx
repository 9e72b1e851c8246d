// What can be done with a note, behind its one button.
import { useLingui } from "@lingui/react/macro";
import { LogOut, Pencil, Trash2 } from "lucide-react";
import type { CardId, SectionId } from "@secondstory/shared";
import { EraseItem } from "../erase/erase-item.tsx";
import { FocusItems } from "../focus/focus-items.tsx";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useSession } from "../room/use-session.ts";
import { Menu, MenuItem, MenuSection } from "../ui/menu.tsx";
import { AsideItem } from "./aside-item.tsx";
import { CopyLinkItem } from "./copy-link-item.tsx";
import { GroupWithItem, TakeApartItem } from "./group-items.tsx";
import { takeOut } from "./group-notes.ts";
import { MoreOnNote } from "./more-on-note.tsx";
import { moveToSection, moveWithin } from "./move-note.ts";
import { MoveToItems } from "./move-to-items.tsx";
import { useSortedReason } from "./note-order.ts";
import { OrderItems } from "./order-items.tsx";
import { removeCardWithUndo } from "./remove-card-with-undo.ts";

/** Another section a note can go to. */
export interface Destination {
  readonly section: SectionId;
  readonly title: string;
}

interface NoteMenuProps {
  readonly id: CardId;
  /** What the note is called: “Note”, “Condition”. */
  readonly label: string;
  /** The beginning of its words. */
  readonly name: string;
  readonly destinations: readonly Destination[];
  readonly isGrouping: boolean;
  readonly isInGroup: boolean;
  /** The group can talk about it by itself. */
  readonly isTopic: boolean;
  readonly isTabStop: boolean;
  readonly onEdit: () => void;
}

/** The button and its menu. */
export function NoteMenu({
  id,
  label,
  name,
  destinations,
  isGrouping,
  isInGroup,
  isTopic,
  isTabStop,
  onEdit,
}: NoteMenuProps) {
  const { t } = useLingui();
  const session = useSession();
  const readOnly = useReadOnlySentence();
  const sorted = useSortedReason(isGrouping && !isInGroup);
  return (
    <Menu
      label={t`What to do with it`}
      trigger={<MoreOnNote label={label} name={name} isTabStop={isTabStop} />}
    >
      <MenuSection label={t`Text`}>
        <MenuItem icon={Pencil} onAction={onEdit} disabledReason={readOnly}>
          {t`Edit`}
        </MenuItem>
        <CopyLinkItem id={id} />
      </MenuSection>
      {isGrouping && (
        <MenuSection label={t`Group`}>
          <GroupWithItem id={id} disabledReason={readOnly} />
          {isInGroup && (
            <MenuItem icon={LogOut} onAction={() => takeOut(session, id)} disabledReason={readOnly}>
              {t`Take out of the group`}
            </MenuItem>
          )}
          {isInGroup && (
            <TakeApartItem
              id={id}
              disabledReason={readOnly}
            >{t`Take the group apart`}</TakeApartItem>
          )}
        </MenuSection>
      )}
      <MoveToItems
        destinations={destinations}
        onMove={({ section, title }) => moveToSection(session, id, section, title)}
        disabledReason={readOnly}
      />
      {isTopic && !isInGroup && (
        <MenuSection label={t`Together`}>
          <FocusItems item={{ id, cards: [id] }} />
        </MenuSection>
      )}
      <OrderItems
        onMove={(step) => moveWithin(session, id, step)}
        disabledReason={readOnly ?? sorted}
      />
      <MenuSection label={t`Removing`}>
        <AsideItem id={id} />
        <MenuItem
          icon={Trash2}
          shortcut={t`Del`}
          onAction={() => removeCardWithUndo(session, id)}
          disabledReason={readOnly}
        >
          {t`Remove`}
        </MenuItem>
        <EraseItem id={id} />
      </MenuSection>
    </Menu>
  );
}
