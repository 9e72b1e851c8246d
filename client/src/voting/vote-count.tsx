// How many votes a topic got: strokes and a number.
import { Plural } from "@lingui/react/macro";
import { cx } from "../ui/cx.ts";
import { TallyStrokes } from "../ui/tally-strokes.tsx";

interface VoteCountProps {
  readonly count: number;
  readonly className?: string | undefined;
}

/** Strokes and number; in words for assistive technology. */
export function VoteCount({ count, className }: VoteCountProps) {
  return (
    <span
      className={cx(
        "ml-auto inline-flex shrink-0 items-center gap-[.4rem] font-ui text-s leading-none font-semibold text-ink",
        className,
      )}
    >
      <TallyStrokes count={count} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">
        <Plural value={count} one="# vote" other="# votes" />
      </span>
    </span>
  );
}
