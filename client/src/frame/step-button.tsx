import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type DockStep } from "../screen/dock-step.ts";
import { Button } from "../ui/button.tsx";
import { announce } from "../ui/live-region.tsx";

/** How long the first press of a step that asks once is remembered. */
const askedMs = 8_000;

/** The step inside the phase: the dock's primary button. One that asks says first what would be cut short. */
export function StepButton({ step }: { readonly step: DockStep }) {
  const { label, shortcut, askOnce, disabledReason, run } = step;
  const [asked, setAsked] = useState<string>();
  const isAsking = asked !== undefined && asked === askOnce;
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => setAsked(undefined), askedMs);
    return () => clearTimeout(timer);
  }, [isAsking]);
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
    if (askOnce !== undefined && !isAsking) {
      setAsked(askOnce);
      announce(askOnce);
      return;
    }
    setAsked(undefined);
    run();
  };
  return (
    <span ref={frame} className="relative min-w-0">
      {isAsking && (
        <span className="absolute right-0 bottom-full mb-2 w-max max-w-72 rounded-control bg-ink px-3 py-2 text-s text-on-ink">
          {askOnce}
        </span>
      )}
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
