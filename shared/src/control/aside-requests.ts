// A note that hurts: folded for all, reworded by whoever wrote it. Nothing of it stands in the control document; the server
// decides on the board and in private documents, and carries out what these let through.
import { z } from "zod/mini";
import { maxRewordedLength } from "../private/aside.ts";
import { done, refuse } from "../result.ts";
import { asked, card } from "./asked.ts";
import type { DecisionsOn, RolesFor } from "./situation.ts";

export const asideShapes = [
  /** Folds a note: its words leave the board until they are reworded. For who leads, and for whom the note names. */
  z.object({ type: z.literal("setAside"), card, ...asked }),
  /** Takes that back, for a moment, by whoever did it. */
  z.object({ type: z.literal("undoSetAside"), card, ...asked }),
  /** Puts a note back in other words. For whoever the server brought its words to. */
  z.object({
    type: z.literal("putBack"),
    card,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxRewordedLength)),
    ...asked,
  }),
] as const;

export const asideRoles: RolesFor<typeof asideShapes> = {
  setAside: "participant",
  undoSetAside: "participant",
  putBack: "participant",
};

export const asideDecisions: DecisionsOn<typeof asideShapes> = {
  setAside: () => done,
  undoSetAside: ({ asker }) => (asker.participant ? done : refuse({ code: "no-participant" })),
  putBack: ({ asker }) => (asker.participant ? done : refuse({ code: "no-participant" })),
};
