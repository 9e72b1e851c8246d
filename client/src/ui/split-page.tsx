import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface SplitPageProps {
  readonly children: ReactNode;
  /** Right of the hairline; below the rest on half a screen and on phones. Without one the main part has the page, and stays as it is. */
  readonly pane: ReactNode | undefined;
  /** What the pane is called as a landmark. */
  readonly paneLabel: string;
  /** A pane that is picked up, as the share pane of a new board, is a sheet. */
  readonly isPaneSheet?: boolean | undefined;
}

/** A page in two parts. Its main part has the margins of a page; the pane begins below the pill. */
export function SplitPage({ children, pane, paneLabel, isPaneSheet = false }: SplitPageProps) {
  return (
    <div
      className={
        pane === undefined
          ? "min-w-0 flex-1"
          : "grid flex-1 laptop:grid-cols-[minmax(0,1fr)_21.5rem] desk:grid-cols-[minmax(0,1fr)_27rem] room-view:grid-cols-1!"
      }
    >
      <div className="min-w-0 px-(--page) pt-6 pb-8">{children}</div>
      {pane !== undefined && (
        <aside
          aria-label={paneLabel}
          className={cx(
            "min-w-0 border-line px-(--page) pt-7 pb-8 max-laptop:border-t laptop:border-l laptop:px-5 laptop:pt-16 desk:px-[1.6rem] room-view:hidden",
            isPaneSheet && "bg-sheet",
          )}
        >
          {pane}
        </aside>
      )}
    </div>
  );
}

/** A page in one part, with the margins of a page. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className="min-w-0 flex-1 px-(--page) pt-6 pb-8">{children}</div>;
}
