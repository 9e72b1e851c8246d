// Whether this screen goes along with what the group looks at. It does while the item before was in sight and nobody types
// here; else it stays where it is, and a pill offers the way.
//
//   with the group ──(the light moves)──▶ the page scrolls to it
//                  ──(it moves while I type, or I scroll away)──▶ elsewhere: the pill
//   elsewhere ──(the item is in sight again, the pill)──▶ with the group
import { useEffect, useRef, useState } from "react";
import type { CardId } from "@secondstory/shared";
import { useArriving } from "../screen/arriving.ts";
import { isTyping } from "../screen/is-typing.ts";

/** Follows the item in focus. Answers whether it is out of sight on this screen. Once on a page that shows the items. */
export function useFollowFocus(item: CardId | undefined): boolean {
  const [awayFrom, setAwayFrom] = useState<CardId>();
  const goesAlong = useRef(true);
  useEffect(() => {
    if (item === undefined) {
      goesAlong.current = true;
      return undefined;
    }
    let isInSight = false;
    let isScrolling = false;
    let watch: IntersectionObserver | undefined;
    let element: HTMLElement | undefined;
    const settle = () => {
      isScrolling = false;
      goesAlong.current = isInSight;
      setAwayFrom(isInSight ? undefined : item);
    };
    // The row of an item that has just come is drawn first.
    const frame = requestAnimationFrame(() => {
      element = elementOf(item);
      if (!element) return settle();
      isScrolling =
        goesAlong.current && !isTyping() && !useArriving.getState().to && !isFullyIn(element);
      if (isScrolling) bringIntoSight(element);
      watch = new IntersectionObserver(
        ([entry]) => {
          isInSight = entry?.isIntersecting ?? false;
          if (isInSight || !isScrolling) settle();
        },
        { rootMargin: `-${edge("--top")}px 0px -${edge("--dock")}px 0px` },
      );
      watch.observe(element);
      return undefined;
    });
    const onScrollEnd = () => {
      if (!isScrolling) return;
      isInSight = element !== undefined && isFullyIn(element); // what watches it hears of it a moment later
      settle();
    };
    document.addEventListener("scrollend", onScrollEnd);
    return () => {
      cancelAnimationFrame(frame);
      watch?.disconnect();
      document.removeEventListener("scrollend", onScrollEnd);
    };
  }, [item]);
  return item !== undefined && awayFrom === item;
}

/** What is drawn for an item on this page; of several, the one that can be seen. */
function elementOf(id: CardId): HTMLElement | undefined {
  const name = CSS.escape(id);
  const found = document.querySelectorAll<HTMLElement>(
    `[data-row="${name}"], [data-card="${name}"]`,
  );
  return [...found].find((element) => element.checkVisibility());
}

/** How much of the window the top bar or the dock covers, in pixels. */
function edge(name: "--top" | "--dock"): number {
  const root = getComputedStyle(document.documentElement);
  return Math.ceil(parseFloat(root.getPropertyValue(name)) * parseFloat(root.fontSize)) || 0;
}

function isFullyIn(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= edge("--top") && bottom <= innerHeight - edge("--dock");
}

function bringIntoSight(element: HTMLElement): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
}
