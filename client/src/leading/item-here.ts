// Which event or note this screen is at: what the group looks at, or what had the focus last, if it can be seen here.
import { useEffect } from "react";
import { readCardId, type CardId } from "@secondstory/shared";

let last: Element | undefined;

/** Remembers where the focus goes; once on the board page. */
export function useRememberFocus(): void {
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

/** What the group looks at, if it can be seen here, else what had the focus; undefined where neither can be seen. */
export function itemHere(inFocus: CardId | undefined): CardId | undefined {
  if (inFocus && isInSight(inFocus)) return inFocus;
  const id = last?.getAttribute("data-row") ?? last?.getAttribute("data-card");
  return last && canBeSeen(last) ? readCardId(id) : undefined;
}

/** Whether an event or note is drawn on this screen where it can be seen. */
export function isInSight(id: CardId): boolean {
  const name = CSS.escape(id);
  const drawn = document.querySelectorAll(`main :is([data-row="${name}"], [data-card="${name}"])`);
  return [...drawn].some(canBeSeen);
}

function canBeSeen(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility()) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
