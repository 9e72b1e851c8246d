// Who counts while the meeting waits for people, as far as this screen can tell: for being done, for votes, for the pulse.
import { useMemo } from "react";
import { countPeople, type Headcount } from "@secondstory/shared";
import { useControl, useIsAway } from "./use-room.ts";

/** Everybody on the board, by whether the meeting waits for them. One person on several devices counts once. */
export function useCountedPeople(): Headcount {
  const control = useControl((state) => state);
  const isAway = useIsAway();
  return useMemo(() => countPeople(control, isAway), [control, isAway]);
}
