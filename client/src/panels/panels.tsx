// The dialogs of the frame, loaded once the board is on the screen: none of them is part of its first paint.
import { useEffect } from "react";
import type { PhaseId } from "@secondstory/shared";
import { AgendaDialog } from "../agenda/agenda-dialog.tsx";
import { EndingDialog } from "../agenda/ending-dialog.tsx";
import { AnnounceDialog } from "../announce/announce-dialog.tsx";
import { RewordDialog } from "../aside/reword-dialog.tsx";
import { EraseDialog } from "../erase/erase-dialog.tsx";
import { ExportDialog } from "../export/export-dialog.tsx";
import { Palette } from "../palette/palette.tsx";
import { useFrameShortcuts } from "../frame/use-frame-shortcuts.ts";
import { ParkingPanel } from "../parking/parking-panel.tsx";
import { RemovedDialog } from "../removed/removed-dialog.tsx";
import { askToKeep } from "../room/ask-to-keep.ts";
import { useConnection } from "../room/use-room.ts";
import { followCovers } from "../screen/follow-covers.ts";
import { keepFocus } from "../screen/keep-focus.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { Arrival } from "./arrival.tsx";
import { DeviceDialog } from "./device-dialog.tsx";
import { Ended } from "./ended.tsx";
import { ExpectedDialog } from "./expected-dialog.tsx";
import { GateDialog } from "./gate-dialog.tsx";
import { useVisit } from "./follow-visit.ts";
import { InboxDialog } from "./inbox-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinksDialog } from "./links-dialog.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { PeopleDialog } from "./people-dialog.tsx";
import { Questions } from "./questions.tsx";
import { useCloseGroundless } from "./use-close-groundless.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";

interface PanelsProps {
  /** What this screen shows: a parked idea remembers where it came up. */
  readonly phase: PhaseId;
  readonly onSeatLost: () => void;
}

/** All of them; each shows itself when it is asked for. */
export default function Panels({ phase, onSeatLost }: PanelsProps) {
  useVisit();
  useFrameShortcuts();
  const isRoomView = useIsRoomView();
  useCloseGroundless();
  useEffect(() => keepFocus(), []);
  const hasWritten = useConnection(({ pending }) => pending.length > 0);
  useEffect(() => {
    if (hasWritten) void askToKeep();
  }, [hasWritten]);
  return (
    <>
      <Covers key={String(isRoomView)} />
      <Arrival />
      <InviteDialog />
      <AnnounceDialog />
      <AgendaDialog />
      <EndingDialog />
      <LinksDialog />
      <DeviceDialog />
      <Export />
      <PeopleDialog />
      <ExpectedDialog />
      <NoteDialog />
      <GateDialog />
      <InboxDialog />
      <RewordDialog />
      <Questions />
      <ShortcutsDialog />
      <Palette />
      <ParkingPanel phase={phase} />
      <RemovedDialog />
      <EraseDialog />
      <Ended onSeatLost={onSeatLost} />
    </>
  );
}

/** Drawn anew where the top of the page is another: in the room view. */
function Covers() {
  useEffect(() => followCovers(), []);
  return null;
}

function Export() {
  const isOpen = usePanel(({ open }) => open === "export");
  return <ExportDialog isOpen={isOpen} onClose={closePanel} />;
}
