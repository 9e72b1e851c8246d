import { Check, ChevronDown } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { popoverClass } from "./popover-class.ts";

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface SelectProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly options: readonly Option<Id>[];
  /** Undefined while nothing is chosen. */
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
}

/** One of many. For two to four that fit side by side there is SegmentedChoice. */
export function Select<Id extends string>({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
  placeholder,
  className,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className={cx("block", className)}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...(placeholder !== undefined && { placeholder })}
    >
      <Label
        className={isLabelHidden ? "sr-only" : "mb-[.3rem] block text-s font-medium text-ink-2"}
      >
        {label}
      </Label>
      <AriaButton className="flex min-h-10 w-full items-center gap-2 rounded-control border border-edge bg-sheet px-3 text-left coarse:min-h-11">
        <SelectValue className="min-w-0 flex-1 truncate placeholder-shown:text-ink-3">
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon of={ChevronDown} className="text-ink-2" />
      </AriaButton>
      <AriaPopover className={cx(popoverClass, "min-w-(--trigger-width) p-1.5")}>
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 -outline-offset-2! focused:bg-sunk coarse:min-h-11"
            >
              {({ isSelected }) => (
                <>
                  <span className="flex-1">{option.label}</span>
                  <Icon of={Check} className={isSelected ? "" : "invisible"} />
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </AriaPopover>
    </AriaSelect>
  );
}
