// Whether I have said that I am done with what the meeting is at, and saying so.
import { useCallback } from "react";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useRequest } from "../frame/use-request.ts";

/** Whether I am done, and the way to say so or to take it back. */
export function useMeReady(): readonly [boolean, () => void] {
  const { me } = useSession();
  const request = useRequest();
  const isReady = useControl(({ ready }) => ready[me] !== undefined);
  const toggle = useCallback(
    () => void request({ type: "ready", ready: !isReady }),
    [request, isReady],
  );
  return [isReady, toggle];
}
