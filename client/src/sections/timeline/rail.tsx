// The rail beside the events: one line over all rows, hatched where users were hurt.
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import type { Band } from "./event-rows.ts";

const looks: Readonly<Record<Band, string>> = {
  none: "border-x border-line bg-paper",
  impact: "border-x hatched",
  tail: "border-x hatched-thin",
};

interface RailProps {
  /** Above and below the sign. */
  readonly before: Band;
  readonly after: Band;
  /** It begins or ends at the sign. */
  readonly isFirst?: boolean | undefined;
  readonly isLast?: boolean | undefined;
  readonly children?: ReactNode;
}

/** A row's piece of the rail, with the sign of its event on it. For eyes alone: the row says it in words. */
export function Rail({ before, after, isFirst, isLast, children }: RailProps) {
  return (
    <span aria-hidden className="event-rail">
      <Piece band={before} className="top-0 h-[1.3rem]" isOff={isFirst} />
      <Piece
        band={after}
        className={cx("top-[1.3rem] bottom-0", isFirst && "border-t-[1.5px]")}
        isOff={isLast}
      />
      <span className="relative pt-[.62rem]">{children}</span>
    </span>
  );
}

/** The rail beside a line that has no event: a day, a quiet stretch. */
export function PlainRail({
  band,
  children,
}: {
  readonly band: Band;
  readonly children?: ReactNode;
}) {
  return (
    <span aria-hidden className="event-rail items-center">
      <Piece band={band} className="inset-y-0" />
      <span className="relative">{children}</span>
    </span>
  );
}

/** The cut: the line is interrupted, so that a long stretch is never drawn as a short one. */
export function Cut() {
  return (
    <svg width="18" height="26" viewBox="0 0 18 26" className="block">
      <path d="M1 3h16v20H1z" fill="var(--paper)" />
      <path d="M9 0v6l-6 4 12 6-6 4v6" fill="none" stroke="var(--ink-3)" strokeWidth="1.25" />
    </svg>
  );
}

interface PieceProps {
  readonly band: Band;
  readonly className: string;
  readonly isOff?: boolean | undefined;
}

function Piece({ band, className, isOff }: PieceProps) {
  if (isOff) return null;
  return <span className={cx("absolute left-[calc(50%-5px)] w-[10px]", looks[band], className)} />;
}
