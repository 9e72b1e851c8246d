// Moving the meeting from phase to phase, its title and its language.
import { z } from "zod/mini";
import type { PhaseId } from "../phases/index.ts";
import { done, refuse, type Result } from "../result.ts";
import { languages } from "../words/languages.ts";
import { asked, cleaned, phase } from "./asked.ts";
import { cleanName, cleanTitle } from "./clean.ts";
import { neighbourPhase } from "./neighbour-phase.ts";
import { setParticipant } from "./people.ts";
import { noteMove } from "./run.ts";
import { closePulses, openPulse } from "./pulse.ts";
import { clearReady, setTurn } from "./ready.ts";
import {
  linkHolder,
  set,
  type DecisionsOn,
  type RequestRefusal,
  type RolesFor,
  type Situation,
} from "./situation.ts";

/** A board's title, cleaned; refused when it is too long. */
export const titleSchema = cleaned(cleanTitle, "is longer than 200 characters");

/** A participant's name, cleaned; refused when it is too long. Empty when nothing that can be seen is left. */
export const nameSchema = cleaned(cleanName, "is longer than 60 characters");

/** Renames the board or, with `name`, the sender. */
const rename = z.object({
  type: z.literal("rename"),
  title: z.optional(titleSchema),
  name: z.optional(nameSchema),
  ...asked,
});

export const moveShapes = [
  z.object({ type: z.literal("advance"), ...asked }),
  z.object({ type: z.literal("back"), ...asked }),
  z.object({ type: z.literal("goTo"), phase, ...asked }),
  rename,
  z.object({ type: z.literal("setLanguage"), language: z.enum(languages), ...asked }),
] as const;

export const moveRoles: RolesFor<typeof moveShapes> = {
  advance: "facilitator",
  back: "facilitator",
  goTo: "facilitator",
  rename: "observer",
  setLanguage: "facilitator",
};

export const moveDecisions: DecisionsOn<typeof moveShapes> = {
  advance: (now) => moveBy(now, 1, "last-phase"),
  back: (now) => moveBy(now, -1, "first-phase"),
  goTo: (now, request) =>
    now.state.agenda.includes(request.phase)
      ? moveTo(now, request.phase)
      : refuse({ code: "phase-not-on-agenda" }),
  rename: decideRename,
  setLanguage: (now, { language }) => set(now.control, "language", language),
};

function moveBy(now: Situation, by: 1 | -1, atEnd: "last-phase" | "first-phase") {
  const to = neighbourPhase(now.state, by);
  return to ? moveTo(now, to) : refuse({ code: atEnd });
}

/** Moves the meeting to a phase; nothing happens where it is there already. */
export function moveTo({ control, state, asker, at }: Situation, to: PhaseId): Result<void, never> {
  if (to === state.phase) return done;
  const by = asker.participant ?? linkHolder;
  control.doc.transact(() => {
    set(control, "phase", to);
    set(control, "phaseSince", at);
    set(control, "lastMove", { by, from: state.phase });
    noteMove(control, state, to, at);
    clearReady(control, at);
    setTurn(control, undefined);
    closePulses(control);
    openPulse(control, to);
  });
  return done;
}

function decideRename(
  { control, state, asker }: Situation,
  { title, name }: z.output<typeof rename>,
): Result<void, RequestRefusal> {
  if (title === undefined && name === undefined) return refuse({ code: "nothing-to-rename" });
  if (name === "") return refuse({ code: "name-empty" });
  if (name !== undefined) {
    if (!asker.participant) return refuse({ code: "no-participant" });
    if (!state.roster[asker.participant]) return refuse({ code: "participant-gone" });
  }
  control.doc.transact(() => {
    if (title !== undefined) set(control, "title", title);
    if (name !== undefined && asker.participant)
      setParticipant(control, asker.participant, { name });
  });
  return done;
}
