// What Enter and Escape do in a form of a few text fields that is no form element.
import type { KeyboardEvent } from "react";
import { isTextField } from "./text-field.tsx";

/**
 * Answers a key of a text field inside: Enter adds, Escape closes. Shift+Enter, an Enter that ends a composition, and keys
 * that somebody has answered already are left alone.
 */
export function answerFormKey(
  key: KeyboardEvent<HTMLElement>,
  add: () => void,
  close: () => void,
): void {
  if (key.defaultPrevented || !isTextField(key.target)) return;
  if (key.key === "Escape") close();
  else if (key.key !== "Enter" || key.shiftKey || key.nativeEvent.isComposing) return;
  else add();
  key.preventDefault();
}
