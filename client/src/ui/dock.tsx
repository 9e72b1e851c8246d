import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

interface DockProps {
  /** The people at the table, left. */
  readonly people: ReactNode;
  /** The meeting, right: counts, timer, what to do next. */
  readonly children: ReactNode;
  /** How much of the time is used, 0 to 1: the line on the top edge gets longer. */
  readonly sand?: number | undefined;
}

/** The table everyone sits at, along the bottom edge. */
export function Dock({ people, children, sand }: DockProps) {
  const { t } = useLingui();
  return (
    <section
      aria-label={t`Meeting`}
      data-screen-only
      data-dock
      className="beside-keyboard sticky bottom-0 z-20 bg-paper pb-[env(safe-area-inset-bottom)] before:absolute before:inset-x-0 before:top-0 before:h-px before:bg-line"
    >
      {sand !== undefined && (
        <span
          aria-hidden
          className="absolute -top-[2px] left-0 h-1 w-full origin-left bg-sun outline outline-1 outline-(--sun-edge) transition-transform duration-1000 ease-linear"
          style={{ transform: `scaleX(${Math.min(1, Math.max(0, sand))})` }}
        />
      )}
      <div className="flex h-(--dock) items-center gap-1 px-(--page) half:gap-4 desk:gap-6">
        {people}
        <div className="ml-auto flex shrink-0 items-center gap-1 half:gap-3 desk:gap-4">
          {children}
        </div>
      </div>
    </section>
  );
}
