// A control doc as immutable data, kept up to date: whatever did not change keeps its identity. What cannot be read takes
// its default, so that a client never crashes over a newer server.
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readCardId, readParticipantId } from "../ids.ts";
import { compareText } from "../order.ts";
import { phaseIds } from "../phases/index.ts";
import { languages } from "../words/languages.ts";
import { readAsks } from "./asks.ts";
import type { Control, ControlState } from "./control.ts";
import { readDoor } from "./door.ts";
import { readLead } from "./lead.ts";
import { readRoster } from "./people.ts";
import { readVote } from "./votes.ts";
import { readWriting } from "./writing.ts";
import { readFocus } from "./spotlight.ts";
import { readPlan } from "./plan.ts";
import { readPulses } from "./pulse.ts";
import { readSideBySide } from "./ready.ts";

const timerSchema = z.object({
  lengthMs: z.number(),
  endsAt: z.number(),
  pausedAt: z.optional(z.nullable(z.number())),
  lateSince: z.optional(z.nullable(z.number())),
});

const meetingSchema = z.object({
  schemaVersion: z.catch(z.number(), 0),
  title: z.catch(z.string(), ""),
  language: z.catch(z.enum(languages), "en"),
  phase: z.catch(z.enum(phaseIds), "prepare"),
  phaseSince: z.catch(z.number(), 0),
  lastMove: z.catch(z.optional(z.object({ by: z.string(), from: z.enum(phaseIds) })), undefined),
  agenda: z.catch(z.array(z.enum(phaseIds)), [...phaseIds]),
  timer: z.catch(z.optional(z.nullable(timerSchema)), undefined),
  seal: z.catch(z.optional(z.nullable(z.object({ at: z.number(), by: z.string() }))), undefined),
  erasures: z.catch(z.number(), 0),
  createdAt: z.catch(z.number(), 0),
  admitsSignedIn: z.catch(z.boolean(), false),
});

/** Reads a whole control document at once. */
export function readControl(control: Control): ControlState {
  const { lastMove, seal, timer, ...meeting } = meetingSchema.parse(
    Object.fromEntries(control.meeting.entries()),
  );
  const mover = readParticipantId(lastMove?.by);
  const sealer = readParticipantId(seal?.by);
  const roster = readRoster(control);
  return {
    ...meeting,
    lastMove: lastMove && mover ? { by: mover, from: lastMove.from } : undefined,
    timer:
      timer && isEpochMs(timer.endsAt)
        ? { ...timer, pausedAt: moment(timer.pausedAt), lateSince: moment(timer.lateSince) }
        : undefined,
    seal: seal && sealer ? { at: seal.at, by: sealer } : undefined,
    plan: readPlan(control),
    roster,
    asks: readAsks(control),
    vote: readVote(control),
    ...readFocus(control, roster),
    ...readSideBySide(control),
    pulses: readPulses(control),
    lead: readLead(control),
    door: readDoor(control),
    writing: readWriting(control),
    erased: [...control.erased.keys()]
      .flatMap((key) => readCardId(key) ?? [])
      .toSorted(compareText),
  };
}

const moment = (stored: unknown): number | undefined => (isEpochMs(stored) ? stored : undefined);

/** A live control document as data, with a subscription that fits React's external stores. */
export interface ControlView {
  readonly getState: () => ControlState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly destroy: () => void;
}

/** Follows a control document. Subscribers hear of a change after the transaction that made it. */
export function createControlView(control: Control): ControlView {
  let state = readControl(control);
  const listeners = new Set<() => void>();
  const onChange = () => {
    const next = keepIdentities(readControl(control), state);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const { doc: _doc, ...roots } = control;
  for (const root of Object.values(roots)) root.observe(onChange);
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      listeners.clear();
      for (const root of Object.values(roots)) root.unobserve(onChange);
    },
  };
}

/** The new value, with every part that says the same replaced by the old one. Values are small and plain. */
function keepIdentities<Value>(next: Value, last: Value): Value {
  if (Object.is(next, last) || JSON.stringify(next) === JSON.stringify(last)) return last;
  if (!isRecord(next) || !isRecord(last)) return next;
  return Object.fromEntries(
    Object.entries(next).map(([key, value]) => [key, keepIdentities(value, last[key])]),
  ) as Value; // the same keys with the same or equal values
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
