// Keeps what is talked about in sight: its line in a list that scrolls by itself, and the beginning of its page.
import { useEffect, useRef } from "react";
import { isTyping } from "../../screen/is-typing.ts";

/** For the element that scrolls: whenever the id changes, the line with `aria-current=step` comes to its middle if it was out of sight. */
export function useLineInSight(id: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector("[aria-current=step]");
    if (id === undefined || !box || !line) return;
    const room = box.getBoundingClientRect();
    const { top, bottom, height } = line.getBoundingClientRect();
    // the page itself stays where it is: somebody may be reading there
    if (top < room.top || bottom > room.bottom)
      box.scrollTop += top - room.top - (room.height - height) / 2;
  }, [id]);
  return list;
}

/** For the page of a topic: where its beginning was scrolled away, the next one begins at its top, unless I am typing. */
export function useTopInSight(id: string) {
  const page = useRef<HTMLDivElement>(null);
  const last = useRef<string>(undefined);
  useEffect(() => {
    const box = page.current;
    if (!box || last.current === id) return;
    last.current = id;
    if (isTyping()) return;
    const { top } = box.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2)
      box.scrollIntoView({ block: "start", behavior: "instant" });
  }, [id]);
  return page;
}
