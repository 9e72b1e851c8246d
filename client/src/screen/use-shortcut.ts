// Keys that do something while no field has the focus.
import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";

/** Runs something at a key of the page (`e`, `Shift+M`), for as long as the component is there and the key is not off. */
export function useShortcut(key: string, run: () => void, isOff = false): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (isOff) return undefined;
    return tinykeys(window, {
      [key]: (event) => {
        if (event.repeat || event.defaultPrevented || isElsewhere(event.target)) return;
        event.preventDefault();
        latest.current();
      },
    });
  }, [key, isOff]);
}

/** In a field the key is a letter; in a menu or a dialog it belongs to that. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [role=menu], [role=listbox], [role=dialog], [role=alertdialog]",
    ) !== null);
