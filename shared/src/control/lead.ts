// Who leads when nobody does, and whom everyone is asked to come to. The server alone writes it.
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readCardId, readParticipantId, type CardId, type ParticipantId } from "../ids.ts";
import { phaseIds, type PhaseId } from "../phases/index.ts";
import { done, type Result } from "../result.ts";
import type { Control } from "./control.ts";

/** Somebody asks everyone to a place. */
export interface Gathering {
  readonly by: ParticipantId;
  /** Epoch milliseconds, server clock. */
  readonly at: number;
  readonly phase: PhaseId;
  /** The card they are asked to; it may be gone by now. */
  readonly item: CardId | undefined;
}

/** What is decided about leading. Moments are epoch milliseconds of the server's clock. */
export interface Leading {
  /** Whether a participant may step in while nobody who leads is here. */
  readonly letsStepIn: boolean;
  /** When the server found that nobody who leads had been here for long enough; undefined while somebody leads. */
  readonly leaderlessAt: number | undefined;
  /** Who stepped in last. */
  readonly steppedIn: { readonly by: ParticipantId; readonly at: number } | undefined;
  /** The last time somebody asked everyone to come. */
  readonly gathering: Gathering | undefined;
}

/** Refused: somebody leads, or nobody may step in on this board. */
export type StepInRefusal = { readonly code: "somebody-leads" } | { readonly code: "no-step-in" };

const moment = z.number().check(z.refine(isEpochMs));
const stored = z.object({
  letsStepIn: z.catch(z.boolean(), true),
  leaderlessAt: z.catch(z.nullable(moment), null),
  steppedIn: z.catch(z.nullable(z.object({ by: z.string(), at: moment })), null),
  gathering: z.catch(
    z.nullable(
      z.object({
        by: z.string(),
        at: moment,
        phase: z.enum(phaseIds),
        item: z.catch(z.nullable(z.string()), null),
      }),
    ),
    null,
  ),
});

/** Reads what is decided about leading. What cannot be read takes its default. */
export function readLead({ lead }: Control): Leading {
  const { steppedIn, gathering, ...read } = stored.parse(Object.fromEntries(lead.entries()));
  const stepper = readParticipantId(steppedIn?.by);
  const caller = readParticipantId(gathering?.by);
  return {
    letsStepIn: read.letsStepIn,
    leaderlessAt: read.leaderlessAt ?? undefined,
    steppedIn: steppedIn && stepper ? { by: stepper, at: steppedIn.at } : undefined,
    gathering:
      gathering && caller
        ? { ...gathering, by: caller, item: readCardId(gathering.item) }
        : undefined,
  };
}

/** Changes what is decided about leading; a value that is there already is not written again. */
export function setLead(
  { lead, doc }: Control,
  change: Readonly<Record<string, unknown>>,
): Result<void, never> {
  doc.transact(() => {
    for (const [key, value] of Object.entries(change))
      if (lead.get(key) !== value) lead.set(key, value);
  });
  return done;
}

/** Notes that nobody who leads is here, or that somebody is again. */
export function noteLeaderless(
  control: Control,
  isLeaderless: boolean,
  at: number,
): Result<void, never> {
  const { leaderlessAt } = readLead(control);
  if (isLeaderless === (leaderlessAt !== undefined)) return done;
  return setLead(control, { leaderlessAt: isLeaderless ? at : null });
}
