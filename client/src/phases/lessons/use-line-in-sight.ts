// Keeps the line of what is talked about in sight in a list that scrolls by itself.
import { useEffect, useRef } from "react";

/** For the element that scrolls: whenever the id changes, the line with `aria-current=step` comes to its middle if it was out of sight. */
export function useLineInSight(id: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector("[aria-current=step]");
    if (!box || !line) return;
    const room = box.getBoundingClientRect();
    const { top, bottom, height } = line.getBoundingClientRect();
    // the page itself stays where it is: somebody may be reading there
    if (top < room.top || bottom > room.bottom)
      box.scrollTop += top - room.top - (room.height - height) / 2;
  }, [id]);
  return list;
}
