// The five positions of the pulse as a drawing: a sun that rises over a horizon. No faces, no numbers, no colours of
// judgement.
import { useId } from "react";
import type { PulsePosition } from "@secondstory/shared";

/** How far below the top the sun stands, from below the horizon to high above it. */
const heights: Readonly<Record<PulsePosition, number>> = {
  "very-heavy": 33,
  heavy: 27,
  "in-between": 21,
  light: 14.5,
  "very-light": 9,
};

/** The sun at one position. Its word stands beside it. */
export function Sun({ position }: { readonly position: PulsePosition }) {
  const clip = useId();
  return (
    <svg viewBox="0 0 44 40" aria-hidden className="w-full max-w-[3.125rem]">
      <clipPath id={clip}>
        <path d="M0 0h44v29H0z" />
      </clipPath>
      <circle
        cx="22"
        cy={heights[position]}
        r="6.5"
        fill="var(--sun)"
        stroke="var(--ink)"
        strokeWidth="1.25"
        clipPath={`url(#${clip})`}
      />
      <path d="M4 29h36" stroke="var(--ink)" strokeWidth="1.5" />
      <path d="M10 33.5h24M15 37.5h14" stroke="var(--ink-3)" strokeWidth="1" />
    </svg>
  );
}
