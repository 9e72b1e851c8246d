// How the meeting is doing against its agenda, as time goes by: whoever reads a piece is drawn when that piece changes.
import { useCallback, useSyncExternalStore } from "react";
import { standing, type ControlState } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";

/** How often it is looked at: minutes are what is shown. */
const everyMs = 5_000;

/** A piece of the meeting at this moment. `read` answers a number, a word or nothing, never a new object. */
export function useMeetingNow<Piece extends string | number | boolean | undefined>(
  read: (control: ControlState, at: number) => Piece,
): Piece {
  const { controlView, connection, now } = useSession();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stops = [controlView.subscribe(onChange), connection.subscribe(onChange)];
      const waiting = setInterval(onChange, everyMs);
      return () => {
        clearInterval(waiting);
        for (const stop of stops) stop();
      };
    },
    [controlView, connection],
  );
  return useSyncExternalStore(subscribe, () => read(controlView.getState(), now()));
}

/** By how many whole minutes the meeting would end too late, below zero too early; undefined while nothing runs. */
export const useLateMinutes = (): number | undefined =>
  useMeetingNow((control, at) => {
    const now = standing(control, at);
    return now && wholeMinutes(now.lateMs);
  });

/** Minutes that are full; what is less than one is none. */
export const wholeMinutes = (ms: number): number => Math.trunc(ms / 60_000) || 0;
