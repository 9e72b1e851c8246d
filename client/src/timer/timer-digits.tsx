import type { Timer } from "@secondstory/shared";
import { clockDigits, wholeSeconds } from "./clock-digits.ts";
import { useTimer } from "./use-timer.ts";

/** The digits alone: the one thing that is drawn every second. */
export function TimerDigits({ timer }: { readonly timer: Timer }) {
  const digits = useTimer(timer, (leftMs) => clockDigits(wholeSeconds(leftMs)));
  return <span className="type-timer max-half:text-xl room-view:text-[2.25rem]">{digits}</span>;
}
