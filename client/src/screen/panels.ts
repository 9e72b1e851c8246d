// Which dialog of the board's frame is open on this screen.
import { create } from "zustand";

export type Panel =
  | "invite"
  | "announce"
  | "agenda"
  | "ending"
  | "export"
  | "people"
  | "expected"
  | "note"
  | "inbox"
  | "reword"
  | "shortcuts"
  | "palette"
  | "links"
  | "device"
  | "seal"
  | "reopen"
  | "forget"
  | "delete";

interface PanelState {
  readonly open: Panel | undefined;
}

/** The dialog that is open. */
export const usePanel = create<PanelState>()(() => ({ open: undefined }));

/** Opens a dialog, in place of another. */
export const openPanel = (panel: Panel): void => usePanel.setState({ open: panel });

/** Closes whichever is open. */
export const closePanel = (): void => usePanel.setState({ open: undefined });
