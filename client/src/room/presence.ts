// Who is here right now, from awareness: one person on two devices or in two tabs counts once.
import type { Awareness } from "y-protocols/awareness";
import {
  readAwarenessState,
  readParticipantId,
  readPhaseId,
  type ParticipantId,
  type PhaseId,
} from "@secondstory/shared";
import { createStore, type Store } from "./store.ts";

interface PersonHere {
  readonly lookingAt: PhaseId | undefined;
  /** What they are writing in: card ids and names of shared texts. */
  readonly editing: readonly string[];
  /** None of their pages has been seen for a while. */
  readonly isAway: boolean;
}

/** Everybody connected, by participant id. */
export type Presence = Readonly<Record<ParticipantId, PersonHere>>;

/** Follows awareness. The value changes only when somebody comes, goes, looks elsewhere or writes elsewhere. */
export function followPresence(awareness: Awareness): Store<Presence> {
  const store = createStore<Presence>(readPresence(awareness));
  awareness.on("change", () => {
    const next = readPresence(awareness);
    if (JSON.stringify(next) !== JSON.stringify(store.get())) store.set(next);
  });
  return store;
}

function readPresence(awareness: Awareness): Presence {
  const here: Record<ParticipantId, PersonHere> = {};
  for (const clientId of [...awareness.getStates().keys()].toSorted((a, b) => a - b)) {
    const state = readAwarenessState(awareness.getStates().get(clientId));
    const id = readParticipantId(state?.participantId);
    if (!state || !id) continue;
    const last = here[id];
    here[id] = {
      lookingAt: readPhaseId(state.lookingAt) ?? last?.lookingAt,
      editing: [...(last?.editing ?? []), ...(state.editing ? [state.editing] : [])],
      isAway: (last?.isAway ?? true) && state.isAway === true,
    };
  }
  return here;
}
