// The room view: the page of the phase for people five metres away. F opens and leaves it, Esc leaves it.
import { useEffect } from "react";
import { setRoomView, toggleRoomView, useIsRoomView } from "../screen/sharing.ts";
import { useShortcut } from "../screen/use-shortcut.ts";

/** Whether this tab shows it. Listens to its keys; once on the board page. */
export function useRoomView(): boolean {
  const isRoomView = useIsRoomView();
  useShortcut("f", toggleRoomView);
  useShortcut("Escape", () => setRoomView(false), !isRoomView);
  useEffect(() => {
    if (!isRoomView) return undefined;
    const root = document.documentElement;
    root.dataset["roomView"] = "";
    // what had the focus may be gone with the bar it stood in
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    return () => {
      delete root.dataset["roomView"];
    };
  }, [isRoomView]);
  return isRoomView;
}
