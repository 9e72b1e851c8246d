import { useEffect } from "react";
import { useConnection } from "../room/use-room.ts";
import { useShell } from "../screen/shell.ts";

/** Whenever the connection comes back: the server may have been away because it was replaced by a newer version. */
export function useLookForNewer(): void {
  const isOnline = useConnection((connection) => connection.isOnline);
  useEffect(() => {
    if (isOnline) useShell.getState().lookForNewer();
  }, [isOnline]);
}
