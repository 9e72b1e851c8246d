// What the status pill says, from how this browser stands with the server.
import { useEffect, useState } from "react";
import { useConnection, useControl, useMe } from "../room/use-room.ts";
import { useShell } from "../screen/shell.ts";
import type { StatusState } from "../ui/status-pill.tsx";

/** Unconfirmed for less than this is not worth a word: the pill does not flicker. */
const savingAfterMs = 800;
/** A commit takes milliseconds. Unconfirmed for so long, with the connection there, means that the server cannot save. */
const notSavedAfterMs = 5_000;
/** So long a connection may take at first before the board calls itself offline. */
const patienceMs = 2_500;

/** The state for the pill; undefined in the first moments, when nothing is known yet. */
export function useStatus(): StatusState | undefined {
  const isOnline = useConnection(({ isOnline: online }) => online);
  const waiting = useConnection(({ pending }) => pending.length);
  const unconfirmed = useConnection((connection) => connection.unconfirmed);
  const keepsCopies = useConnection((connection) => connection.keepsCopies);
  const canReopen = useShell((shell) => shell.canReopen);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isObserver = useMe()?.role === "observer";
  const isPatient = !useLasting(!isOnline || undefined, patienceMs);
  const wasOnline = useConnection((connection) => connection.wasOnline);
  const isSaving = useLasting(waiting > 0 || undefined, savingAfterMs);
  const isOverdue = useLasting(unconfirmed, notSavedAfterMs);
  const isReturning = useReturning(isOnline, waiting);

  if (!isOnline)
    return !wasOnline && isPatient && waiting === 0
      ? undefined
      : { kind: "offline", waiting, keepOpen: !canReopen || !keepsCopies };
  if (isSealed) return { kind: "sealed" };
  if (isObserver) return { kind: "reading" };
  if (waiting > 0 && isOverdue) return { kind: "not-saved" };
  if (isReturning) return { kind: "returning", waiting };
  if (isSaving) return { kind: "saving" };
  return { kind: keepsCopies ? "saved" : "not-kept" };
}

/** Whether something has been the same for a while; undefined is nothing. */
function useLasting(what: boolean | number | undefined, ms: number): boolean {
  const [lasting, setLasting] = useState<typeof what>();
  useEffect(() => {
    if (what === undefined) return undefined;
    const timer = setTimeout(() => setLasting(what), ms);
    return () => {
      clearTimeout(timer);
      setLasting(undefined);
    };
  }, [what, ms]);
  return what !== undefined && lasting === what;
}

/** From the moment the connection is back until everything that waited is on the server. */
function useReturning(isOnline: boolean, waiting: number): boolean {
  const [wasAway, setWasAway] = useState(false);
  if (!isOnline && waiting > 0 && !wasAway) setWasAway(true);
  if (isOnline && waiting === 0 && wasAway) setWasAway(false);
  return isOnline && wasAway && waiting > 0;
}
