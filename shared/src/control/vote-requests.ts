// What can be asked about the vote; votes.ts says what it is.
import { z } from "zod/mini";
import { done, refuse, type Result } from "../result.ts";
import { lessonSections } from "../sections/index.ts";
import { asked } from "./asked.ts";
import type { DecisionsOn, RequestRefusal, RolesFor, Situation } from "./situation.ts";
import { isVoting, nextRound, putTurnout, putVote, type Vote } from "./votes.ts";

/** More votes each than anybody could want; the setting of the server is the limit. */
const mostVotes = 1_000;

/** The vote that the sender saw. If it is another one by now, nothing is changed. */
const round = z.optional(z.int());

export const voteShapes = [
  /** Opens a vote on the topics of these questions, by default all. Without a budget everybody has as many votes as suggested. */
  z.object({
    type: z.literal("openVote"),
    budget: z.optional(z.int().check(z.positive(), z.lte(mostVotes))),
    sections: z.optional(z.array(z.enum(lessonSections)).check(z.minLength(1), z.maxLength(4))),
    ...asked,
  }),
  /** Closes the vote: the server counts, and everybody sees the result. */
  z.object({ type: z.literal("closeVote"), round, ...asked }),
  /** Lets people go on voting; the result is hidden until the vote is closed again. */
  z.object({ type: z.literal("reopenVote"), round, ...asked }),
  /** Drops the vote, open or closed, with its result. */
  z.object({ type: z.literal("discardVote"), round, ...asked }),
] as const;

export const voteRoles: RolesFor<typeof voteShapes> = {
  openVote: "facilitator",
  closeVote: "facilitator",
  reopenVote: "facilitator",
  discardVote: "facilitator",
};

export const voteDecisions: DecisionsOn<typeof voteShapes> = {
  openVote: ({ control, state, at, limits, findings }, request) => {
    if (isVoting(state.vote)) return refuse({ code: "vote-open" });
    const most = limits.maxVotes ?? mostVotes;
    const budget = request.budget ?? Math.min(most, findings.budget ?? 1);
    if (budget > most) return refuse({ code: "too-many-votes" });
    const sections = lessonSections.filter((id) => request.sections?.includes(id) ?? true);
    control.doc.transact(() => {
      const next = nextRound(control);
      putVote(control, {
        round: next,
        budget,
        sections,
        openedAt: at,
        closedAt: undefined,
        result: [],
      });
      putTurnout(control, next, { voted: 0, of: 0 });
    });
    return done;
  },
  closeVote: (now, request) =>
    onVote(now, request.round, (vote) => {
      const { control, at, findings } = now;
      if (!isVoting(vote)) return done;
      const { tally } = findings;
      if (tally?.round !== vote.round) return refuse({ code: "no-vote" });
      control.doc.transact(() => {
        putTurnout(control, vote.round, tally.turnout);
        putVote(control, { ...whole(vote), closedAt: at, result: tally.result });
      });
      return done;
    }),
  reopenVote: (now, request) =>
    onVote(now, request.round, (vote) => {
      if (!isVoting(vote))
        putVote(now.control, { ...whole(vote), closedAt: undefined, result: [] });
      return done;
    }),
  discardVote: (now, request) =>
    onVote(now, request.round, () => {
      putVote(now.control, undefined);
      return done;
    }),
};

function onVote(
  { state }: Situation,
  seen: number | undefined,
  change: (vote: Vote) => Result<void, RequestRefusal>,
): Result<void, RequestRefusal> {
  if (seen !== undefined && seen !== state.vote?.round) return done;
  return state.vote ? change(state.vote) : refuse({ code: "no-vote" });
}

const whole = ({ turnout: _turnout, ...vote }: Vote): Omit<Vote, "turnout"> => vote;
