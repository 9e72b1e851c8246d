// The votes of one person. They lie in the private document until the server counts them; nobody else ever receives one.
import { z } from "zod/mini";
import { readCardId, type CardId } from "../ids.ts";
import { compareText } from "../order.ts";
import type { Private } from "./private.ts";

/** One vote. */
export interface CastVote {
  /** Made by whoever votes, so that it sorts by when it was cast: of too many the first ones count. */
  readonly id: string;
  /** The vote it belongs to; see control/votes.ts. */
  readonly round: number;
  /** What it was cast for: a note, or the card of a group. */
  readonly topic: CardId;
  /** The note by which it finds its topic once that has been taken apart: the first of the group, or the note itself. */
  readonly card: CardId;
}

const stored = z.object({ round: z.int(), topic: z.string(), card: z.string() });
const storedIds = z.array(z.string());

/** Casts a vote. */
export function castVote({ votes }: Private, { id, ...vote }: CastVote): void {
  votes.set(id, vote);
}

/** Takes a vote back. One that is not there is no matter. */
export function takeVoteBack({ votes }: Private, id: string): void {
  votes.delete(id);
}

/** All votes of a round, in the order of their ids; what cannot be read is left out. */
export function readVotes({ votes }: Private, round: number): readonly CastVote[] {
  const cast: CastVote[] = [];
  for (const [id, value] of votes.entries()) {
    const parsed = stored.safeParse(value);
    if (!parsed.success || parsed.data.round !== round) continue;
    const [topic, card] = [readCardId(parsed.data.topic), readCardId(parsed.data.card)];
    if (topic && card) cast.push({ id, round, topic, card });
  }
  return cast.toSorted((a, b) => compareText(a.id, b.id));
}

/** The votes that count: no more than everybody has, in the order of their ids. */
export const votesWithin = (votes: readonly CastVote[], budget: number): readonly CastVote[] =>
  votes.slice(0, budget);

/** The server notes which votes of a round it has counted, so that their owner can be told of the others. */
export function noteCounted({ counted }: Private, round: number, ids: readonly string[]): void {
  if (ids.length === 0 && !counted.has(String(round))) return;
  if (JSON.stringify(counted.get(String(round))) !== JSON.stringify(ids))
    counted.set(String(round), ids);
}

/** A round as its voter is told of it after it was closed. */
export interface VotesAfter {
  readonly counted: readonly CastVote[];
  /** Not counted, because there were more than everybody has: cast on another device at the same time. */
  readonly tooMany: readonly CastVote[];
  /** Not counted, because they came after the vote was closed. */
  readonly tooLate: readonly CastVote[];
}

/** What became of somebody's votes in a round that is closed. */
export function votesAfter(own: Private, round: number, budget: number): VotesAfter {
  const votes = readVotes(own, round);
  const parsed = storedIds.safeParse(own.counted.get(String(round)));
  const ids = new Set(parsed.success ? parsed.data : []);
  const others = votes.filter(({ id }) => !ids.has(id));
  const isFull = ids.size >= budget;
  return {
    counted: votes.filter(({ id }) => ids.has(id)),
    tooMany: isFull ? others : [],
    tooLate: isFull ? [] : others,
  };
}
