// The popover proper. Loaded after the first paint: see popover.tsx.
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { cx } from "./cx.ts";
import { overlayTitle } from "./overlay-title.tsx";
import { popoverClass } from "./popover-class.ts";
import type { PopoverProps } from "./popover.tsx";

const widths = {
  normal: "w-[min(26.5rem,calc(100vw-1.5rem))]",
  narrow: "w-[min(18rem,calc(100vw-1.5rem))]",
};

/** A trigger and its popover. */
export default function PopoverMachinery({
  trigger,
  children,
  placement = "bottom end",
  width = "normal",
  isOpen,
  onOpenChange,
  isOpenAtFirst,
  ...title
}: PopoverProps & { readonly isOpenAtFirst: boolean }) {
  return (
    <DialogTrigger
      defaultOpen={isOpenAtFirst}
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
