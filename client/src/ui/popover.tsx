import { type ReactNode, Suspense, useState } from "react";
import type { PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { later } from "./later.ts";

export interface PopoverProps {
  /** A popover has a title to see, or a label that is only spoken. */
  readonly title?: string | undefined;
  readonly label?: string | undefined;
  /** What opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: AriaPopoverProps["placement"] | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly width?: "normal" | "narrow" | undefined;
}

const Machinery = later(() => import("./popover-machinery.tsx"));

/**
 * A sheet beside what opened it. Esc and a press outside close it.
 *
 * What it takes to open one is a fifth of the first paint, so it arrives right after; a press before that opens the sheet as
 * soon as it can.
 */
export function Popover(props: PopoverProps) {
  const [isAskedFor, setAskedFor] = useState(false);
  return (
    <Suspense
      fallback={
        <span
          className="contents"
          onClickCapture={() => {
            setAskedFor(true);
            props.onOpenChange?.(true); // whoever holds whether it is open hears of it too
          }}
        >
          {props.trigger}
        </span>
      }
    >
      <Machinery {...props} isOpenAtFirst={isAskedFor} />
    </Suspense>
  );
}
