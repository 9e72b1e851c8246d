import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

interface TooltipProps {
  /** The control it explains; must be focusable. */
  readonly children: ReactNode;
  /** What it says; without a text there is no tooltip. */
  readonly text: ReactNode;
  /** Set where a press has to open it too, as touch screens know no hovering. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** A short explanation beside a control, on hover and on keyboard focus. */
export function Tooltip({ children, text, isOpen, onOpenChange }: TooltipProps) {
  if (!text) return children;
  return (
    <TooltipTrigger
      delay={500}
      closeDelay={100}
      {...(isOpen !== undefined && { isOpen, shouldCloseOnPress: false })}
      {...(onOpenChange && { onOpenChange })}
    >
      {children}
      <AriaTooltip
        offset={8}
        className="enters max-w-64 rounded-control bg-ink px-3 py-2 font-ui text-s leading-snug text-on-ink shadow-pop"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
