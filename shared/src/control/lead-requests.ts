// Who leads, who comes in, and asking everyone to come along.
import { z } from "zod/mini";
import { done, refuse } from "../result.ts";
import { asked, card, participant, phase } from "./asked.ts";
import { letIn, setDoor, turnAway } from "./door.ts";
import { setLead } from "./lead.ts";
import { setRole } from "./people.ts";
import { linkHolder, type DecisionsOn, type RolesFor } from "./situation.ts";

export const leadShapes = [
  /** Gives the lead to somebody and takes part from here on, in one step: somebody leads at any time. */
  z.object({ type: z.literal("handOver"), participant, ...asked }),
  /** Takes the lead while nobody who leads is here. Whoever led before still does when they are back. */
  z.object({ type: z.literal("stepIn"), ...asked }),
  /** Whether somebody may step in. */
  z.object({ type: z.literal("setStepIn"), allowed: z.boolean(), ...asked }),
  /** Whether newcomers wait until they are let in. When the door is opened, whoever waits comes in. */
  z.object({ type: z.literal("setDoor"), closed: z.boolean(), ...asked }),
  z.object({ type: z.literal("letIn"), participant, ...asked }),
  /** Says “not now” to somebody at the door. */
  z.object({ type: z.literal("turnAway"), participant, ...asked }),
  /** Asks everyone to a phase, or to a card of it. Nobody is moved. */
  z.object({ type: z.literal("gather"), phase, item: z.optional(card), ...asked }),
] as const;

export const leadRoles: RolesFor<typeof leadShapes> = {
  handOver: "facilitator",
  stepIn: "participant",
  setStepIn: "facilitator",
  setDoor: "facilitator",
  letIn: "facilitator",
  turnAway: "facilitator",
  gather: "facilitator",
};

export const leadDecisions: DecisionsOn<typeof leadShapes> = {
  handOver: ({ control, state, asker }, request) => {
    if (!state.roster[request.participant]) return refuse({ code: "participant-gone" });
    control.doc.transact(() => {
      setRole(control, request.participant, "facilitator");
      if (asker.participant && asker.participant !== request.participant)
        setRole(control, asker.participant, "participant");
    });
    return done;
  },
  stepIn: ({ control, state, asker, at, limits }) => {
    const who = asker.participant && state.roster[asker.participant];
    if (!who) return refuse({ code: asker.participant ? "participant-gone" : "no-participant" });
    if (who.role === "facilitator") return done;
    if (!state.lead.letsStepIn) return refuse({ code: "no-step-in" });
    if (limits.isLeaderless !== true) return refuse({ code: "somebody-leads" });
    control.doc.transact(() => {
      setRole(control, who.id, "facilitator");
      setLead(control, { leaderlessAt: null, steppedIn: { by: who.id, at } });
    });
    return done;
  },
  setStepIn: ({ control, state }, { allowed }) =>
    allowed === state.lead.letsStepIn ? done : setLead(control, { letsStepIn: allowed }),
  setDoor: ({ control, at }, { closed }) => setDoor(control, closed, at),
  letIn: ({ control, at }, request) => letIn(control, request.participant, at),
  turnAway: ({ control, at }, request) => turnAway(control, request.participant, at),
  gather: ({ control, state, asker, at }, request) => {
    if (!state.agenda.includes(request.phase)) return refuse({ code: "phase-not-on-agenda" });
    const by = asker.participant ?? linkHolder;
    const gathering = { by, at, phase: request.phase, item: request.item ?? null };
    return setLead(control, { gathering });
  },
};
