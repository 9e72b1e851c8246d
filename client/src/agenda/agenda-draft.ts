// An agenda that is being changed and not kept yet: what was typed, what it comes to, and the request that keeps it.
import {
  maxOfferMinutes,
  maxPhaseMinutes,
  meetingLengths,
  skippablePhaseIds,
  suggestedMinutes,
  timedPhaseIds,
  type MeetingMinutes,
  type Plan,
  type RequestOf,
  type TimedPhaseId,
} from "@secondstory/shared";

/** What stands in the fields. */
export interface AgendaDraft {
  readonly minutes: Readonly<Record<TimedPhaseId, string>>;
  readonly skipped: Plan["skipped"];
  readonly offer: string;
  /** The length that was chosen here; every phase has its minutes, unless something else was typed since. */
  readonly length: MeetingMinutes | undefined;
  /** The end follows what is still planned. */
  readonly movesEnd: boolean;
}

/** The agenda as it stands. */
export const draftOf = ({ minutes, skipped, offerMinutes }: Plan): AgendaDraft => ({
  minutes: typed((id) => minutes[id]),
  skipped,
  offer: String(offerMinutes),
  length: undefined,
  movesEnd: false,
});

/** The draft with what a length suggests for every phase. */
export const withLength = (draft: AgendaDraft, length: MeetingMinutes): AgendaDraft => ({
  ...draft,
  length,
  movesEnd: false,
  minutes: typed((id) => suggestedMinutes(id, length)),
});

/** The length whose minutes these are; undefined where something else was chosen. */
export const lengthOf = ({ minutes }: AgendaDraft): MeetingMinutes | undefined =>
  meetingLengths.find((length) =>
    timedPhaseIds.every((id) => readMinutes(minutes[id]) === suggestedMinutes(id, length)),
  );

/** The plan that a draft comes to; fields that cannot be read keep what stands. */
export function plannedBy(draft: AgendaDraft, plan: Plan): Plan {
  const read = timedPhaseIds.flatMap((id) => {
    const minutes = readMinutes(draft.minutes[id]);
    return minutes === undefined ? [] : [[id, minutes]];
  });
  return {
    ...plan,
    minutes: { ...plan.minutes, ...Object.fromEntries(read) },
    skipped: draft.skipped,
  };
}

/** The fields that cannot be read. */
export function problemsOf({ minutes, offer }: AgendaDraft): readonly (TimedPhaseId | "offer")[] {
  return [
    ...timedPhaseIds.filter((id) => readMinutes(minutes[id]) === undefined),
    ...(readMinutes(offer, maxOfferMinutes) === undefined ? (["offer"] as const) : []),
  ];
}

/** What is to be asked so that the agenda says this; only what differs, so that another's change stays. */
export function requestOf(draft: AgendaDraft, plan: Plan): RequestOf<"setAgenda"> {
  const { length, skipped, movesEnd } = draft;
  const before = length ? withLength(draft, length) : draftOf(plan);
  const minutes = timedPhaseIds.flatMap((id) => {
    const now = readMinutes(draft.minutes[id]);
    return now === undefined || now === readMinutes(before.minutes[id]) ? [] : [[id, now]];
  });
  const offerMinutes = readMinutes(draft.offer, maxOfferMinutes);
  return {
    type: "setAgenda",
    ...(length && { length }),
    ...(minutes.length > 0 && { minutes: Object.fromEntries(minutes) }),
    ...(skipped.join() !== plan.skipped.join() && {
      skipped: skippablePhaseIds.filter((id) => skipped.includes(id)),
    }),
    ...(offerMinutes !== plan.offerMinutes && { offerMinutes }),
    ...(movesEnd && { moveEnd: true }),
  };
}

/** Whether there is anything to keep. */
export const isChanged = (draft: AgendaDraft, plan: Plan): boolean =>
  Object.keys(requestOf(draft, plan)).length > 1;

/** Whole minutes from 1 on; undefined for any other text. */
function readMinutes(text: string, max = maxPhaseMinutes): number | undefined {
  const minutes = Number(text.trim() || NaN);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= max ? minutes : undefined;
}

const typed = (minutesOf: (id: TimedPhaseId) => number) =>
  Object.fromEntries(timedPhaseIds.map((id) => [id, String(minutesOf(id))])) as Record<
    TimedPhaseId,
    string
  >; // every phase is among the entries
