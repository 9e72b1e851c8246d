import { type ReactNode, type RefObject, useState } from "react";
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";

interface TooltipBubbleProps {
  /** Its first element is the control. */
  readonly wrapper: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** It is there only while it is open; its owner decides when that ends. React Aria asks for this where there is no trigger. */
const open = { isOpen: true, shouldSkipAnimation: false, open: () => {}, close: () => {} };

/** The bubble of an open tooltip. */
export default function TooltipBubble({ wrapper, children }: TooltipBubbleProps) {
  const [trigger] = useState(() => ({
    get current() {
      return wrapper.current?.firstElementChild ?? null;
    },
  }));
  return (
    <TooltipTriggerStateContext value={open}>
      <AriaTooltip
        isOpen
        triggerRef={trigger}
        offset={8}
        className="enters pointer-events-none max-w-64 rounded-control bg-ink px-3 py-2 font-ui text-s leading-snug text-on-ink shadow-pop"
      >
        {children}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
