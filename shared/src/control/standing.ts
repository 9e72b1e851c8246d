// How the meeting is doing against its agenda: pure functions of what the control document says and a moment of the server's
// clock. What a phase has taken counts, however often the meeting comes back to it.
import type { PhaseId } from "../phases/index.ts";
import type { ControlState } from "./control.ts";
import { maxPhaseMinutes, type Plan, type Run } from "./plan.ts";

type Meeting = Pick<ControlState, "phase" | "agenda" | "plan" | "seal">;

const minuteMs = 60_000;

/** So long after its end a meeting that nobody ended counts as left, and nobody is told how late it is. */
const leftAfterMs = 3 * 60 * minuteMs;

/** Whether nobody has ended a meeting that must be over by now. */
export const isLeft = ({ endsAt }: Run, at: number): boolean => at > endsAt + leftAfterMs;

/** What check-out keeps, however little time there is. */
const checkOutMinutes = 2;

/** What the phases take together, in minutes; those that are left out take nothing. */
export const plannedMinutes = ({ minutes, skipped }: Plan, of: readonly PhaseId[]): number =>
  of.reduce((sum, phase) => sum + (skipped.includes(phase) ? 0 : minutes[phase]), 0);

/** The phase the meeting is at and those that come after it, without what is left out. */
export function phasesToCome({ phase, agenda, plan }: Omit<Meeting, "seal">): readonly PhaseId[] {
  return agenda
    .slice(Math.max(0, agenda.indexOf(phase)))
    .filter((id) => !plan.skipped.includes(id));
}

/** What a phase has taken so far, in milliseconds. */
export function spentMs({ phase, plan }: Pick<Meeting, "phase" | "plan">, of: PhaseId, at: number) {
  const { run } = plan;
  if (!run) return 0;
  return (run.spentMs[of] ?? 0) + (of === phase ? Math.max(0, at - run.since) : 0);
}

/** What the rest of the meeting takes if every phase keeps to its minutes, in milliseconds. */
export function toComeMs(meeting: Omit<Meeting, "seal">, at: number): number {
  return phasesToCome(meeting).reduce((sum, phase) => sum + leftMs(meeting, phase, at), 0);
}

const leftMs = (meeting: Omit<Meeting, "seal">, phase: PhaseId, at: number): number =>
  Math.max(0, meeting.plan.minutes[phase] * minuteMs - spentMs(meeting, phase, at));

/** How a meeting is doing. */
export interface Standing {
  readonly endsAt: number;
  /** By how much it would end too late if every phase keeps to its minutes; below zero, too early. In milliseconds. */
  readonly lateMs: number;
}

/**
 * How the meeting is doing against its agenda; undefined before it has begun, after it was ended or left, and when its rest
 * goes on another time.
 */
export function standing(meeting: Meeting, at: number): Standing | undefined {
  const { run, rest } = meeting.plan;
  if (!run || rest || meeting.seal || isLeft(run, at)) return undefined;
  return { endsAt: run.endsAt, lateMs: at + toComeMs(meeting, at) - run.endsAt };
}

/** Whether whoever leads is offered ways to end: the end is near, and the meeting is not at its check-out yet. */
export function isEndNear(meeting: Meeting, at: number): boolean {
  const now = standing(meeting, at);
  return (
    now !== undefined &&
    meeting.phase !== "check-out" &&
    at >= now.endsAt - meeting.plan.offerMinutes * minuteMs
  );
}

/** A phase and how many minutes it has from now on. */
export interface Share {
  readonly phase: PhaseId;
  readonly minutes: number;
}

/**
 * What is left until the end, divided anew: two minutes for check-out, the rest in proportion to what each phase would still
 * take, a whole minute at least. Undefined where there is nothing to divide, or not a minute for each.
 */
export function dividedRest(meeting: Meeting, at: number): readonly Share[] | undefined {
  const now = standing(meeting, at);
  const sharing = phasesToCome(meeting).filter((phase) => phase !== "check-out");
  if (!now || sharing.length === 0 || sharing.includes("prepare")) return undefined;
  const free = Math.round((now.endsAt - at) / minuteMs) - checkOutMinutes - sharing.length;
  if (free < 0) return undefined;
  const weights = sharing.map((phase) => Math.max(minuteMs, leftMs(meeting, phase, at)));
  const extra = divided(free, weights);
  return [
    ...sharing.map((phase, index) => ({ phase, minutes: 1 + (extra[index] ?? 0) })),
    { phase: "check-out", minutes: checkOutMinutes },
  ];
}

/** The minutes to plan for each phase so that from now on it has its share. */
export function minutesOfShares(
  meeting: Pick<Meeting, "phase" | "plan">,
  shares: readonly Share[],
  at: number,
): Partial<Record<PhaseId, number>> {
  return Object.fromEntries(
    shares.map(({ phase, minutes }) => [
      phase,
      Math.min(maxPhaseMinutes, minutes + Math.round(spentMs(meeting, phase, at) / minuteMs)),
    ]),
  );
}

/** A whole number in parts by weight, by the largest remainders; of equal ones the earlier comes first. */
function divided(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const open = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, open)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
