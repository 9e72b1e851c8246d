// What asks once: the first press says what would be cut short, the second, within some seconds, does it.
import { useEffect, useState } from "react";
import { cx } from "../ui/cx.ts";
import { announce } from "../ui/live-region.tsx";

/** How long the first press is remembered. */
const askedMs = 8_000;

interface AskingOnce {
  /** What was asked a moment ago; undefined once that is over. */
  readonly asked: string | undefined;
  /** Whether to go: there is nothing to ask, or this was asked already. Else it is asked. */
  readonly mayGo: (question: string | undefined) => boolean;
}

/** Remembers what was asked, for some seconds. */
export function useAskOnce(): AskingOnce {
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    const timer = setTimeout(() => setAsked(undefined), askedMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const mayGo = (question: string | undefined) => {
    const isOpen = question !== undefined && question !== asked;
    setAsked(isOpen ? question : undefined);
    if (isOpen) announce(question);
    return !isOpen;
  };
  return { asked, mayGo };
}

/** The question, above what was pressed; inside a positioned parent. */
export const Asked = ({
  children,
  className,
}: {
  readonly children: string;
  readonly className: string;
}) => (
  <span
    className={cx(
      "absolute bottom-full mb-2 w-max max-w-72 rounded-control bg-ink px-3 py-2 text-s text-balance text-on-ink",
      className,
    )}
  >
    {children}
  </span>
);
