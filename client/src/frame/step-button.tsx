// The step inside the phase: the dock's primary button.
import { useLayoutEffect, useRef } from "react";
import type { DockStep } from "../screen/dock-step.ts";
import { Button } from "../ui/button.tsx";
import { Asked, useAskOnce } from "./ask-once.tsx";
import { usePrimaryKey } from "./use-primary-key.ts";

/** One that asks says first what would be cut short. */
export function StepButton({ step }: { readonly step: DockStep }) {
  const { label, shortcut, askOnce, disabledReason, run } = step;
  const { asked, mayGo } = useAskOnce();
  const frame = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { current } = frame;
    return () => {
      // Done, it goes. Not to the button beside it: one more Enter would move the meeting.
      if (current?.contains(document.activeElement))
        document.querySelector<HTMLElement>("main h1")?.focus();
    };
  }, []);
  const press = () => {
    if (mayGo(askOnce)) run();
  };
  usePrimaryKey(disabledReason === undefined ? press : undefined);
  return (
    <span ref={frame} className="relative min-w-0">
      {asked !== undefined && asked === askOnce && <Asked className="right-0">{asked}</Asked>}
      <Button
        look="ink"
        className="max-half:px-2!"
        shortcut={shortcut}
        disabledReason={disabledReason}
        onPress={press}
      >
        {label}
      </Button>
    </span>
  );
}
