// The meeting's own clock against its agenda: when it began, when it is to end, and what each phase has taken.
import type { PhaseId } from "../phases/index.ts";
import type { Control, ControlState } from "./control.ts";
import type { Plan } from "./plan.ts";
import { readControl } from "./projection.ts";
import { isLeft, plannedMinutes, spentMs, toComeMs } from "./standing.ts";

/**
 * Notes that the meeting moves, in the transaction that moves it: with the first step out of Prepare it begins. A phase that
 * was left out is back on the agenda once the meeting goes there.
 */
export function noteMove(control: Control, state: ControlState, to: PhaseId, at: number): void {
  const { plan, agenda } = state;
  const { run, skipped } = plan;
  setPlan(control, plan, "skipped", without(skipped, to));
  if (run) noteSpent(control, state, at);
  else if (to !== "prepare") {
    const planned = plannedMinutes(plan, agenda.slice(agenda.indexOf(to)));
    const endsAt = at + planned * 60_000;
    setPlan(control, plan, "run", { startedAt: at, endsAt, since: at, spentMs: {} });
  }
}

/** Notes what the phase that the meeting is at has taken so far: what comes counts from here. */
export function noteSpent(control: Control, state: ControlState, at: number): void {
  const { plan, phase } = state;
  const { run } = plan;
  if (!run) return;
  const spent = countsNow(plan, at) ? { [phase]: spentMs(state, phase, at) } : {};
  setPlan(control, plan, "run", { ...run, since: at, spentMs: { ...run.spentMs, ...spent } });
}

/** Gives a meeting that has begun an end anew: as much time as is still planned, from now on. */
export function runAnew(control: Control, at: number): void {
  const state = readControl(control);
  const { plan } = state;
  if (!plan.run) return;
  const run = { ...plan.run, startedAt: at, since: at };
  const endsAt = at + toComeMs({ ...state, plan: { ...plan, run } }, at);
  setPlan(control, plan, "run", { ...run, endsAt });
}

/** Sets a value of the plan, unless it says that already: a document grows by every write. */
export function setPlan<Key extends keyof Plan>(
  control: Control,
  before: Plan,
  key: Key,
  value: Plan[Key],
): void {
  if (JSON.stringify(before[key]) !== JSON.stringify(value)) control.plan.set(key, value ?? null);
}

/** Between two dates, and once a meeting was left, no phase takes time. */
const countsNow = ({ run, rest }: Plan, at: number): boolean =>
  rest?.kind !== "second-date" && run !== undefined && !isLeft(run, at);

const without = (phases: readonly PhaseId[], phase: PhaseId): readonly PhaseId[] =>
  phases.includes(phase) ? phases.filter((id) => id !== phase) : phases;
