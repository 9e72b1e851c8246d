// All phases of a meeting, in default order. A meeting's own agenda lies in its control document.
import { actionsPhase } from "./actions.ts";
import { checkIn } from "./check-in.ts";
import { checkOut } from "./check-out.ts";
import { lessons } from "./lessons.ts";
import { prepare } from "./prepare.ts";
import { summary } from "./summary.ts";
import { timelinePhase } from "./timeline.ts";

export const phases = [
  prepare,
  checkIn,
  timelinePhase,
  summary,
  lessons,
  actionsPhase,
  checkOut,
] as const;

export type PhaseId = (typeof phases)[number]["id"];

export const phaseIds: readonly PhaseId[] = phases.map((phase) => phase.id);

/** A phase's id, or undefined for text that names none. */
export const readPhaseId = (text: unknown): PhaseId | undefined =>
  phaseIds.find((id) => id === text);
