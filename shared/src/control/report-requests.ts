// The board as a report that stays: sealed, reopened, and rid of what must not stand in it.
import { z } from "zod/mini";
import { done, refuse } from "../result.ts";
import { asked, card } from "./asked.ts";
import { closePulses } from "./pulse.ts";
import { linkHolder, set, type DecisionsOn, type RolesFor } from "./situation.ts";
import { setTimer } from "./timer-requests.ts";

export const reportShapes = [
  z.object({ type: z.literal("seal"), ...asked }),
  z.object({ type: z.literal("reopen"), ...asked }),
  /** Takes a card off the board for good, out of its history and out of every copy. For who wrote it, or leads. */
  z.object({ type: z.literal("erase"), card, ...asked }),
  /** Does the same with whatever people have deleted from texts and fields so far. */
  z.object({ type: z.literal("eraseDeleted"), ...asked }),
] as const;

export const reportRoles: RolesFor<typeof reportShapes> = {
  seal: "facilitator",
  reopen: "facilitator",
  erase: "participant",
  eraseDeleted: "facilitator",
};

export const reportDecisions: DecisionsOn<typeof reportShapes> = {
  seal: ({ control, state, asker, at }) => {
    control.doc.transact(() => {
      set(control, "seal", { at, by: asker.participant ?? linkHolder });
      setTimer(control, undefined, state.timer);
      closePulses(control);
    });
    return done;
  },
  reopen: ({ control, state }) =>
    state.seal ? set(control, "seal", null) : refuse({ code: "not-sealed" }),
  erase: ({ control, state, at }, request) => {
    if (state.erased.includes(request.card)) return done;
    control.erased.set(request.card, at);
    return set(control, "erasures", state.erasures + 1);
  },
  eraseDeleted: ({ control, state }) => set(control, "erasures", state.erasures + 1),
};
