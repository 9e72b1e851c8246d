// The ways onto a board. Links and seats lie outside the documents; whoever keeps them changes them along with this.
import { z } from "zod/mini";
import { done, refuse } from "../result.ts";
import { asked, link, role } from "./asked.ts";
import { set, type DecisionsOn, type RolesFor } from "./situation.ts";

export const accessShapes = [
  /** Makes one more link of a role. The answer carries it; nobody can ask for it again. */
  z.object({ type: z.literal("newLink"), role, ...asked }),
  /** Switches one link off: nobody joins by it any more; who came by it stays. */
  z.object({ type: z.literal("switchOffLink"), link, ...asked }),
  z.object({ type: z.literal("switchOffLinks"), role, ...asked }),
  /** Whether whoever is signed in where the server stands may take part without a link's secret. */
  z.object({ type: z.literal("admitSignedIn"), admit: z.boolean(), ...asked }),
  /** Makes a link that takes the sender's own seat to another device, once, within minutes. The answer carries it. */
  z.object({ type: z.literal("newDeviceLink"), ...asked }),
] as const;

export const accessRoles: RolesFor<typeof accessShapes> = {
  newLink: "facilitator",
  switchOffLink: "facilitator",
  switchOffLinks: "facilitator",
  admitSignedIn: "facilitator",
  newDeviceLink: "observer",
};

export const accessDecisions: DecisionsOn<typeof accessShapes> = {
  newLink: () => done,
  switchOffLink: () => done,
  switchOffLinks: () => done,
  admitSignedIn: ({ control, state }, { admit: admits }) =>
    admits === state.admitsSignedIn ? done : set(control, "admitsSignedIn", admits),
  newDeviceLink: ({ state, asker }) => {
    if (!asker.participant) return refuse({ code: "no-participant" });
    return state.roster[asker.participant] ? done : refuse({ code: "participant-gone" });
  },
};
