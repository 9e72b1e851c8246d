// The popover proper. Loaded after the first paint: see popover.tsx.
import { use } from "react";
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
  label = title,
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
        {...(label !== undefined && { "aria-label": label })}
      >
        <Content title={title}>{children}</Content>
      </AriaPopover>
    </DialogTrigger>
  );
}

function Content({ title, children }: Pick<PopoverProps, "title" | "children">) {
  const overlay = use(OverlayTriggerStateContext);
  return (
    <div className="p-4">
      {title !== undefined && <h2 className="type-dialog">{title}</h2>}
      {typeof children === "function" ? children(() => overlay?.close()) : children}
    </div>
  );
}
