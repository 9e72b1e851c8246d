import type { PhaseId } from "../phases/index.ts";
import type { ControlState } from "./control.ts";

/** The phase that comes next, or the one before; phases that are left out are passed over. Undefined at the ends. */
export function neighbourPhase(
  { phase, agenda, plan }: Pick<ControlState, "phase" | "agenda" | "plan">,
  by: 1 | -1,
): PhaseId | undefined {
  for (let at = agenda.indexOf(phase) + by; at >= 0 && at < agenda.length; at += by) {
    const next = agenda[at];
    if (next && !plan.skipped.includes(next)) return next;
  }
  return undefined;
}
