// Ctrl + Enter, or ⌘ + Enter: presses the dock's primary button.
import { useEffect, useRef } from "react";
import { isTyping } from "../screen/is-typing.ts";

/**
 * Listens while there is something to press, before whatever has the focus: a row or a button answers to Enter as well. In a
 * field, a menu or a dialog the key belongs to that.
 */
export function usePrimaryKey(press: (() => void) | undefined): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  const isOff = press === undefined;
  useEffect(() => {
    if (isOff) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isPressed = event.key === "Enter" && event.ctrlKey !== event.metaKey;
      if (!isPressed || event.shiftKey || event.altKey || event.repeat || isTyping()) return;
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current?.();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [isOff]);
}
