// Shapes that several routes take or give, for validation and for the OpenAPI document.
import {
  hideableSections,
  languages,
  lessonSections,
  phaseIds,
  roles,
  type ControlState,
  type Plan,
} from "@secondstory/shared";
import { z } from "zod";

/** The board in a path. Any text: one that cannot be an id is a board that is not there. */
export const boardParams = z.object({ id: z.string() });

/** What every refused call answers. */
export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The refusals that any call on a board may meet. */
export const refusals = {
  400: errorAnswer,
  401: errorAnswer,
  403: errorAnswer,
  404: errorAnswer,
  409: errorAnswer,
  429: errorAnswer,
} as const;

/** One text for each role. */
export const byRole = z.object({
  facilitator: z.string(),
  participant: z.string(),
  observer: z.string(),
});

const phase = z.enum(phaseIds);

/** The agenda beside its list of phases: minutes, what is left out, when the meeting is to end, how its rest goes on. */
const plan = z.object({
  minutes: z.record(phase, z.number()),
  skipped: z.array(phase).readonly(),
  offerMinutes: z.number(),
  run: z
    .object({
      startedAt: z.number(),
      endsAt: z.number(),
      since: z.number(),
      spentMs: z.partialRecord(phase, z.number()),
    })
    .optional(),
  rest: z
    .discriminatedUnion("kind", [
      z.object({
        kind: z.literal("by-day"),
        due: z.string(),
        parts: z.array(z.object({ phase, owner: z.string().nullable() })).readonly(),
        by: z.string(),
        at: z.number(),
      }),
      z.object({ kind: z.literal("second-date"), phase, by: z.string(), at: z.number() }),
    ])
    .optional(),
} satisfies Record<keyof Plan, z.ZodType>);
/** Participants' ids, and since when. */
const peopleSince = z.record(z.string(), z.number());

/** What steers the meeting, as the control document says it. Every key of it, so that none is forgotten here. */
export const controlAnswer = z.object({
  schemaVersion: z.number(),
  title: z.string(),
  language: z.enum(languages),
  phase,
  phaseSince: z.number(),
  lastMove: z.object({ by: z.string(), from: phase }).optional(),
  agenda: z.array(phase).readonly(),
  plan,
  roster: z.record(
    z.string(),
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(roles),
      joinOrder: z.number(),
      joinedAt: z.number(),
      renamedAt: z.number().optional(),
    }),
  ),
  timer: z
    .object({
      lengthMs: z.number(),
      endsAt: z.number(),
      pausedAt: z.number().optional(),
      lateSince: z.number().optional(),
    })
    .optional(),
  vote: z
    .object({
      round: z.number(),
      budget: z.number(),
      sections: z.array(z.enum(lessonSections)).readonly(),
      openedAt: z.number(),
      /** Undefined while it is open. */
      closedAt: z.number().optional(),
      turnout: z.object({ voted: z.number(), of: z.number() }),
      result: z
        .array(z.object({ topic: z.string(), card: z.string(), votes: z.number() }))
        .readonly(),
    })
    .optional(),
  asks: z.record(z.string(), z.object({ at: z.number(), declinedAt: z.number().nullable() })),
  spotlight: z.object({ item: z.string(), since: z.number(), by: z.string() }).optional(),
  seen: z.record(z.string(), z.object({ at: z.number(), isSkipped: z.boolean() })),
  walk: z.enum(["all", "starred"]),
  noteTaker: z.string().optional(),
  ready: peopleSince,
  readySince: z.number(),
  hands: peopleSince,
  turn: z.object({ participant: z.string(), since: z.number() }).optional(),
  pulses: z.partialRecord(
    phase,
    z.object({ state: z.string(), counts: z.array(z.number()).readonly().optional() }),
  ),
  lead: z.object({
    letsStepIn: z.boolean(),
    leaderlessAt: z.number().optional(),
    steppedIn: z.object({ by: z.string(), at: z.number() }).optional(),
    gathering: z
      .object({ by: z.string(), at: z.number(), phase, item: z.string().optional() })
      .optional(),
  }),
  door: z.object({
    isOn: z.boolean(),
    knocks: z.record(
      z.string(),
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(roles),
        at: z.number(),
        turnedAwayAt: z.number().nullable(),
      }),
    ),
  }),
  writing: z.partialRecord(
    z.enum(hideableSections),
    z.object({
      round: z.number(),
      isHidden: z.boolean(),
      isNamed: z.boolean(),
      revealedAt: z.number().nullable(),
      notes: z.number(),
      isBeingWritten: z.boolean(),
    }),
  ),
  seal: z.object({ at: z.number(), by: z.string() }).optional(),
  erased: z.array(z.string()).readonly(),
  erasures: z.number(),
  createdAt: z.number(),
  admitsSignedIn: z.boolean(),
} satisfies Record<keyof ControlState, z.ZodType>);
