// Which of the lists that belong to no phase is open on this screen.
import { create } from "zustand";

/** The parking list, or the cards that were removed. */
type SideList = "parking" | "removed";

interface SideListState {
  readonly open: SideList | undefined;
}

/** The list that is open. */
export const useSideList = create<SideListState>()(() => ({ open: undefined }));

/** Opens the parking list. */
export const openParking = (): void => useSideList.setState({ open: "parking" });

/** Opens the list of removed cards. */
export const openRemoved = (): void => useSideList.setState({ open: "removed" });

/** Closes whichever is open. */
export const closeSideList = (): void => useSideList.setState({ open: undefined });
