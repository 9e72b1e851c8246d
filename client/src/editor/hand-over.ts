// The caret goes on from the field that waits for the editor to the editor that takes its place.
import type * as Y from "yjs";

const leftWithCaret = new WeakSet<Y.XmlFragment>();

/** The field of this text goes while the caret is in it. Whatever takes its place does so at once, or never. */
export function handOverCaret(fragment: Y.XmlFragment): void {
  leftWithCaret.add(fragment);
  queueMicrotask(() => leftWithCaret.delete(fragment));
}

/** Whether the field that stood here until now had the caret. */
export const takesOverCaret = (fragment: Y.XmlFragment): boolean => leftWithCaret.has(fragment);
