// Keys that do something while no field has the focus.
import { useLayoutEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { areSingleKeysOn } from "./single-keys.ts";

/**
 * Runs something at a key of the page (`e`, `Shift+M`), for as long as the component is there and the key is not off. What a
 * key does changes together with what the screen shows, not a moment later.
 */
export function useShortcut(key: string, run: () => void, isOff = false): void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => {
    if (isOff) return undefined;
    return tinykeys(window, {
      [key]: (event) => {
        if (isSingle(key) && !areSingleKeysOn()) return;
        if (event.repeat || event.defaultPrevented || isElsewhere(event.target)) return;
        event.preventDefault();
        latest.current();
      },
    });
  }, [key, isOff]);
}

/** A key that a hand may touch by accident, or a machine that listens may hear in a sentence. Escape only leaves. */
const isSingle = (key: string): boolean => key !== "Escape" && !key.startsWith("$mod");

/** In a field the key is a letter; in a menu or a dialog it belongs to that. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [role=menu], [role=listbox], [role=dialog], [role=alertdialog]",
    ) !== null);
