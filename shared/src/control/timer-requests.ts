// What can be asked of the shared timer; timer.ts says what it is.
import { z } from "zod/mini";
import { done, refuse, type Result } from "../result.ts";
import { asked, phase } from "./asked.ts";
import type { Control } from "./control.ts";
import {
  set,
  type DecisionsOn,
  type RequestRefusal,
  type RolesFor,
  type Situation,
} from "./situation.ts";
import { extendedTimer, pausedTimer, timerStartedOn, type Timer } from "./timer.ts";

/** The longest a timer may be set to, in minutes: a whole working day. */
const maxTimerMinutes = 480;

/** What the requests of the timer carry: `from` may also be the deadline the sender saw, null where there was none. */
const askedOfTimer = {
  ...asked,
  from: z.optional(z.union([phase, z.nullable(z.number())])),
};

export const timerShapes = [
  /**
   * Starts a timer of so many minutes, in place of another. Without minutes a paused one goes on, and where there is none
   * one starts with the length that the agenda gives the phase.
   */
  z.object({
    type: z.literal("startTimer"),
    minutes: z.optional(z.number().check(z.positive(), z.lte(maxTimerMinutes))),
    ...askedOfTimer,
  }),
  z.object({ type: z.literal("pauseTimer"), ...askedOfTimer }),
  /** One minute more. Two who ask at once, each without `from`, give two. */
  z.object({ type: z.literal("extendTimer"), ...askedOfTimer }),
  z.object({ type: z.literal("stopTimer"), ...askedOfTimer }),
] as const;

export const timerRoles: RolesFor<typeof timerShapes> = {
  startTimer: "facilitator",
  pauseTimer: "facilitator",
  extendTimer: "facilitator",
  stopTimer: "facilitator",
};

export const timerDecisions: DecisionsOn<typeof timerShapes> = {
  startTimer: ({ control, state, at }, { minutes }) =>
    setTimer(control, timerStartedOn(state, minutes, at), state.timer),
  pauseTimer: (now) => changeTimer(now, pausedTimer),
  extendTimer: (now) => changeTimer(now, extendedTimer),
  stopTimer: ({ control, state }) => setTimer(control, undefined, state.timer),
};

function changeTimer(
  { control, state, at }: Situation,
  change: (timer: Timer, at: number) => Timer,
): Result<void, RequestRefusal> {
  if (!state.timer) return refuse({ code: "no-timer" });
  return setTimer(control, change(state.timer, at), state.timer);
}

/** Sets the timer. One value under one key, so that a timer changes whole. */
export function setTimer(control: Control, timer: Timer | undefined, before: Timer | undefined) {
  return timer === before ? done : set(control, "timer", timer ?? null);
}
