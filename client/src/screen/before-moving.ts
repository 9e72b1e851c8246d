// Questions that whoever leads is asked before the meeting moves: not all are ready, something is still open. Never a lock.
import { useEffect, useLayoutEffect, useRef } from "react";
import type { PhaseId } from "@secondstory/shared";

/** Asks, if there is reason to, and tells whether the meeting is to move all the same. */
export type BeforeMoving = (from: PhaseId, to: PhaseId) => Promise<boolean> | boolean;

const checks = new Set<BeforeMoving>();

/** Is asked before this screen moves the meeting, for as long as the component is there. */
export function useBeforeMoving(check: BeforeMoving): void {
  const latest = useRef(check);
  useLayoutEffect(() => {
    latest.current = check;
  });
  useEffect(() => {
    const ask: BeforeMoving = (from, to) => latest.current(from, to);
    checks.add(ask);
    return () => void checks.delete(ask);
  }, []);
}

/** Asks one after the other; false as soon as one says to stay. */
export async function mayMove(from: PhaseId, to: PhaseId): Promise<boolean> {
  for (const check of checks) if (!(await check(from, to))) return false;
  return true;
}
