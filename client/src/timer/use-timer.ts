// What a component shows of the timer as it runs. Whoever reads a piece is drawn when that piece changes and not every
// second: only the digits and the line of sand ask for something that does.
import { useCallback, useSyncExternalStore } from "react";
import { timerLeftMs, type Timer } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { msToNextSecond } from "./clock-digits.ts";

/** A timer wakes a little after the second is full, never before. */
const afterMs = 5;

/** A piece of what is left. `read` answers a number or a word, never a new object. */
export function useTimer<Piece>(timer: Timer, read: (leftMs: number) => Piece): Piece {
  const { now, connection } = useSession();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const unsubscribe = connection.subscribe(onChange); // the server may tell its time anew
      if (timer.pausedAt !== undefined) return unsubscribe;
      let waiting: ReturnType<typeof setTimeout>;
      const wait = () => {
        waiting = setTimeout(
          () => {
            onChange();
            wait();
          },
          msToNextSecond(timerLeftMs(timer, now())) + afterMs,
        );
      };
      wait();
      return () => {
        clearTimeout(waiting);
        unsubscribe();
      };
    },
    [timer, now, connection],
  );
  return useSyncExternalStore(subscribe, () => read(timerLeftMs(timer, now())));
}

/** How far a timer has come, in words that a person is told once. */
export type TimerStage = "begun" | "half" | "last-minute" | "up" | "over";

/** `up` is the first minute past the end. */
const upMs = 60_000;

/** The stage of a timer with so much left. */
export function timerStage({ lengthMs }: Timer, leftMs: number): TimerStage {
  if (leftMs <= -upMs) return "over";
  if (leftMs <= 0) return "up";
  if (leftMs <= 60_000) return "last-minute";
  return leftMs <= lengthMs / 2 ? "half" : "begun";
}
