// The shared timer: a deadline by the server's clock. Whoever shows it subtracts the server's time, so a client whose own
// clock is wrong shows the same rest as everybody else.
//
//   none ──start──▶ running ⇄ paused ──stop──▶ none
//                     └─(the deadline passes)──▶ over, and counts on: nothing rings, nothing stops

import type { PhaseId } from "../phases/index.ts";
import type { ControlState } from "./control.ts";
import type { Plan } from "./plan.ts";

/** A timer as the control document keeps it. Moments are epoch milliseconds by the server's clock. */
export interface Timer {
  /** How long it was set to take, with every minute that was added. */
  readonly lengthMs: number;
  /** When it ends. While it is paused: when it would have ended, had it not been paused at `pausedAt`. */
  readonly endsAt: number;
  readonly pausedAt: number | undefined;
  /** Since when the meeting is late: the deadline that passed before minutes were added. */
  readonly lateSince: number | undefined;
}

/** What a minute more adds. */
const minuteMs = 60_000;

/** What a timer takes in a phase that suggests nothing. */
const usualMs = 5 * minuteMs;

/** How long a phase takes by the agenda, in milliseconds. */
export const suggestedTimerMs = ({ minutes }: Plan, phase: PhaseId): number =>
  minutes[phase] * minuteMs || usualMs;

/** The timer after a press on start: so many minutes from now on; without a number the paused one, or what the agenda gives. */
export function timerStartedOn(
  { plan, phase, timer }: Pick<ControlState, "plan" | "phase" | "timer">,
  minutes: number | undefined,
  at: number,
): Timer {
  if (timer && minutes === undefined) return resumedTimer(timer, at);
  const lengthMs =
    minutes === undefined ? suggestedTimerMs(plan, phase) : Math.round(minutes * minuteMs);
  return { lengthMs, endsAt: at + lengthMs, pausedAt: undefined, lateSince: undefined };
}

/** The timer held; one that is held already stays as it is. */
export const pausedTimer = (timer: Timer, at: number): Timer =>
  timer.pausedAt === undefined ? { ...timer, pausedAt: at } : timer;

/** The timer going on with what was left of it; one that runs stays as it is. */
const resumedTimer = (timer: Timer, at: number): Timer =>
  timer.pausedAt === undefined
    ? timer
    : { ...timer, endsAt: timer.endsAt + at - timer.pausedAt, pausedAt: undefined };

/** The timer with one minute more: on top of what is left, or from now on when nothing is left. */
export function extendedTimer(timer: Timer, at: number): Timer {
  const lateMs = Math.max(0, -timerLeftMs(timer, at));
  return {
    ...timer,
    lengthMs: timer.lengthMs + lateMs + minuteMs,
    endsAt: timer.endsAt + lateMs + minuteMs,
    lateSince: lateSince(timer, at),
  };
}

/** What is left at a moment of the server's clock, in milliseconds; below zero it is over by so much. */
export const timerLeftMs = ({ endsAt, pausedAt }: Timer, at: number): number =>
  endsAt - (pausedAt ?? at);

/** How much of its length is used, 0 to 1. */
export function timerUsed(timer: Timer, at: number): number {
  if (timer.lengthMs <= 0) return 1;
  return Math.min(1, Math.max(0, 1 - timerLeftMs(timer, at) / timer.lengthMs));
}

/** Since when the meeting is late, by the server's clock; undefined while it is in time. */
export const lateSince = (timer: Timer, at: number): number | undefined =>
  timer.lateSince ?? (timerLeftMs(timer, at) < 0 ? timer.endsAt : undefined);
