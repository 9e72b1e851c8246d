import { Ellipsis } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { useRowItem } from "./row-list.tsx";

interface MoreButtonProps {
  readonly label: string;
  readonly className?: string | undefined;
}

/** What else can be done with a row: there when the row is pointed at or has the focus, always on touch screens. */
export function MoreButton({ label, className }: MoreButtonProps) {
  return (
    <AriaButton
      aria-label={label}
      {...useRowItem()}
      className={cx(
        "grid min-h-6 min-w-6 place-items-center rounded-control text-ink-2 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 hovered:bg-sunk focus-visible:opacity-100 expanded:opacity-100 coarse:min-h-11 coarse:min-w-11 coarse:opacity-100",
        className,
      )}
    >
      <Icon of={Ellipsis} />
    </AriaButton>
  );
}
