// A button that stands in a line of text or in a cell of a table: no box, its underline says that it can be pressed.
import { type ReactNode, type Ref, useId } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { useRowItem } from "./row-list.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface TextButtonProps extends Omit<
  AriaButtonProps,
  "isDisabled" | "className" | "style" | "children" | "excludeFromTabOrder"
> {
  readonly children: ReactNode;
  /** Text is underlined, chip dotted, dashed is something still missing, plain shows its underline on hover. */
  readonly look?: "text" | "chip" | "dashed" | "plain" | undefined;
  /** Why it cannot be pressed now; then it is plain text with the reason as a tooltip. */
  readonly disabledReason?: string | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

const looks = {
  text: "underlined hovered:not-aria-disabled:decoration-current",
  chip: "underlined-dotted text-s text-ink-2 hovered:not-aria-disabled:text-ink",
  dashed:
    "border-b-[1.5px] border-dashed border-edge hovered:not-aria-disabled:border-current aria-disabled:text-ink-3",
  plain: "hovered:not-aria-disabled:underlined",
};

/** A button that reads as a word. */
export function TextButton({
  look = "text",
  disabledReason,
  className,
  children,
  ...props
}: TextButtonProps) {
  const reasonId = useId();
  const rowItem = useRowItem();
  const isDisabled = disabledReason !== undefined;
  return (
    <>
      <Tooltip text={disabledReason}>
        <AriaButton
          {...props}
          {...rowItem}
          {...(isDisabled && {
            "aria-disabled": true,
            "aria-describedby": reasonId,
            onPress: () => {},
          })}
          className={cx(
            "min-h-6 cursor-pointer touch-target rounded-[1px] text-left aria-disabled:cursor-default",
            looks[look],
            className,
          )}
        >
          {children}
        </AriaButton>
      </Tooltip>
      {isDisabled && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  );
}
