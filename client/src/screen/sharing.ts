// Whether others may be looking at this screen: it is shared in a call, or shows the room view on a projector. What is mine
// alone is then not drawn: drafts, votes, private texts, links with secrets. Kept on this device, for all of its tabs; the
// room view is this tab's.
import { create } from "zustand";
import { isKept, keepFlag } from "./kept-flag.ts";

interface SharingState {
  /** Somebody said that they share their screen. */
  readonly isOn: boolean;
  /** The room view is open: large type, nothing beside the page. */
  readonly isRoomView: boolean;
}

const sharingKey = "second-story:sharing";
const roomViewKey = "second-story:room-view";
const inTab = () => sessionStorage;

const useSharing = create<SharingState>()(() => ({
  isOn: isKept(sharingKey),
  isRoomView: isKept(roomViewKey, inTab),
}));

/** Whether others may see this screen. Whoever draws something private asks this, and draws a placeholder instead. */
export const useIsSharing = (): boolean => useSharing(({ isOn, isRoomView }) => isOn || isRoomView);

/** Whether the switch is on, whatever the room view does. */
export const useSharingSwitch = (): boolean => useSharing(({ isOn }) => isOn);

/** Whether this tab shows the room view. */
export const useIsRoomView = (): boolean => useSharing(({ isRoomView }) => isRoomView);

/** Says that this screen is shared, or is no longer. */
export function setSharing(isOn: boolean): void {
  useSharing.setState({ isOn });
  keepFlag(sharingKey, isOn);
}

/** Opens or leaves the room view. */
export function setRoomView(isRoomView: boolean): void {
  useSharing.setState({ isRoomView });
  keepFlag(roomViewKey, isRoomView, inTab);
}

/** Opens the room view, or leaves it. */
export const toggleRoomView = (): void => setRoomView(!useSharing.getState().isRoomView);

/** Takes over what another tab of this browser says. Answers how to stop. */
export function followOtherTabs(): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === sharingKey) useSharing.setState({ isOn: event.newValue !== null });
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}
