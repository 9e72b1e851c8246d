import type { ReactNode } from "react";

interface TopBarProps {
  /** The mark, as a link home. */
  readonly home: ReactNode;
  readonly title: ReactNode;
  /** The phase path, from 1024 px on. */
  readonly path?: ReactNode;
  readonly tools: ReactNode;
  /**
   * Below the bar and with it in place: the ticks on narrow screens. A row marked `data-below-top` stands between the bar and
   * the pill that hangs from it.
   */
  readonly below?: ReactNode;
}

/** The bar on top of a board: whose post-mortem, where in the meeting, whether it is saved. */
export function TopBar({ home, title, path, tools, below }: TopBarProps) {
  return (
    <header
      data-screen-only
      className="beside-keyboard sticky top-0 z-20 bg-paper has-[[data-below-top]]:[--below-top:2.75rem]"
    >
      <div className="grid h-(--top) grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-b border-line px-(--page) laptop:grid-cols-[minmax(0,1fr)_auto_auto] desk:gap-6 desk:[&:lang(en)]:grid-cols-[minmax(0,1fr)_auto_minmax(max-content,1fr)]">
        <div className="flex min-w-0 items-center gap-3">
          {home}
          {title}
        </div>
        {path}
        <div className="flex items-center justify-end gap-2">{tools}</div>
      </div>
      {below}
    </header>
  );
}
