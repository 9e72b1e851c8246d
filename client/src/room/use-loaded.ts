// Whether what is shown is the board, and not merely what has arrived of it so far.
import { useEffect, useState } from "react";
import { useConnection } from "./use-room.ts";
import { useSession } from "./use-session.ts";

/** True once the server has sent everything, or this browser's own copy is of an earlier visit. */
export function useLoaded(): boolean {
  const { whenLoaded, controlView, me } = useSession();
  const [hasCopy, setHasCopy] = useState(false);
  const wasOnline = useConnection((connection) => connection.wasOnline);
  useEffect(() => {
    let isOver = false;
    const follow = async () => {
      await whenLoaded;
      // Nobody is on the roster of a document that has never been here.
      if (!isOver && controlView.getState().roster[me]) setHasCopy(true);
    };
    void follow();
    return () => {
      isOver = true;
    };
  }, [whenLoaded, controlView, me]);
  return wasOnline || hasCopy;
}
