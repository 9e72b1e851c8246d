/**
 * Copies text. Browsers offer the clipboard API over https only, so over plain http a selected span is copied instead.
 *
 * Answers whether it worked; when not, the caller shows the text to be copied by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Permission was refused, or the page lost the focus: the other way may still work.
  }
  return copySelected(text);
}

/** Selecting keeps the focus where it is, which a text area would not: a dialog would pull it back. */
function copySelected(text: string): boolean {
  const span = document.createElement("span");
  span.textContent = text;
  span.className = "fixed top-0 whitespace-pre select-text";
  span.ariaHidden = "true";
  document.body.append(span);
  const selection = getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  try {
    selection?.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(span);
    selection?.addRange(range);
    return document.execCommand("copy");
  } finally {
    selection?.removeAllRanges();
    if (before) selection?.addRange(before);
    span.remove();
  }
}
