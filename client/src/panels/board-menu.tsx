// Everything that is not needed every minute, behind ⋯.
import { useLingui } from "@lingui/react/macro";
import {
  Archive,
  ArchiveRestore,
  CircleHelp,
  Download,
  Eraser,
  Hourglass,
  Keyboard,
  KeyRound,
  ListOrdered,
  Mail,
  MessageSquareLock,
  Megaphone,
  Presentation,
  Redo2,
  ScreenShare,
  ScreenShareOff,
  Search,
  Smartphone,
  SquareParking,
  Trash2,
  Undo2,
  UserPlus,
  UsersRound,
  X,
} from "lucide-react";
import { askToErase } from "../erase/erasing.ts";
import { useBoard, useControl, useRole } from "../room/use-room.ts";
import { openPanel } from "../screen/panels.ts";
import { setSharing, toggleRoomView, useSharingSwitch } from "../screen/sharing.ts";
import { setSingleKeys, useAreSingleKeysOn } from "../screen/single-keys.ts";
import { openParking, openRemoved } from "../screen/side-lists.ts";
import { useGather } from "../leading/gather-button.tsx";
import { LanguageChoice, ThemeChoice } from "../site/choices.tsx";
import { Menu, MenuItem, MenuSection } from "../ui/menu.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { MoreButton } from "../frame/more-button.tsx";
import { useUndo } from "../frame/use-undo.ts";

/** The menu of the board, and the button that opens it. */
export default function BoardMenu({ isAskedFor }: { readonly isAskedFor: boolean }) {
  const { t } = useLingui();
  const isSharing = useSharingSwitch();
  const areKeysOn = useAreSingleKeysOn();
  return (
    <Menu label={t`More`} trigger={<MoreButton />} isOpenAtFirst={isAskedFor}>
      <Steps />
      <ListsAndReport />
      <Lead />
      <LanguageChoice />
      <ThemeChoice />
      <MenuSection label={t`This device`}>
        <MenuItem icon={Smartphone} onAction={() => openPanel("device")}>
          {t`Continue on another device …`}
        </MenuItem>
        <MenuItem
          icon={isSharing ? ScreenShareOff : ScreenShare}
          onAction={() => setSharing(!isSharing)}
        >
          {isSharing ? t`I no longer share my screen` : t`I am sharing my screen`}
        </MenuItem>
        <MenuItem icon={Presentation} shortcut="f" onAction={toggleRoomView}>
          {t`Room view for a projector`}
        </MenuItem>
        <MenuItem icon={Search} shortcut="mod+k" onAction={() => openPanel("palette")}>
          {t`Find something, or do it …`}
        </MenuItem>
        <MenuItem icon={Keyboard} onAction={() => setSingleKeys(!areKeysOn)}>
          {areKeysOn ? t`Switch single keys off` : t`Switch single keys on`}
        </MenuItem>
        <MenuItem icon={CircleHelp} shortcut="?" onAction={() => openPanel("shortcuts")}>
          {t`Shortcuts`}
        </MenuItem>
        <MenuItem icon={X} isDanger onAction={() => openPanel("forget")}>
          {t`Forget this board here …`}
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}

function Steps() {
  const { t } = useLingui();
  const { canUndo, canRedo, undo, redo } = useUndo();
  return (
    <MenuSection label={t`My steps`}>
      <MenuItem
        icon={Undo2}
        shortcut="mod+z"
        onAction={undo}
        disabledReason={canUndo ? undefined : t`You have changed nothing yet.`}
      >
        {t`Undo my last step`}
      </MenuItem>
      <MenuItem
        icon={Redo2}
        shortcut="shift+mod+z"
        onAction={redo}
        disabledReason={canRedo ? undefined : t`You have undone nothing.`}
      >
        {t`Redo`}
      </MenuItem>
    </MenuSection>
  );
}

function ListsAndReport() {
  const { t } = useLingui();
  const parked = useBoard(({ order }) => order.parking.length);
  const removed = useBoard((board) => board.removed.length);
  return (
    <MenuSection label={t`Board`}>
      <MenuItem icon={UserPlus} shortcut="i" onAction={() => openPanel("invite")}>
        {t`Invite people`}
      </MenuItem>
      <MenuItem icon={ListOrdered} onAction={() => openPanel("agenda")}>
        {t`Agenda …`}
      </MenuItem>
      <MenuItem icon={Megaphone} onAction={() => openPanel("announce")}>
        {t`Date and announcement …`}
      </MenuItem>
      <MenuItem icon={SquareParking} shortcut="p" onAction={openParking}>
        {parked > 0 ? t`Parked ideas (${parked})` : t`Parked ideas`}
      </MenuItem>
      <MenuItem icon={Trash2} onAction={openRemoved}>
        {removed > 0 ? t`Removed cards (${removed})` : t`Removed cards`}
      </MenuItem>
      <MenuItem icon={Download} onAction={() => openPanel("export")}>
        {t`Save or copy as Markdown …`}
      </MenuItem>
    </MenuSection>
  );
}

/** What a facilitator can do; others see only who is there. */
function Lead() {
  const { t } = useLingui();
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const reason = useLeadReason();
  const gather = useGather();
  return (
    <MenuSection label={t`Meeting`}>
      <MenuItem icon={UsersRound} onAction={() => openPanel("people")}>
        {isFacilitator ? t`People and roles` : t`People`}
      </MenuItem>
      <MenuItem icon={MessageSquareLock} onAction={() => openPanel("note")}>
        {t`Only for the facilitator …`}
      </MenuItem>
      {isFacilitator && !isSealed && (
        <MenuItem icon={Megaphone} disabledReason={reason} onAction={gather}>
          {t`Everyone to me`}
        </MenuItem>
      )}
      {isFacilitator && (
        <MenuItem icon={Mail} onAction={() => openPanel("inbox")}>
          {t`Notes for you`}
        </MenuItem>
      )}
      {isFacilitator && (
        <>
          {isSealed ? (
            <MenuItem
              icon={ArchiveRestore}
              disabledReason={reason}
              onAction={() => openPanel("reopen")}
            >
              {t`Reopen the report`}
            </MenuItem>
          ) : (
            <>
              <MenuItem icon={Hourglass} onAction={() => openPanel("ending")}>
                {t`Ways to end …`}
              </MenuItem>
              <MenuItem icon={Archive} disabledReason={reason} onAction={() => openPanel("seal")}>
                {t`Seal the report`}
              </MenuItem>
            </>
          )}
          <MenuItem icon={KeyRound} disabledReason={reason} onAction={() => openPanel("links")}>
            {t`Links to the board …`}
          </MenuItem>
          <MenuItem icon={Eraser} disabledReason={reason} onAction={() => askToErase("deleted")}>
            {t`Erase what was deleted …`}
          </MenuItem>
          <MenuItem
            icon={Trash2}
            isDanger
            disabledReason={reason}
            onAction={() => openPanel("delete")}
          >
            {t`Delete the board …`}
          </MenuItem>
        </>
      )}
    </MenuSection>
  );
}
