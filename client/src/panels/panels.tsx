// The dialogs of the frame, loaded once the board is on the screen: none of them is part of its first paint.
import type { PhaseId } from "@secondstory/shared";
import { EraseDialog } from "../erase/erase-dialog.tsx";
import { AnnounceDialog } from "../announce/announce-dialog.tsx";
import { ExportDialog } from "../export/export-dialog.tsx";
import { ParkingPanel } from "../parking/parking-panel.tsx";
import { RemovedDialog } from "../removed/removed-dialog.tsx";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Arrival } from "./arrival.tsx";
import { DeviceDialog } from "./device-dialog.tsx";
import { Ended } from "./ended.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinksDialog } from "./links-dialog.tsx";
import { PeopleDialog } from "./people-dialog.tsx";
import { Questions } from "./questions.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";

interface PanelsProps {
  /** What this screen shows: a parked idea remembers where it came up. */
  readonly phase: PhaseId;
  readonly onSeatLost: () => void;
}

/** All of them; each shows itself when it is asked for. */
export default function Panels({ phase, onSeatLost }: PanelsProps) {
  return (
    <>
      <Arrival />
      <InviteDialog />
      <LinksDialog />
      <DeviceDialog />
      <AnnounceDialog />
      <Export />
      <PeopleDialog />
      <Questions />
      <ShortcutsDialog />
      <ParkingPanel phase={phase} />
      <RemovedDialog />
      <EraseDialog />
      <Ended onSeatLost={onSeatLost} />
    </>
  );
}

function Export() {
  const isOpen = usePanel(({ open }) => open === "export");
  return <ExportDialog isOpen={isOpen} onClose={closePanel} />;
}
