import type { Timer } from "@secondstory/shared";
import { clockDigits, wholeSeconds } from "./clock-digits.ts";
import { useTimer } from "./use-timer.ts";

interface TimerDigitsProps {
  readonly timer: Timer;
  readonly isLarge?: boolean | undefined;
}

/** The digits alone: the one thing that is drawn every second. */
export function TimerDigits({ timer, isLarge = false }: TimerDigitsProps) {
  const digits = useTimer(timer, (leftMs) => clockDigits(wholeSeconds(leftMs)));
  return (
    <span className={isLarge ? "type-timer-large" : "type-timer max-half:text-xl"}>{digits}</span>
  );
}
