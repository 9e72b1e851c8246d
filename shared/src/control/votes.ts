// The vote on what to talk about. Who voted for what lies in the private documents until the server closes the vote; here
// stand its rules, how many have voted, and afterwards the result.
//
//   none ──openVote──▶ open ──closeVote──▶ closed ──openVote──▶ open, the next round
//     ▲                │  ▲                  │ │
//     └──discardVote───┘  └────reopenVote────┘ └──discardVote──▶ none
import { z } from "zod/mini";
import { readCardId, type CardId } from "../ids.ts";
import { lessonSections, type LessonSectionId } from "../sections/index.ts";
import type { Control } from "./control.ts";

/** How many votes one topic got. */
export interface TopicVotes {
  /** The topic at the time of closing. */
  readonly topic: CardId;
  /** Its first note, by which it is found once the topic has been taken apart. */
  readonly card: CardId;
  readonly votes: number;
}

/** How many have voted. People count once, however many votes or devices they have. */
export interface Turnout {
  readonly voted: number;
  /** Those who have voted, and those who may and are here. */
  readonly of: number;
}

/** A vote as everybody sees it. */
export interface Vote {
  /** 1, 2, 3 …, never used again on a board: the votes of one round are none of another. */
  readonly round: number;
  /** How many votes everybody has. */
  readonly budget: number;
  /** The questions whose topics are voted on. */
  readonly sections: readonly LessonSectionId[];
  /** Epoch milliseconds, server clock. */
  readonly openedAt: number;
  /** Undefined while it is open. */
  readonly closedAt: number | undefined;
  /** While it is open brought up to date every few seconds, so that it does not say who has just voted. */
  readonly turnout: Turnout;
  /** What got votes, most first; empty while the vote is open. */
  readonly result: readonly TopicVotes[];
}

const count = z.int().check(z.nonnegative());
const storedVote = z.object({
  round: z.int().check(z.positive()),
  budget: z.int().check(z.positive()),
  sections: z.catch(z.array(z.enum(lessonSections)), [...lessonSections]),
  openedAt: z.catch(z.number(), 0),
  closedAt: z.catch(z.optional(z.nullable(z.number())), undefined),
  result: z.catch(z.array(z.object({ topic: z.string(), card: z.string(), votes: count })), []),
});
const storedTurnout = z.object({ voted: count, of: count });

/** The vote that is open, or the last one that was closed; undefined where there is none. */
export function readVote({ votes }: Control): Vote | undefined {
  const parsed = storedVote.safeParse(votes.get("vote"));
  if (!parsed.success) return undefined;
  const { closedAt, result, ...vote } = parsed.data;
  const turnout = storedTurnout.safeParse(votes.get("turnout"));
  return {
    ...vote,
    closedAt: closedAt ?? undefined,
    turnout: turnout.success ? turnout.data : { voted: 0, of: 0 },
    result: result.flatMap(({ votes: number, ...at }) => {
      const [topic, card] = [readCardId(at.topic), readCardId(at.card)];
      return topic && card ? [{ topic, card, votes: number }] : [];
    }),
  };
}

/** Whether people vote at the moment. */
export const isVoting = (vote: Vote | undefined): vote is Vote =>
  vote !== undefined && vote.closedAt === undefined;

/** How many votes everybody should have: the root of how many topics there are. */
export const suggestedBudget = (topics: number): number =>
  Math.max(1, Math.round(Math.sqrt(topics)));

/** Writes a vote whole, or none. */
export function putVote(control: Control, vote: Omit<Vote, "turnout"> | undefined): void {
  const { votes } = control;
  if (vote) {
    votes.set("vote", { ...vote, closedAt: vote.closedAt ?? null });
    votes.set("round", vote.round);
  } else votes.set("vote", null);
}

/** The number of the next vote. */
export function nextRound({ votes }: Control): number {
  const last = votes.get("round");
  return typeof last === "number" ? last + 1 : 1;
}

/** Writes how many have voted; nothing where that says the same, or the vote is another one by now. */
export function putTurnout(control: Control, round: number, { voted, of }: Turnout): void {
  const vote = readVote(control);
  if (vote?.round !== round || vote.closedAt !== undefined) return;
  if (vote.turnout.voted !== voted || vote.turnout.of !== of)
    control.votes.set("turnout", { voted, of });
}
