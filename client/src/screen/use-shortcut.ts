// Keys that do something while no field has the focus.
import { useLayoutEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { areSingleKeysOn } from "./single-keys.ts";

/**
 * Runs something at a key of the page (`e`, `Shift+M`), for as long as the component is there and the key is not off. In a
 * dialog keys belong to that, unless the key is one `forDialogs` too: then it works there while no field has the focus.
 * What a key does changes together with what the screen shows, not a moment later.
 */
export function useShortcut(key: string, run: () => void, isOff = false, forDialogs = false): void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => {
    if (isOff) return undefined;
    return tinykeys(window, {
      [key]: (event) => {
        if (isSingle(key) && !areSingleKeysOn()) return;
        if (event.repeat || event.defaultPrevented) return;
        if (isWithin(event.target, fields) || (!forDialogs && isWithin(event.target, dialogs)))
          return;
        event.preventDefault();
        latest.current();
      },
    });
  }, [key, isOff, forDialogs]);
}

/** A key that a hand may touch by accident, or a machine that listens may hear in a sentence. Escape only leaves. */
const isSingle = (key: string): boolean => key !== "Escape" && !key.startsWith("$mod");

/** In a field the key is a letter, in a menu the beginning of a word; what asks before something is lost comes first. */
const fields =
  "[contenteditable=true], input:not([type=checkbox], [type=radio]), textarea, select, [role=menu], [role=listbox], [role=alertdialog]";
const dialogs = "[role=dialog]";

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null;
