// The events of an incident, in the order of time.
import { z } from "zod/mini";
import { maxEpochMs } from "../epoch.ts";
import { defineSection } from "./section.ts";

/** What kind of event it is. The names are those of the HTTP contract. */
export const eventKinds = [
  "background",
  "change",
  "impact_start",
  "alert",
  "detected",
  "acknowledged",
  "escalated",
  "observation",
  "hypothesis",
  "decision",
  "action",
  "communication",
  "mitigated",
  "impact_end",
  "resolved",
  "followup",
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Kinds that are marks: the moments all durations are measured between. They exist as events of that kind and nowhere else. */
export const markKinds = [
  "impact_start",
  "detected",
  "acknowledged",
  "mitigated",
  "impact_end",
  "resolved",
] as const satisfies readonly EventKind[];

export type MarkKind = (typeof markKinds)[number];

/** Whether an event of this kind is a mark. */
export const isMarkKind = (kind: EventKind): kind is MarkKind =>
  markKinds.some((mark) => mark === kind);

/** Families of kinds: one shape and colour each on screen. */
export const kindFamilies = {
  mark: ["impact_start", "detected", "mitigated", "impact_end", "resolved"],
  system: ["change", "alert", "background"],
  noticed: ["observation", "hypothesis"],
  did: ["decision", "action", "followup"],
  said: ["communication", "acknowledged", "escalated"],
} as const satisfies Record<string, readonly EventKind[]>;

export type KindFamily = keyof typeof kindFamilies;

const families = Object.entries(kindFamilies) as [KindFamily, readonly EventKind[]][];

/** The family a kind belongs to. */
export const familyOf = (kind: EventKind): KindFamily =>
  families.find(([, kinds]) => kinds.includes(kind))?.[0] ?? "noticed";

/** So many events are added in one go; more than a night has. */
export const maxEventsAtOnce = 500;

/** So many characters the text of an event may have. */
export const maxEventLength = 10_000;

/** When something happened: UTC in epoch milliseconds, exact to the minute or approximate. */
export interface Moment {
  readonly at: number;
  readonly approx: boolean;
}

export const momentSchema = z.object({
  at: z.number().check(z.gte(-maxEpochMs), z.lte(maxEpochMs)),
  approx: z._default(z.boolean(), false),
});

export const timeline = defineSection({
  id: "timeline",
  fields: {
    /** One value, so that time and exactness change together; null has no time yet. */
    when: z._default(z.nullable(momentSchema), null),
    kind: z._default(z.enum(eventKinds), "observation"),
  },
});
