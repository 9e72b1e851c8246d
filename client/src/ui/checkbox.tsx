import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { cx } from "./cx.ts";
import { useRowItem } from "./row-list.tsx";
import { Tooltip } from "./tooltip.tsx";

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** What is ticked. Alone in a row of a list give `label` instead, which is not drawn. */
  readonly children?: ReactNode;
  readonly label?: string | undefined;
  /** Why it cannot be ticked now, and who can change that. */
  readonly disabledReason?: string | undefined;
  readonly className?: string | undefined;
}

/** A square to tick. */
export function Checkbox({
  isSelected,
  onChange,
  children,
  label,
  disabledReason,
  className,
}: CheckboxProps) {
  const reasonId = useId();
  const rowItem = useRowItem();
  const box = (
    <AriaCheckbox
      {...rowItem}
      isSelected={isSelected}
      onChange={onChange}
      isReadOnly={disabledReason !== undefined}
      {...(label !== undefined && { "aria-label": label })}
      {...(disabledReason !== undefined && { "aria-describedby": reasonId })}
      className={cx(
        "group relative inline-flex min-h-6 min-w-6 cursor-pointer items-center gap-2.5 rounded-check touch-target readonly:cursor-default coarse:min-h-11 coarse:z-1 coarse:after:-inset-x-2",
        className,
      )}
    >
      <span
        aria-hidden
        className="grid size-[1.125rem] shrink-0 place-items-center rounded-check border-[1.25px] border-edge bg-sheet text-on-ink transition-colors duration-(--touch) group-selected:border-ink group-selected:bg-ink group-readonly:bg-transparent group-selected:group-readonly:bg-ink-3 forced-colors:group-selected:bg-[Highlight]"
      >
        <Check size={14} strokeWidth={2.25} className="invisible group-selected:visible" />
      </span>
      {children}
    </AriaCheckbox>
  );
  if (disabledReason === undefined) return box;
  return (
    <>
      <Tooltip text={disabledReason}>{box}</Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}
