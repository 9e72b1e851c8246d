import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

interface DockProps {
  /** The people at the table, left. */
  readonly people: ReactNode;
  /** A line above everything else: what waits for an answer. */
  readonly above?: ReactNode;
  /** The meeting, right: counts, timer, what to do next. */
  readonly children: ReactNode;
}

/** The table everyone sits at, along the bottom edge. */
export function Dock({ people, above, children }: DockProps) {
  const { t } = useLingui();
  return (
    <section
      aria-label={t`Meeting`}
      data-screen-only
      data-dock
      className="beside-keyboard sticky bottom-0 z-20 bg-paper pb-[env(safe-area-inset-bottom)] before:absolute before:inset-x-0 before:top-0 before:h-px before:bg-line"
    >
      {above}
      <div className="flex h-(--dock) items-center gap-1 px-(--page) half:gap-4 desk:gap-6">
        {people}
        <div className="ml-auto flex min-w-0 items-center gap-1 half:shrink-0 half:gap-3 desk:gap-4">
          {children}
        </div>
      </div>
    </section>
  );
}
