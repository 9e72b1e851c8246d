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
    return () => {
      delete root.dataset["roomView"];
    };
  }, [isRoomView]);
  return isRoomView;
}
