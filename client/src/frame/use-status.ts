// What the status pill says, from how this browser stands with the server.
import { useEffect, useState } from "react";
import { useConnection, useControl, useMe } from "../room/use-room.ts";
import type { StatusState } from "../ui/status-pill.tsx";

/** Unconfirmed for less than this is not worth a word: the pill does not flicker. */
const savingAfterMs = 800;
/** So long a connection may take at first before the board calls itself offline. */
const patienceMs = 2_500;

/** The state for the pill; undefined in the first moments, when nothing is known yet. */
export function useStatus(): StatusState | undefined {
  const isOnline = useConnection(({ isOnline: online }) => online);
  const waiting = useConnection(({ pending }) => pending.length);
  const keepsCopies = useConnection((connection) => connection.keepsCopies);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isObserver = useMe()?.role === "observer";
  const isPatient = !useLasting(!isOnline, patienceMs);
  const wasOnline = useConnection((connection) => connection.wasOnline);
  const isSaving = useLasting(waiting > 0, savingAfterMs);
  const isReturning = useReturning(isOnline, waiting);

  if (!isOnline)
    return !wasOnline && isPatient && waiting === 0 ? undefined : { kind: "offline", waiting };
  if (isSealed) return { kind: "sealed" };
  if (isReturning) return { kind: "returning", waiting };
  if (isSaving) return { kind: "saving" };
  if (!keepsCopies) return { kind: "not-kept" };
  return isObserver ? { kind: "reading" } : { kind: "saved" };
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean, ms: number): boolean {
  const [isLasting, setLasting] = useState(false);
  if (!isSo && isLasting) setLasting(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return isSo && isLasting;
}

/** From the moment the connection is back until everything that waited is on the server. */
function useReturning(isOnline: boolean, waiting: number): boolean {
  const [wasAway, setWasAway] = useState(false);
  if (!isOnline && waiting > 0 && !wasAway) setWasAway(true);
  if (isOnline && waiting === 0 && wasAway) setWasAway(false);
  return isOnline && wasAway && waiting > 0;
}
