// What can be asked of the agenda: minutes, phases that are left out, and how what the meeting does not get to goes on.
import { z } from "zod/mini";
import { phaseIds } from "../phases/index.ts";
import { done, refuse, type Result } from "../result.ts";
import { asked, cleaned, phase } from "./asked.ts";
import { cleanName } from "./clean.ts";
import type { Control, ControlState } from "./control.ts";
import { moveTo } from "./move-requests.ts";
import {
  maxOfferMinutes,
  maxPhaseMinutes,
  meetingLengths,
  skippablePhaseIds,
  suggestedMinutes,
  timedPhaseIds,
  type Plan,
  type Rest,
} from "./plan.ts";
import { noteSpent, runAnew, setPlan } from "./run.ts";
import {
  linkHolder,
  type DecisionsOn,
  type RequestRefusal,
  type RolesFor,
  type Situation,
} from "./situation.ts";
import { plannedMinutes, toComeMs } from "./standing.ts";

const minutes = z.int().check(z.gte(1), z.lte(maxPhaseMinutes));

/**
 * Sets what is given and leaves the rest. Leaving a phase out hides nothing and can be taken back. A length gives every phase
 * what it suggests and, once the meeting runs, moves its end; minutes alone leave the end where it is, unless `moveEnd` says
 * that it follows.
 */
const setAgenda = z.object({
  type: z.literal("setAgenda"),
  length: z.optional(z.literal(meetingLengths)),
  minutes: z.optional(z.partialRecord(z.enum(timedPhaseIds), minutes)),
  skipped: z.optional(z.array(z.enum(skippablePhaseIds)).check(z.maxLength(phaseIds.length))),
  offerMinutes: z.optional(z.int().check(z.gte(1), z.lte(maxOfferMinutes))),
  moveEnd: z.optional(z.boolean()),
  ...asked,
});

/** These parts stay open until a day; each with the name of who finishes it, if somebody does already. */
const finishLater = z.object({
  type: z.literal("finishLater"),
  due: z.iso.date(),
  parts: z
    .array(
      z.object({
        phase,
        owner: z.optional(z.nullable(cleaned(cleanName, "is longer than 60 characters"))),
      }),
    )
    .check(z.minLength(1), z.maxLength(phaseIds.length)),
  ...asked,
});

/** The group goes on at a second date, where it stopped: at `phase`, else at the one the meeting is at. */
const meetAgain = z.object({
  type: z.literal("meetAgain"),
  phase: z.optional(phase),
  ...asked,
});

export const agendaShapes = [
  setAgenda,
  finishLater,
  meetAgain,
  /** The meeting goes on where it stopped, with as much time as is still planned. */
  z.object({ type: z.literal("goOn"), ...asked }),
  /** Nothing stays open any more: it is done, or was taken back. */
  z.object({ type: z.literal("dropRest"), ...asked }),
] as const;

export const agendaRoles: RolesFor<typeof agendaShapes> = {
  setAgenda: "facilitator",
  finishLater: "facilitator",
  meetAgain: "facilitator",
  goOn: "facilitator",
  dropRest: "facilitator",
};

export const agendaDecisions: DecisionsOn<typeof agendaShapes> = {
  setAgenda: decideAgenda,
  finishLater: ({ control, state, asker, at }, { due, parts }) => {
    const owners = new Map(parts.map(({ phase, owner }) => [phase, owner || null]));
    return setRest(control, state, {
      kind: "by-day",
      due,
      parts: phaseIds.flatMap((phase) => {
        const owner = owners.get(phase);
        return owner === undefined ? [] : [{ phase, owner }];
      }),
      by: asker.participant ?? linkHolder,
      at,
    });
  },
  meetAgain: ({ control, state, asker, at }, request) => {
    const phase = request.phase ?? state.phase;
    const { rest } = state.plan;
    if (rest?.kind === "second-date" && rest.phase === phase) return done;
    const by = asker.participant ?? linkHolder;
    control.doc.transact(() => {
      noteSpent(control, state, at);
      setRest(control, state, { kind: "second-date", phase, by, at });
    });
    return done;
  },
  goOn: (now) => {
    const { control, state, at } = now;
    const { rest } = state.plan;
    control.doc.transact(() => {
      if (rest?.kind === "second-date") moveTo(now, rest.phase);
      setRest(control, state, undefined);
      runAnew(control, at);
    });
    return done;
  },
  dropRest: ({ control, state, at }) => {
    if (!state.plan.rest) return done;
    control.doc.transact(() => {
      noteSpent(control, state, at);
      setRest(control, state, undefined);
    });
    return done;
  },
};

function decideAgenda(
  { control, state, at }: Situation,
  { length, minutes = {}, skipped, offerMinutes, moveEnd }: z.output<typeof setAgenda>,
): Result<void, RequestRefusal> {
  const { plan, phase } = state;
  if (skipped?.some((id) => id === phase)) return refuse({ code: "meeting-is-there" });
  const usual = length && timedPhaseIds.map((id) => [id, suggestedMinutes(id, length)] as const);
  const next: Plan = {
    ...plan,
    minutes: { ...plan.minutes, ...(usual && Object.fromEntries(usual)), ...minutes },
    skipped: skipped ? skippablePhaseIds.filter((id) => skipped.includes(id)) : plan.skipped,
    offerMinutes: offerMinutes ?? plan.offerMinutes,
  };
  control.doc.transact(() => {
    setPlan(control, plan, "minutes", next.minutes);
    setPlan(control, plan, "skipped", next.skipped);
    setPlan(control, plan, "offerMinutes", next.offerMinutes);
    if (!plan.run) return;
    const endsAt = moveEnd
      ? at + toComeMs({ ...state, plan: next }, at)
      : length
        ? plan.run.startedAt + plannedMinutes(next, state.agenda) * 60_000
        : plan.run.endsAt;
    setPlan(control, plan, "run", { ...plan.run, endsAt });
  });
  return done;
}

/** What is written first stays: the same once more, a moment later, is no news. */
function setRest(
  control: Control,
  { plan }: ControlState,
  rest: Rest | undefined,
): Result<void, never> {
  if (said(rest) !== said(plan.rest)) control.plan.set("rest", rest ?? null);
  return done;
}

const said = (rest: Rest | undefined): string | undefined =>
  rest && JSON.stringify({ ...rest, by: null, at: null });
