import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from "react-aria-components/Popover";
import { cx } from "./cx.ts";
import { overlayTitle, type OverlayTitle } from "./overlay-title.tsx";

interface PopoverProps extends OverlayTitle {
  /** What opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: AriaPopoverProps["placement"] | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly width?: "normal" | "narrow" | undefined;
}

const widths = {
  normal: "w-[min(26.5rem,calc(100vw-1.5rem))]",
  narrow: "w-[min(18rem,calc(100vw-1.5rem))]",
};

/** How every sheet looks that opens beside something. */
export const popoverClass =
  "enters max-h-[inherit] overflow-auto rounded-pop border border-line bg-sheet text-ink shadow-pop outline-none";

/** A sheet beside what opened it. Esc and a press outside close it. */
export function Popover({
  trigger,
  children,
  placement = "bottom end",
  isOpen,
  onOpenChange,
  width = "normal",
  ...title
}: PopoverProps) {
  return (
    <DialogTrigger
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        containerPadding={12}
        className={cx(popoverClass, widths[width])}
      >
        <AriaDialog
          className="p-4 outline-none"
          {...(title.label !== undefined && { "aria-label": title.label })}
        >
          {({ close }) => (
            <>
              {overlayTitle(title)}
              {typeof children === "function" ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
