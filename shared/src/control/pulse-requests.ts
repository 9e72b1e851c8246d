// Asking for the pulse and closing it; pulse.ts says what it is. Phases that have one ask by themselves when the meeting
// comes to them, and close when it leaves.
import { z } from "zod/mini";
import { done, refuse, type Result } from "../result.ts";
import type { PhaseId } from "../phases/index.ts";
import { asked, phase } from "./asked.ts";
import { closePulse, openPulse, pulsePhases } from "./pulse.ts";
import type { DecisionsOn, RequestRefusal, RolesFor, Situation } from "./situation.ts";

export const pulseShapes = [
  /** Asks for the pulse of a phase, or of the one the meeting is at. */
  z.object({ type: z.literal("openPulse"), phase: z.optional(phase), ...asked }),
  /** Closes it: the server counts the answers and shows them, if they are enough. */
  z.object({ type: z.literal("closePulse"), phase: z.optional(phase), ...asked }),
] as const;

export const pulseRoles: RolesFor<typeof pulseShapes> = {
  openPulse: "facilitator",
  closePulse: "facilitator",
};

export const pulseDecisions: DecisionsOn<typeof pulseShapes> = {
  openPulse: (now, request) =>
    ofPhase(now, request.phase, (which) => {
      if (now.state.pulses[which]?.state === "shown") return refuse({ code: "pulse-shown" });
      openPulse(now.control, which);
      return done;
    }),
  closePulse: (now, request) =>
    ofPhase(now, request.phase, (which) => {
      closePulse(now.control, which);
      return done;
    }),
};

function ofPhase(
  { state }: Situation,
  named: PhaseId | undefined,
  run: (which: PhaseId) => Result<void, RequestRefusal>,
): Result<void, RequestRefusal> {
  const which = named ?? state.phase;
  return pulsePhases.includes(which) ? run(which) : refuse({ code: "no-pulse" });
}
