// Keeps a form in sight while the keyboard of a phone is open: the browser shows the field alone, and hides what belongs
// to it behind the keyboard or the bars of the page.
import { useEffect, type RefObject } from "react";

/** Follows the part of the page that can be seen, for as long as the focus is in the form. */
export function useAboveKeyboard(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    let frame = 0;
    const show = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (element.contains(document.activeElement)) scrollIntoSight(element);
      });
    };
    const grown = new ResizeObserver(show);
    grown.observe(element);
    window.visualViewport?.addEventListener("resize", show);
    element.addEventListener("focusin", show);
    return () => {
      cancelAnimationFrame(frame);
      grown.disconnect();
      window.visualViewport?.removeEventListener("resize", show);
      element.removeEventListener("focusin", show);
    };
  }, [form]);
}

/** Air between the form and what covers the page above and below it. */
const gapPx = 8;

/** Scrolls as little as possible. Of a form that is too high, the field with the caret is shown. */
function scrollIntoSight(form: HTMLElement): void {
  const viewport = window.visualViewport;
  const top = (viewport?.offsetTop ?? 0) + gapPx;
  const bottom = (viewport?.offsetTop ?? 0) + (viewport?.height ?? window.innerHeight) - gapPx;
  const upper = Math.max(top, coverOf("header", "bottom") + gapPx);
  const dock = coverOf("[data-dock]", "top");
  const lower = dock > upper ? Math.min(bottom, dock - gapPx) : bottom;
  const isTooHigh = form.getBoundingClientRect().height > lower - upper;
  const box = ((isTooHigh && document.activeElement) || form).getBoundingClientRect();
  if (box.bottom > lower) window.scrollBy({ top: box.bottom - lower });
  else if (box.top < upper) window.scrollBy({ top: Math.max(box.top - upper, box.bottom - lower) });
}

/** Where a bar ends that lies over the page. */
function coverOf(selector: string, edge: "top" | "bottom"): number {
  const bar = document.querySelector(selector);
  const isOver = bar && getComputedStyle(bar).position === "sticky";
  if (!isOver) return edge === "bottom" ? 0 : Infinity;
  return bar.getBoundingClientRect()[edge];
}
