// The signs of the drawing. Each is a shape first and a colour last, and stands beside its word: assistive technology
// hears the word alone.
import { cx } from "./cx.ts";

/** The house mark: the second storey has its light on. */
export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" fill="none" aria-hidden className={className}>
      <path d="M3.75 14.75h12.5v8H3.75z" stroke="currentColor" strokeWidth="1.5" />
      <path d="M9 3h14v11.75H9z" fill="currentColor" />
      <path d="M13 6.5h6v4.75h-6z" fill="var(--sun)" />
    </svg>
  );
}

/** The level mark of an architect's drawing: the meeting is here. */
export function LevelMark({ className }: { readonly className?: string }) {
  return (
    <svg width="14" height="11" viewBox="0 0 14 11" aria-hidden className={className}>
      <path
        d="M1.2 1h11.6L7 9.6z"
        fill="var(--sun)"
        stroke="var(--ink)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export type GlyphFamily = "mark" | "system" | "noticed" | "did" | "said";

interface EventGlyphProps {
  readonly family: GlyphFamily;
  /** Hollow is the weaker sibling: background, hypothesis, action. */
  readonly isHollow?: boolean | undefined;
  readonly className?: string | undefined;
}

const solid = { stroke: "var(--paper)", strokeWidth: 2.5, paintOrder: "stroke" } as const;
const hollow = { fill: "var(--sheet)", strokeWidth: 2 } as const;

const shapes: Record<GlyphFamily, (isHollow: boolean) => React.JSX.Element> = {
  mark: () => <path d="M1.6 4.1h12.8L8 14.2z" fill="var(--k-mark)" {...solid} />,
  system: (isHollow) =>
    isHollow ? (
      <path d="M3.6 4.2h8.8v8.8h-8.8z" stroke="var(--k-system)" {...hollow} />
    ) : (
      <path d="M2.8 3.4h10.4v10.4h-10.4z" fill="var(--k-system)" {...solid} />
    ),
  noticed: (isHollow) =>
    isHollow ? (
      <circle cx="8" cy="8.6" r="4.7" stroke="var(--k-noticed)" {...hollow} />
    ) : (
      <circle cx="8" cy="8.6" r="5.4" fill="var(--k-noticed)" {...solid} />
    ),
  did: (isHollow) =>
    isHollow ? (
      <path d="M8 3.1l5.5 5.5L8 14.1 2.5 8.6z" stroke="var(--k-did)" {...hollow} />
    ) : (
      <path d="M8 2.1l6.5 6.5L8 15.1 1.5 8.6z" fill="var(--k-did)" {...solid} />
    ),
  said: (isHollow) =>
    isHollow ? (
      <rect x="2.8" y="5.5" width="10.4" height="6.2" rx="3.1" stroke="var(--k-said)" {...hollow} />
    ) : (
      <rect x="1.8" y="5.5" width="12.4" height="6.2" rx="3.1" fill="var(--k-said)" {...solid} />
    ),
};

/** The shape of a family of events: triangle, square, circle, diamond, bar. */
export function EventGlyph({ family, isHollow = false, className }: EventGlyphProps) {
  return (
    <svg width="18" height="23" viewBox="-2 -3 20 25" aria-hidden className={className}>
      {shapes[family](isHollow)}
    </svg>
  );
}

/** Four rising bars: SEV1 has all filled, a near miss none. */
export function SeverityBars({ filled }: { readonly filled: 0 | 1 | 2 | 3 | 4 }) {
  return (
    <svg width="27" height="15" viewBox="0 0 27 15" aria-hidden className="inline-block">
      {[5, 8, 11, 14].map((height, index) => (
        <rect
          key={height}
          x={index * 7 + 0.6}
          y={14.4 - height + 0.6}
          width="4.4"
          height={height - 1.2}
          fill={index < filled ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.2"
        />
      ))}
    </svg>
  );
}

/** Three storeys, filled from the ground: 1 weak, 2 intermediate, 3 strong. */
export function Storeys({ filled }: { readonly filled: 0 | 1 | 2 | 3 }) {
  return (
    <svg width="16" height="18" viewBox="0 0 16 18" aria-hidden className="inline-block">
      {[0, 1, 2].map((storey) => (
        <rect
          key={storey}
          x="0.6"
          y={13.1 - storey * 6.3}
          width="14.8"
          height="3.9"
          fill={storey < filled ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.2"
        />
      ))}
    </svg>
  );
}

/** Three dots for somebody who writes. They do not move. */
export function WritingDots({ className }: { readonly className?: string }) {
  return (
    <svg
      width="16"
      height="4"
      viewBox="0 0 16 4"
      aria-hidden
      className={cx("inline-block", className)}
    >
      <circle cx="2" cy="2" r="1.8" fill="currentColor" />
      <circle cx="8" cy="2" r="1.8" fill="currentColor" opacity=".6" />
      <circle cx="14" cy="2" r="1.8" fill="currentColor" opacity=".3" />
    </svg>
  );
}
