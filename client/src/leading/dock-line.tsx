import type { ReactNode } from "react";

interface DockLineProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A quiet line above the dock: what waits for an answer, and the answers. */
export function DockLine({ label, icon, children, actions }: DockLineProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-sheet px-(--page) py-1.5"
    >
      <p className="flex min-w-0 items-center gap-2 text-s wrap-anywhere">
        {icon}
        <span>{children}</span>
      </p>
      <span className="ml-auto flex flex-wrap gap-2">{actions}</span>
    </div>
  );
}
