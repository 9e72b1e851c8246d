// What the menus of a note and of a group both offer to do with groups.
import { useLingui } from "@lingui/react/macro";
import { Group, Ungroup } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { openGroupWith } from "../screen/grouping.ts";
import { MenuItem } from "../ui/menu.tsx";
import { takeApartWithUndo } from "./group-notes.ts";

interface GroupItemProps {
  readonly id: CardId;
  /** Why it cannot be done, if so. */
  readonly disabledReason: string | undefined;
}

/** Asks which note or group to put it together with. */
export function GroupWithItem({ id, disabledReason }: GroupItemProps) {
  const { t } = useLingui();
  return (
    <MenuItem
      icon={Group}
      shortcut="m"
      onAction={() => openGroupWith(id)}
      disabledReason={disabledReason}
    >
      {t`Group with …`}
    </MenuItem>
  );
}

/** Takes the group apart that this note is, or is in. */
export function TakeApartItem({
  id,
  disabledReason,
  children,
}: GroupItemProps & { readonly children: string }) {
  const session = useSession();
  return (
    <MenuItem
      icon={Ungroup}
      shortcut="shift+m"
      onAction={() => takeApartWithUndo(session, id)}
      disabledReason={disabledReason}
    >
      {children}
    </MenuItem>
  );
}
