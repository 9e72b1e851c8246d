// A swipe to the side with one finger, on what does not scroll that way.
import { useRef, type TouchEvent } from "react";

/** Shorter is a press, or a finger that trembles. */
const leastPx = 60;

/** Handlers for the element to swipe on: `onSwipe` hears -1 for towards the right (back), 1 for towards the left (on). */
export function useSwipe(onSwipe: (step: -1 | 1) => void) {
  const start = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  return {
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches.length === 1 ? event.touches[0] : undefined;
      start.current = touch && { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      const touch = event.changedTouches[0];
      if (!touch || !start.current) return;
      const right = touch.clientX - start.current.x;
      const down = touch.clientY - start.current.y;
      start.current = undefined;
      if (Math.abs(right) > leastPx && Math.abs(right) > 2 * Math.abs(down))
        onSwipe(right > 0 ? -1 : 1);
    },
  };
}
