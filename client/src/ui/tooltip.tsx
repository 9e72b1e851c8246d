// A short explanation beside a control: on hover after half a second, at once on keyboard focus, and when its owner opens
// it. Positioning is loaded when the first one opens, so that buttons stay cheap.
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { later } from "./later.ts";

interface TooltipProps {
  /** The control it explains; must be focusable. */
  readonly children: ReactNode;
  /** What it says; without a text there is no tooltip. */
  readonly text: ReactNode;
  /** Set where a press has to open it too, as touch screens know no hovering. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

const hoverMs = 500;

const Bubble = later(() => import("./tooltip-bubble.tsx"));

/** A control with its explanation. */
export function Tooltip({ children, text, isOpen, onOpenChange }: TooltipProps) {
  const [isOpenHere, setOpenHere] = useState(false);
  const wrapper = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isShown = isOpen ?? isOpenHere;
  const set = (next: boolean) => {
    clearTimeout(timer.current);
    if (next === isShown) return;
    setOpenHere(next);
    onOpenChange?.(next);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!text) return children;
  return (
    // The wrapper has no box and is no control: it only hears what happens to the control inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      ref={wrapper}
      className="contents"
      onPointerOver={(event) => {
        if (event.pointerType !== "mouse") return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => set(true), hoverMs);
      }}
      onPointerOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) set(false);
      }}
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) set(true);
      }}
      onBlur={() => set(false)}
      onPointerDown={() => {
        if (isOpen === undefined) set(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") set(false);
      }}
    >
      {children}
      {isShown && (
        <Suspense>
          <Bubble wrapper={wrapper}>{text}</Bubble>
        </Suspense>
      )}
    </span>
  );
}
