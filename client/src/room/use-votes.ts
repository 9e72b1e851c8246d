// My own votes, as components read them. Loaded with the first screen that shows them.
import { useSyncExternalStore } from "react";
import { readVotes, votesAfter, type CastVote, type Private } from "@secondstory/shared";
import { createStore, type Store } from "./store.ts";
import { useSession } from "./use-session.ts";

/** Counts what happens to the votes of a document, so that they are read again. */
const changes = new WeakMap<Private, Store<number>>();

function changesOf(own: Private): Store<number> {
  const known = changes.get(own);
  if (known) return known;
  const count = createStore(0);
  const onChange = () => count.set(count.get() + 1);
  own.votes.observe(onChange);
  own.counted.observe(onChange);
  changes.set(own, count);
  return count;
}

/** What I have cast in a round, and what of it did not count once that is closed. */
export interface MyVotes {
  readonly cast: readonly CastVote[];
  readonly tooMany: number;
  readonly tooLate: number;
}

/** My votes of a round; read anew when they change. */
export function useMyVotes(round: number, budget: number, isClosed: boolean): MyVotes {
  const { privateDoc } = useSession();
  const count = changesOf(privateDoc);
  useSyncExternalStore(count.subscribe, count.get);
  const cast = readVotes(privateDoc, round);
  if (!isClosed) return { cast, tooMany: Math.max(0, cast.length - budget), tooLate: 0 };
  const after = votesAfter(privateDoc, round, budget);
  return {
    cast: after.counted,
    tooMany: after.tooMany.length,
    tooLate: after.tooLate.length,
  };
}
