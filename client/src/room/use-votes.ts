// My own votes, as components read them. Loaded with the first screen that shows them.
import { useMemo, useSyncExternalStore } from "react";
import { readVotes, votesAfter, type CastVote, type Private } from "@secondstory/shared";
import { createStore, type Store } from "./store.ts";
import { useSession } from "./use-session.ts";

/** What I have cast in a round, and what of it did not count once that is closed. */
export interface MyVotes {
  readonly cast: readonly CastVote[];
  readonly tooMany: number;
  readonly tooLate: number;
}

type Read = (round: number, budget: number, isClosed: boolean) => MyVotes;

/** How the votes of a document are read: another function whenever they have changed. */
const reads = new WeakMap<Private, Store<Read>>();

function readOf(own: Private): Store<Read> {
  const known = reads.get(own);
  if (known) return known;
  const made = createStore(makeRead(own));
  const onChange = () => made.set(makeRead(own));
  own.votes.observe(onChange);
  own.counted.observe(onChange);
  reads.set(own, made);
  return made;
}

const makeRead =
  (own: Private): Read =>
  (round, budget, isClosed) => {
    const cast = readVotes(own, round);
    if (!isClosed) return { cast, tooMany: Math.max(0, cast.length - budget), tooLate: 0 };
    const { counted, tooMany, tooLate } = votesAfter(own, round, budget);
    return { cast: counted, tooMany: tooMany.length, tooLate: tooLate.length };
  };

/** My votes of a round: the same object until they change. */
export function useMyVotes(round: number, budget: number, isClosed: boolean): MyVotes {
  const store = readOf(useSession().privateDoc);
  const read = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => read(round, budget, isClosed), [read, round, budget, isClosed]);
}
