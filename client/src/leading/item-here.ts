// Which event or note this screen is at: of those that had the focus the last one, if it can still be seen.
import { useEffect } from "react";
import { readCardId, type CardId } from "@secondstory/shared";

let last: Element | undefined;

/** Notes where the focus goes; once on the board page. */
export function useNoteFocus(): void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest("main")) return; // a dialog, or the dock
      last = target.closest("[data-row], [data-card]") ?? undefined;
    };
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("focusin", onFocus);
      last = undefined;
    };
  }, []);
}

/** Undefined where there was none, or it is out of sight. */
export function itemHere(): CardId | undefined {
  if (!last?.isConnected) return undefined;
  const { top, bottom } = last.getBoundingClientRect();
  const isInSight = bottom > 0 && top < window.innerHeight;
  const id = last.getAttribute("data-row") ?? last.getAttribute("data-card");
  return isInSight ? readCardId(id) : undefined;
}
