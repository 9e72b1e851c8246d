/** Whether the caret stands in something to write in: then nothing on this screen may turn by itself. */
export function isTyping(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  if (focused.isContentEditable || focused instanceof HTMLTextAreaElement) return true;
  return (
    focused instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(focused.type)
  );
}
