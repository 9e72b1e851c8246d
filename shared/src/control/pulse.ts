// The pulse: one question with five positions, asked when people arrive and again when they leave. Answers lie in private
// documents; here stands only that it is open, and once it is closed how many chose which, if enough did.
//
//   (not asked) ──▶ open ──closePulse, the meeting moves on, the seal──▶ closed ──(the server has counted)──▶ shown
//                    ▲                                                                                   └──▶ too few
//                    └───────────────────────────────openPulse, coming back────────────────────────────────────┘
//
// What was shown is never counted again: two counts of almost the same people would tell who said what.
import { phases, type PhaseId } from "../phases/index.ts";
import { pulsePositions, type PulsePosition } from "../private/pulse.ts";
import type { Control } from "./control.ts";

/** With fewer answers than this nothing is shown: it would tell who said what. The texts say “four”. */
const leastPulseAnswers = 4;

/** How many chose each position, from very heavy to very light. */
export type PulseCounts = readonly number[];

/** The pulse of one phase. */
export type Pulse =
  | { readonly state: "open" }
  /** Nobody answers any more; the server is counting. */
  | { readonly state: "closed" }
  | { readonly state: "shown"; readonly counts: PulseCounts }
  | { readonly state: "too-few" };

/** The phases that ask for the pulse, in their usual order. */
export const pulsePhases: readonly PhaseId[] = phases
  .filter(({ hasPulse }) => hasPulse)
  .map(({ id }) => id);

/** The pulses of a meeting, by phase; a phase that has not asked yet has none. */
export type Pulses = Readonly<Partial<Record<PhaseId, Pulse>>>;

/** Reads the pulses; one that cannot be read has not been asked. */
export function readPulses({ pulses }: Control): Pulses {
  const read: Partial<Record<PhaseId, Pulse>> = {};
  for (const phase of pulsePhases) {
    const pulse = readPulse(pulses.get(phase));
    if (pulse) read[phase] = pulse;
  }
  return read;
}

/** By hand: what reads a control document is in everybody's first paint, and these few lines are less than a schema. */
function readPulse(value: unknown): Pulse | undefined {
  if (typeof value !== "object" || value === null || !("state" in value)) return undefined;
  const { state } = value;
  if (state === "open" || state === "closed" || state === "too-few") return { state };
  const counts: unknown = state === "shown" && "counts" in value ? value.counts : undefined;
  const areCounts = Array.isArray(counts) && counts.length === pulsePositions.length;
  return areCounts && counts.every(isCount) ? { state: "shown", counts } : undefined;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/** Asks, unless it is open or was shown already. One that came to too few answers is asked again. */
export function openPulse(control: Control, phase: PhaseId): void {
  if (!pulsePhases.includes(phase)) return;
  const now = readPulses(control)[phase]?.state;
  if (now === undefined || now === "too-few") put(control, phase, { state: "open" });
}

/** Asks no longer. Nothing happens to one that is not open. */
export function closePulse(control: Control, phase: PhaseId): void {
  if (readPulses(control)[phase]?.state === "open") put(control, phase, { state: "closed" });
}

/** Closes whatever is open. */
export function closePulses(control: Control): void {
  for (const phase of pulsePhases) closePulse(control, phase);
}

/** Publishes what was counted; nothing happens to one that is not waiting for it, so it is published once. */
export function publishPulse(
  control: Control,
  phase: PhaseId,
  answers: readonly PulsePosition[],
): void {
  if (readPulses(control)[phase]?.state !== "closed") return;
  const counts = pulsePositions.map((position) => answers.filter((one) => one === position).length);
  put(
    control,
    phase,
    answers.length >= leastPulseAnswers ? { state: "shown", counts } : { state: "too-few" },
  );
}

/** One value under one key, so that it changes whole. */
const put = ({ pulses }: Control, phase: PhaseId, pulse: Pulse): void => {
  pulses.set(phase, pulse);
};
