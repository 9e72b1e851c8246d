// Buttons. Ink is the step to take, line any other, you is for what I say about myself (I am ready, Join), quiet for ways
// out, harm for what cannot be undone. There is no sun button: the sun is not pressed.
import { type ReactNode, useId, useState } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { ariaKeys, Shortcut } from "./kbd.tsx";
import { Tooltip } from "./tooltip.tsx";

type ButtonLook = "ink" | "line" | "you" | "quiet" | "harm";
type ButtonSize = "normal" | "small" | "big" | "icon";

export interface ButtonProps extends Omit<
  AriaButtonProps,
  "isDisabled" | "className" | "style" | "children"
> {
  readonly children: ReactNode;
  readonly look?: ButtonLook | undefined;
  readonly size?: ButtonSize | undefined;
  /**
   * Why it cannot be pressed now, and who can change that. The button stays focusable, its reason is read out and shown
   * on hover, focus and press. There is no other way to disable a button.
   */
  readonly disabledReason?: string | undefined;
  /** Shown on hover and focus; for buttons that are only an icon, beside their aria-label. */
  readonly tooltip?: string | undefined;
  /** Drawn as a keycap; listening to the key is up to the caller. */
  readonly shortcut?: string | undefined;
  readonly className?: string | undefined;
}

const looks: Record<ButtonLook, string> = {
  ink: "bg-ink text-on-ink hovered:not-aria-disabled:bg-[color-mix(in_oklab,var(--ink)_88%,var(--paper))]",
  line: "bg-sheet inset-ring inset-ring-edge hovered:not-aria-disabled:bg-sunk",
  you: "bg-you text-on-you hovered:not-aria-disabled:bg-[color-mix(in_oklab,var(--you)_88%,var(--ink))]",
  quiet: "text-ink-2 hovered:not-aria-disabled:bg-sunk hovered:not-aria-disabled:text-ink",
  harm: "bg-sheet text-harm-ink inset-ring inset-ring-harm hovered:not-aria-disabled:bg-sunk",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-10 px-[.95rem] text-m coarse:min-h-11",
  small: "min-h-8 px-[.7rem] text-s coarse:min-h-11",
  big: "min-h-14 px-6 text-[1.125rem]",
  icon: "size-10 shrink-0 text-m coarse:size-11",
};

/** A button. Its words are verb, object and number. */
export function Button({
  look = "line",
  size = "normal",
  disabledReason,
  tooltip,
  shortcut,
  className,
  children,
  ...props
}: ButtonProps) {
  const reasonId = useId();
  const [isExplaining, setExplaining] = useState(false);
  const isDisabled = disabledReason !== undefined;
  const button = (
    <AriaButton
      {...props}
      {...(shortcut && { "aria-keyshortcuts": ariaKeys(shortcut) })}
      {...(isDisabled && {
        "aria-disabled": true,
        "aria-describedby": reasonId,
        type: "button",
        onPress: () => setExplaining(true),
      })}
      className={cx(
        "inline-flex items-center justify-center gap-[.5em] rounded-control text-center font-ui leading-[1.15] font-medium transition-[background-color,color] duration-(--touch) select-none pressed:not-aria-disabled:translate-y-px",
        "aria-disabled:bg-transparent aria-disabled:text-ink-3",
        look !== "quiet" && "aria-disabled:inset-ring aria-disabled:inset-ring-line",
        sizes[size],
        look === "quiet" && size !== "icon" && "px-[.6rem]",
        isDisabled ? "" : looks[look],
        className,
      )}
    >
      {children}
      {shortcut && <Shortcut keys={shortcut} className="shrink-0 border-current opacity-70" />}
    </AriaButton>
  );
  if (isDisabled)
    return (
      <>
        <Tooltip text={disabledReason} isOpen={isExplaining} onOpenChange={setExplaining}>
          {button}
        </Tooltip>
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      </>
    );
  return <Tooltip text={tooltip}>{button}</Tooltip>;
}
