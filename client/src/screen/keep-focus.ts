// Brings the focus back when what had it is gone from the page: a vote is closed under my finger, a line is answered by
// somebody else. Without it a keyboard would begin at the top of the window, and a screen reader say nothing.

/** Watches until the answer is called. Whatever puts the focus somewhere better by itself comes first. */
export function keepFocus(): () => void {
  let last: EventTarget | null = document.activeElement;
  const note = ({ target }: FocusEvent) => {
    last = target;
  };
  const isLost = () =>
    document.activeElement === document.body &&
    last instanceof HTMLElement &&
    last !== document.body &&
    !last.isConnected;
  const watch = new MutationObserver(() => {
    if (!isLost()) return;
    // two frames: a dialog gives the focus back in the next one, and so does a card that moves
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!isLost()) return;
        document
          .querySelector<HTMLElement>("main [data-page-title]")
          ?.focus({ preventScroll: true });
      }),
    );
  });
  document.addEventListener("focusin", note);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", note);
    watch.disconnect();
  };
}
