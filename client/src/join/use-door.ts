// Asks at the door of a board, again and again, until somebody is in.
import { useEffect, useRef, useState } from "react";
import type { BoardId } from "@secondstory/shared";
import { ApiFailure } from "../room/api.ts";
import { readDoor, type Standing } from "./door.ts";
import { comeIn, findSeat, type SeatState } from "./seat.ts";

/** Often enough that coming in feels like somebody opening; a hundred who wait are fifty calls a second. */
const askEveryMs = 2_000;
/** Whoever waits for long, or was turned away, asks less often. */
const patientEveryMs = 5_000;
const patientAfterMs = 5 * 60_000;

/** What is known at the door. */
interface AtDoor {
  /** Undefined until the server has answered. */
  readonly standing: Standing | undefined;
  /** The server does not answer; it is asked on. */
  readonly isCut: boolean;
  /** Asks at once, after something was done about it. */
  readonly askNow: () => void;
}

/** Stands at the door. `onSeat` is told once that is over: they are in, or there is no seat and no board any more. */
export function useDoor(
  board: BoardId,
  secret: string | undefined,
  onSeat: (state: SeatState) => void,
): AtDoor {
  const [standing, setStanding] = useState<Standing>();
  const [isCut, setCut] = useState(false);
  const askNow = useRef(() => {});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const since = performance.now();
    const ask = async () => {
      clearTimeout(timer);
      const found = await standAt(board, secret);
      if (isOver) return;
      if ("kind" in found) return onSeat(found);
      setCut(found.isCut);
      if (found.standing) setStanding(found.standing);
      const isPatient =
        found.standing?.stands === "turned-away" || performance.now() - since > patientAfterMs;
      timer = setTimeout(() => void ask(), isPatient ? patientEveryMs : askEveryMs);
    };
    const onVisible = () => {
      if (document.visibilityState === "visible") void ask();
    };
    askNow.current = () => void ask();
    document.addEventListener("visibilitychange", onVisible);
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [board, secret, onSeat]);
  return { standing, isCut, askNow: () => askNow.current() };
}

/** One look: how they stand, or what it has come to. */
async function standAt(
  board: BoardId,
  secret: string | undefined,
): Promise<SeatState | { readonly standing: Standing | undefined; readonly isCut: boolean }> {
  try {
    const standing = await readDoor(board);
    return standing.stands === "in" ? await comeIn(board, secret) : { standing, isCut: false };
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) throw failure;
    const isLost = failure.status === 401 || failure.status === 404;
    return isLost ? findSeat(board, secret) : { standing: undefined, isCut: true };
  }
}
