// The minutes of the agenda: how long each phase may take, which ones are left out, when the meeting is to end, and how what
// is left over goes on. The list of phases itself stays `agenda` of the meeting, so that an older client still reads it.
//
//   not begun ──(the meeting leaves Prepare)──▶ running ──finishLater──▶ the rest by a day ──dropRest──▶ running
//                                                  └──meetAgain──▶ a second date ──goOn──▶ running, with an end of its own
import { isEpochMs } from "../epoch.ts";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import type { MeetingMinutes } from "../phases/phase.ts";
import { phaseIds, phases, readPhaseId, type PhaseId } from "../phases/index.ts";
import type { Control } from "./control.ts";

/** What a meeting of so many minutes gives to a phase; Prepare lies before it and takes none. */
export const suggestedMinutes = (phase: PhaseId, length: MeetingMinutes): number =>
  (phases.find(({ id }) => id === phase)?.suggestedMs[length] ?? 0) / minuteMs;

/** The lengths of a meeting that can be chosen, in minutes. */
export const meetingLengths = [30, 60, 90] as const satisfies readonly MeetingMinutes[];

/** The phases that take time of the meeting. */
export type TimedPhaseId = Exclude<PhaseId, "prepare">;

/** The phases that take time of the meeting, in default order. */
export const timedPhaseIds: readonly TimedPhaseId[] = phaseIds.filter((id) => id !== "prepare");

/** The phases that can be left out: the meeting is prepared in any case, and everybody is heard once more at its end. */
export type SkippablePhaseId = Exclude<TimedPhaseId, "check-out">;

/** The phases that can be left out. */
export const skippablePhaseIds: readonly SkippablePhaseId[] = timedPhaseIds.filter(
  (id) => id !== "check-out",
);

/** The longest that a phase may be given: a morning. */
export const maxPhaseMinutes = 240;

/** How long before its end the meeting is offered ways to end, unless its agenda says otherwise. */
export const usualOfferMinutes = 10;

/** The earliest that it can be offered: a whole hour before. */
export const maxOfferMinutes = 60;

const minuteMs = 60_000;

/** The meeting as it runs against its agenda. Moments are epoch milliseconds by the server's clock. */
export interface Run {
  /** When the meeting first left Prepare. */
  readonly startedAt: number;
  /** When it is to end. */
  readonly endsAt: number;
  /** Since when the phase that the meeting is at takes its time. */
  readonly since: number;
  /** What each phase had taken when the meeting left it last, in milliseconds. */
  readonly spentMs: Readonly<Partial<Record<PhaseId, number>>>;
}

/** A part that stays open until a day, and who finishes it. */
export interface OpenPart {
  readonly phase: PhaseId;
  /** A name, or null while nobody has taken it. */
  readonly owner: string | null;
}

/** How what the meeting did not get to goes on. */
export type Rest =
  | {
      readonly kind: "by-day";
      /** A day as `2026-11-26`: the end of it, wherever one is. */
      readonly due: string;
      readonly parts: readonly OpenPart[];
      readonly by: ParticipantId;
      readonly at: number;
    }
  | {
      readonly kind: "second-date";
      /** Where the group goes on. */
      readonly phase: PhaseId;
      readonly by: ParticipantId;
      readonly at: number;
    };

/** What the agenda says beside its list of phases. */
export interface Plan {
  readonly minutes: Readonly<Record<PhaseId, number>>;
  readonly skipped: readonly PhaseId[];
  /** So many minutes before its end, whoever leads is offered ways to end. */
  readonly offerMinutes: number;
  /** Undefined until the meeting has left Prepare. */
  readonly run: Run | undefined;
  readonly rest: Rest | undefined;
}

/** Reads the plan of a control document; what cannot be read takes what an hour suggests. Plain code: every page carries it. */
export function readPlan({ plan }: Pick<Control, "plan">): Plan {
  const minutes = partsOf(plan.get("minutes"));
  const skipped: unknown = plan.get("skipped");
  const offer = plan.get("offerMinutes");
  return {
    minutes: byPhase((id) =>
      isCount(minutes[id], maxPhaseMinutes) ? minutes[id] : suggestedMinutes(id, 60),
    ) as Record<PhaseId, number>, // every phase has some
    skipped: skippablePhaseIds.filter((id) => Array.isArray(skipped) && skipped.includes(id)),
    offerMinutes: isCount(offer, maxOfferMinutes) ? offer : usualOfferMinutes,
    run: readRun(plan.get("run")),
    rest: readRest(plan.get("rest")),
  };
}

function readRun(stored: unknown): Run | undefined {
  const { startedAt, endsAt, since, spentMs } = partsOf(stored);
  if (!isEpochMs(startedAt) || !isEpochMs(endsAt) || !isEpochMs(since)) return undefined;
  const spent = partsOf(spentMs);
  return {
    startedAt,
    endsAt,
    since,
    spentMs: byPhase((id) => (isEpochMs(spent[id]) ? spent[id] : undefined)),
  };
}

function readRest(stored: unknown): Rest | undefined {
  const { kind, due, parts, phase: where, by: who, at } = partsOf(stored);
  const by = readParticipantId(who);
  const phase = readPhaseId(where);
  if (!by || !isEpochMs(at)) return undefined;
  if (kind === "second-date" && phase) return { kind, phase, by, at };
  if (kind !== "by-day" || !isDay(due) || !Array.isArray(parts)) return undefined;
  const open = parts.flatMap((part): OpenPart[] => {
    const { phase: id, owner } = partsOf(part);
    const phase = readPhaseId(id);
    return phase ? [{ phase, owner: typeof owner === "string" ? owner : null }] : [];
  });
  return { kind, due, parts: open, by, at };
}

/** What lies in a stored value, whatever it is. */
const partsOf = (stored: unknown) => Object(stored) as Readonly<Record<string, unknown>>;

const isCount = (stored: unknown, max: number): stored is number =>
  Number.isInteger(stored) && Number(stored) >= 1 && Number(stored) <= max;

const isDay = (stored: unknown): stored is string =>
  typeof stored === "string" && /^\d{4}-\d\d-\d\d$/.test(stored);

const byPhase = (read: (id: PhaseId) => number | undefined): Partial<Record<PhaseId, number>> =>
  Object.fromEntries(
    phaseIds.flatMap((id) => {
      const value = read(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
