// What people ask side by side: I am done, a hand up, whose turn it is; ready.ts says what these are.
import { z } from "zod/mini";
import type { ParticipantId } from "../ids.ts";
import { done, refuse, type Result } from "../result.ts";
import { asked, participant } from "./asked.ts";
import { setListed, setTurn } from "./ready.ts";
import type { DecisionsOn, RequestRefusal, RolesFor, Situation } from "./situation.ts";

export const readyShapes = [
  /** I am done with what the meeting is at; with `ready: false`, not yet after all. */
  z.object({ type: z.literal("ready"), ready: z._default(z.boolean(), true), ...asked }),
  z.object({ type: z.literal("raiseHand"), ...asked }),
  /** Takes the sender's hand down; with `participant` another's, for whoever leads. */
  z.object({ type: z.literal("lowerHand"), participant: z.optional(participant), ...asked }),
  /** Says whose turn it is to speak; null for nobody's. */
  z.object({ type: z.literal("giveTurn"), participant: z.nullable(participant), ...asked }),
] as const;

export const readyRoles: RolesFor<typeof readyShapes> = {
  ready: "participant",
  raiseHand: "participant",
  lowerHand: "participant",
  giveTurn: "facilitator",
};

export const readyDecisions: DecisionsOn<typeof readyShapes> = {
  ready: (now, request) =>
    bySender(now, (id) => setListed(now.control.ready, id, request.ready, now.at)),
  raiseHand: (now) => bySender(now, (id) => setListed(now.control.hands, id, true, now.at)),
  lowerHand: (now, request) => {
    const { control, asker, at } = now;
    const whose = request.participant;
    if (whose === undefined) return bySender(now, (id) => setListed(control.hands, id, false, at));
    if (whose !== asker.participant && asker.role !== "facilitator")
      return refuse({ code: "role-too-low" });
    setListed(control.hands, whose, false, at);
    return done;
  },
  giveTurn: ({ control, state, at }, request) => {
    const whose = request.participant;
    if (whose !== null && !state.roster[whose]) return refuse({ code: "participant-gone" });
    if (whose === (state.turn?.participant ?? null)) return done;
    setTurn(control, whose === null ? undefined : { participant: whose, since: at });
    return done;
  },
};

/** Does something for whoever asks; a link has nobody behind it. */
function bySender(
  { state, asker }: Situation,
  run: (id: ParticipantId) => void,
): Result<void, RequestRefusal> {
  if (!asker.participant) return refuse({ code: "no-participant" });
  if (!state.roster[asker.participant]) return refuse({ code: "participant-gone" });
  run(asker.participant);
  return done;
}
