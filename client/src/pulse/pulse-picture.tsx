// What was answered: a dot for every answer over its position, hollow for arriving, sun for leaving. No average, no arrow.
import { Trans, useLingui } from "@lingui/react/macro";
import { pulsePositions, type PulseCounts } from "@secondstory/shared";
import { Sun } from "./sun.tsx";
import { usePositionNames } from "./use-position-names.ts";

interface PulsePictureProps {
  readonly arriving: PulseCounts | undefined;
  readonly leaving: PulseCounts | undefined;
}

/** Up to this many dots stand in one pile at full size; higher piles get smaller dots. */
const fullPile = 9;

/** Both moments side by side; one of them alone where the other was not shown. */
export function PulsePicture({ arriving, leaving }: PulsePictureProps) {
  const { t } = useLingui();
  const names = usePositionNames();
  const highest = Math.max(1, ...(arriving ?? []), ...(leaving ?? []));
  const pitch = highest <= fullPile ? 17 : (17 * fullPile) / highest;
  const described = (counts: PulseCounts) =>
    pulsePositions.map((position, index) => `${names[position]} ${counts[index] ?? 0}`).join(", ");
  const spoken = [
    arriving && t`Arriving: ${described(arriving)}.`,
    leaving && t`Leaving: ${described(leaving)}.`,
  ].filter((sentence) => sentence !== undefined);
  return (
    <figure>
      <figcaption className="mt-1 mb-3 flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
        {arriving && (
          <span className="inline-flex items-center gap-1.5">
            <Dot />
            <Trans>arriving, {sum(arriving)}</Trans>
          </span>
        )}
        {leaving && (
          <span className="inline-flex items-center gap-1.5">
            <Dot isSun />
            <Trans>leaving, {sum(leaving)}</Trans>
          </span>
        )}
      </figcaption>
      {/* Rows of one grid, so that a word on two lines moves nothing above it. */}
      <div role="img" aria-label={spoken.join(" ")} className="grid grid-cols-5">
        {pulsePositions.map((position, index) => (
          <div
            key={position}
            className="flex min-h-6 items-end justify-center gap-[.5rem] border-b border-line pb-[.3rem]"
          >
            {arriving && <Pile count={arriving[index] ?? 0} pitch={pitch} />}
            {leaving && <Pile count={leaving[index] ?? 0} pitch={pitch} isSun />}
          </div>
        ))}
        {pulsePositions.map((position) => (
          <span key={position} className="mx-auto mt-1.5 flex w-9">
            <Sun position={position} />
          </span>
        ))}
        {pulsePositions.map((position) => (
          <span
            key={position}
            className="mt-1 px-0.5 text-center text-s leading-tight text-ink-2 hyphens-auto"
          >
            {names[position]}
          </span>
        ))}
      </div>
    </figure>
  );
}

interface PileProps {
  readonly count: number;
  /** From one dot to the next, in px at the usual size of type. */
  readonly pitch: number;
  readonly isSun?: boolean;
}

function Pile({ count, pitch, isSun = false }: PileProps) {
  const height = Math.max(count, 1) * pitch;
  const radius = Math.min(6, pitch / 2 - 1);
  return (
    <svg
      viewBox={`0 0 14 ${height}`}
      style={{ width: ".875rem", height: `${height / 16}rem` }}
      aria-hidden
    >
      {Array.from({ length: count }, (_, index) => (
        <circle
          key={index}
          cx="7"
          cy={height - pitch * (index + 0.5)}
          r={radius}
          fill={isSun ? "var(--sun)" : "none"}
          stroke={isSun ? "var(--ink)" : "var(--ink-3)"}
          strokeWidth={isSun ? 1.25 : 1.5}
        />
      ))}
    </svg>
  );
}

function Dot({ isSun = false }: { readonly isSun?: boolean }) {
  return (
    <svg width="14" height="14" aria-hidden>
      <circle
        cx="7"
        cy="7"
        r={isSun ? 6 : 5.6}
        fill={isSun ? "var(--sun)" : "none"}
        stroke={isSun ? "var(--ink)" : "var(--ink-3)"}
        strokeWidth={isSun ? 1.25 : 1.5}
      />
    </svg>
  );
}

const sum = (counts: PulseCounts): number => counts.reduce((total, count) => total + count, 0);
