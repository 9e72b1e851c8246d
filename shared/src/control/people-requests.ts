// Who may do what on a board: roles, removal, and observers who ask to be let write.
import { z } from "zod/mini";
import { done, refuse } from "../result.ts";
import { asked, participant, role } from "./asked.ts";
import { declineAsk, forgetAsk, putAsk, withdrawAsk } from "./asks.ts";
import { isLastFacilitator, setRole } from "./people.ts";
import { forgetSideBySide } from "./ready.ts";
import type { DecisionsOn, RolesFor } from "./situation.ts";

export const peopleShapes = [
  z.object({ type: z.literal("setRole"), participant, role, ...asked }),
  /** Takes someone off the board; with `switchOffLinks` the links they came by stop working too. */
  z.object({
    type: z.literal("remove"),
    participant,
    switchOffLinks: z.optional(z.boolean()),
    ...asked,
  }),
  /** Somebody who reads along has something to add and asks to be let write. */
  z.object({ type: z.literal("askToWrite"), ...asked }),
  z.object({ type: z.literal("withdrawAsk"), ...asked }),
  /** Says “not now” to somebody who asked; `setRole` lets them write. */
  z.object({ type: z.literal("declineAsk"), participant, ...asked }),
] as const;

export const peopleRoles: RolesFor<typeof peopleShapes> = {
  setRole: "facilitator",
  remove: "facilitator",
  askToWrite: "observer",
  withdrawAsk: "observer",
  declineAsk: "facilitator",
};

export const peopleDecisions: DecisionsOn<typeof peopleShapes> = {
  setRole: ({ control, state }, request) => {
    if (!state.roster[request.participant]) return refuse({ code: "participant-gone" });
    if (request.role !== "facilitator" && isLastFacilitator(state, request.participant))
      return refuse({ code: "last-facilitator" });
    setRole(control, request.participant, request.role);
    return done;
  },
  remove: ({ control, state }, request) => {
    if (!state.roster[request.participant]) return refuse({ code: "participant-gone" });
    if (isLastFacilitator(state, request.participant)) return refuse({ code: "last-facilitator" });
    control.roster.delete(request.participant);
    forgetAsk(control, request.participant);
    forgetSideBySide(control, request.participant);
    return done;
  },
  askToWrite: ({ control, state, asker, at, limits }) => {
    const who = asker.participant && state.roster[asker.participant];
    if (!who) return refuse({ code: asker.participant ? "participant-gone" : "no-participant" });
    return who.role === "observer" ? putAsk(control, who.id, at, limits.askAgainMs) : done;
  },
  withdrawAsk: ({ control, asker }) =>
    asker.participant
      ? withdrawAsk(control, asker.participant)
      : refuse({ code: "no-participant" }),
  declineAsk: ({ control, at }, request) => declineAsk(control, request.participant, at),
};
