// The room view: the page of the phase for people five metres away. F opens and leaves it, Esc leaves it.
import { useEffect } from "react";
import { useIsRoomView } from "../screen/sharing.ts";

/** Whether this tab shows it. Once on the board page. */
export function useRoomView(): boolean {
  const isRoomView = useIsRoomView();
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
