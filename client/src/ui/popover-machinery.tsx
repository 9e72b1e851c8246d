// The popover proper. Loaded after the first paint: see popover.tsx.
import { use, useId } from "react";
import { DialogTrigger, OverlayTriggerStateContext } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { cx } from "./cx.ts";
import { popoverClass } from "./popover-class.ts";
import type { PopoverProps } from "./popover.tsx";

const widths = {
  normal: "w-[min(26.5rem,calc(100vw-1.5rem))]",
  narrow: "w-[min(18rem,calc(100vw-1.5rem))]",
};

/** A trigger and its popover, which is itself the dialog: everything in it, ways out included, is inside one landmark. */
export default function PopoverMachinery({
  trigger,
  children,
  placement = "bottom end",
  width = "normal",
  isOpen,
  onOpenChange,
  isOpenAtFirst,
  title,
  label,
}: PopoverProps & { readonly isOpenAtFirst: boolean }) {
  const nameId = useId();
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
        aria-labelledby={nameId} // not its trigger, which says what is inside in other words
      >
        <div className="p-4">
          {title === undefined ? (
            <span id={nameId} hidden>
              {label}
            </span>
          ) : (
            <h2 id={nameId} className="type-dialog">
              {title}
            </h2>
          )}
          <Content>{children}</Content>
        </div>
      </AriaPopover>
    </DialogTrigger>
  );
}

function Content({ children }: Pick<PopoverProps, "children">) {
  const overlay = use(OverlayTriggerStateContext);
  return typeof children === "function" ? children(() => overlay?.close()) : children;
}
