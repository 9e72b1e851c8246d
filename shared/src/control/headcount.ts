// Who counts while the meeting waits for people: whoever writes and is here, once each, on however many devices.
import type { ParticipantId } from "../ids.ts";
import type { ControlState, Participant } from "./control.ts";

/** Everybody on a board, by whether the meeting waits for them. Each in the order of joining. */
export interface Headcount {
  /** Who counts: “5” in “3 of 5 ready”. */
  readonly counted: readonly Participant[];
  /** Those of them who have said that they are done. */
  readonly ready: readonly Participant[];
  /** Those of them for whom the meeting waits. */
  readonly awaited: readonly Participant[];
  /** Left out: away for a while. */
  readonly away: readonly Participant[];
  /** Left out: they came while this was going on. */
  readonly late: readonly Participant[];
}

/**
 * Counts people for what is going on. Observers never count; who is away does not count, and who came after it had begun
 * counts only by saying that they are done. `isAway` is what this screen knows of somebody's connection.
 */
export function countPeople(
  { roster, ready, readySince, agenda, phase, phaseSince }: ControlState,
  isAway: (id: ParticipantId) => boolean,
): Headcount {
  const writers = Object.values(roster)
    .filter(({ role }) => role !== "observer")
    .toSorted((a, b) => a.joinOrder - b.joinOrder || (a.id < b.id ? -1 : 1));
  const isReady = ({ id }: Participant) => ready[id] !== undefined;
  // the first phase is where people gather: nobody is late for it
  const since = phase === agenda[0] ? Infinity : Math.max(phaseSince, readySince);
  const isLate = (person: Participant) => person.joinedAt > since && !isReady(person);
  const away = writers.filter(({ id }) => isAway(id));
  const late = writers.filter((person) => !isAway(person.id) && isLate(person));
  const counted = writers.filter((person) => !isAway(person.id) && !isLate(person));
  return {
    counted,
    ready: counted.filter(isReady),
    awaited: counted.filter((person) => !isReady(person)),
    away,
    late,
  };
}
