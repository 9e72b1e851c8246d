// How many, as one counts on a door frame: four strokes and one across. The number beside them is what is read out.

interface TallyStrokesProps {
  readonly count: number;
  readonly className?: string | undefined;
}

/** From so many on, the number alone says it. */
const mostStrokes = 15;

const pitch = 4.2;
const bundleWidth = 22;

/** Strokes in bundles of five, each a little crooked as a hand draws them. */
export function TallyStrokes({ count, className }: TallyStrokesProps) {
  if (count > mostStrokes) return null;
  const width = Math.floor(count / 5) * bundleWidth + (count % 5) * pitch + (count % 5 ? 4 : 0);
  const strokes = Array.from({ length: count }, (_, index) => {
    const left = Math.floor(index / 5) * bundleWidth;
    if (index % 5 === 4) return `M${left} 12.5l19 -8.5`;
    const x = left + 3 + (index % 5) * pitch;
    return index % 2 === 0 ? `M${x} 2l-.5 13.5` : `M${x} 2.1l.8 13.5`;
  });
  return (
    <svg
      aria-hidden
      width={width}
      height="18"
      viewBox={`0 0 ${width} 18`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      className={className}
    >
      <path d={strokes.join("")} />
    </svg>
  );
}
