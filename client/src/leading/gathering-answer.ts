// What this person has answered when everyone was asked to a place.
import { useSyncExternalStore } from "react";
import { ofSession } from "../room/of-session.ts";
import type { Session } from "../room/open-session.ts";
import { useSession } from "../room/use-session.ts";

/** The last time they answered, as the moment at which they were asked. After a reload the question comes once more. */
const answeredAt = ofSession(0);

/** When they were asked what they answered last: by the server's clock; 0 before the first answer. */
export function useGatheringAnswer(): number {
  const { subscribe, get } = answeredAt(useSession());
  return useSyncExternalStore(subscribe, get);
}

/** They went there, or closed the question. */
export function answerGathering(session: Session, at: number): void {
  const store = answeredAt(session);
  store.set(Math.max(store.get(), at));
}
