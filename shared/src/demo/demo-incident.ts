// What a demo consists of: one real, public incident as plain data. Its words are English; a board in German shows them so.
import type { EvidenceType } from "../board/evidence.ts";
import type { Severity } from "../board/projection.ts";
import type { ActionType, Strength } from "../sections/actions.ts";
import type { LessonSectionId } from "../sections/index.ts";
import type { EventKind } from "../sections/timeline.ts";

/** One event of the incident. */
export interface DemoEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: EventKind;
  readonly text: string;
  /** The order is from the report, the minute is an estimate. */
  readonly approx?: boolean;
  readonly evidence?: {
    readonly type: EvidenceType;
    readonly label: string;
    readonly url?: string;
  };
}

/** One measure. Owners are invented: public reports name nobody. */
export interface DemoAction {
  readonly text: string;
  readonly owner: string;
  readonly type: ActionType;
  readonly strength: Strength;
  /** A day as `2019-07-19`. */
  readonly due?: string;
  readonly done?: boolean;
}

/** Where the facts are from. */
export interface DemoSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

/** A real incident, complete enough to fill a board from check-in to report. */
export interface DemoIncident {
  readonly id: string;
  readonly title: string;
  /** One line for whoever chooses a demo. */
  readonly description: string;
  readonly sources: readonly DemoSource[];
  readonly severity: Severity;
  readonly impactUsers: string;
  readonly impactPeople: string;
  readonly detection: string;
  readonly resolution: string;
  /** Sentences of one paragraph. */
  readonly summary: readonly string[];
  readonly events: readonly DemoEvent[];
  readonly factors: readonly string[];
  readonly safeguards: readonly string[];
  readonly lessons: Readonly<Record<LessonSectionId, readonly string[]>>;
  readonly actions: readonly DemoAction[];
  readonly declined: readonly string[];
}
