// What a decision on a request knows, and what it may answer. Each group of requests brings its decisions as a table.
import type { z } from "zod/mini";
import type { ParticipantId } from "../ids.ts";
import { done, type Result } from "../result.ts";
import type { Role } from "../wire/roles.ts";
import type { AskedJustNow } from "./asks.ts";
import type { Control, ControlState } from "./control.ts";
import type { Tally } from "./tally.ts";
import type { DoorLimits, DoorRefusal } from "./door.ts";
import type { StepInRefusal } from "./lead.ts";

/** Who asks: someone on the roster, or whoever holds a link and asks by it alone. */
export interface Asker {
  readonly participant: ParticipantId | undefined;
  readonly role: Role;
}

/** What is allowed, and what the server knows beside the document. Without a figure there is no limit. */
export interface DecisionLimits extends DoorLimits {
  /** How long after “not now” somebody may ask again to be let write. */
  readonly askAgainMs?: number | undefined;
  /** The most votes that everybody may be given. */
  readonly maxVotes?: number | undefined;
  /** Of how many items it is remembered that the group saw them. */
  readonly seenItems?: number | undefined;
  /** Whether nobody who leads has been connected for so long that somebody may step in. */
  readonly isLeaderless?: boolean | undefined;
}

/** What the server has looked up in other documents before a decision. */
export interface Findings {
  /** How many votes each the number of topics suggests: of `openVote`. */
  readonly budget?: number;
  /** The votes as they stand: of `closeVote`. */
  readonly tally?: Tally;
}

/** Why a request was declined. */
export type RequestRefusal =
  | { readonly code: "role-too-low" }
  | { readonly code: "sealed" }
  | { readonly code: "not-sealed" }
  | { readonly code: "last-phase" }
  | { readonly code: "first-phase" }
  | { readonly code: "phase-not-on-agenda" }
  | { readonly code: "meeting-is-there" }
  | { readonly code: "nothing-to-rename" }
  | { readonly code: "name-empty" }
  | { readonly code: "no-participant" }
  | { readonly code: "participant-gone" }
  | { readonly code: "last-facilitator" }
  | AskedJustNow
  | DoorRefusal
  | StepInRefusal
  | { readonly code: "not-the-author" }
  | { readonly code: "card-unknown" }
  | { readonly code: "no-pulse" }
  | { readonly code: "pulse-shown" }
  | { readonly code: "not-named" }
  | { readonly code: "not-foldable" }
  | { readonly code: "nobody-to-keep" }
  | { readonly code: "not-yours-to-reword" }
  | { readonly code: "not-reworded" }
  | { readonly code: "undo-too-late" }
  | { readonly code: "names-too-late" }
  | { readonly code: "vote-open" }
  | { readonly code: "no-vote" }
  | { readonly code: "too-many-votes" }
  | { readonly code: "no-timer" };

export type RequestRefusalCode = RequestRefusal["code"];

/** What a decision is made upon. `at` is the server's clock, in epoch milliseconds. */
export interface Situation {
  readonly control: Control;
  readonly state: ControlState;
  readonly asker: Asker;
  readonly at: number;
  readonly limits: DecisionLimits;
  readonly findings: Findings;
}

/** A request of a group, before anybody knows which. */
type RequestIn<Shapes extends readonly z.ZodMiniType<{ readonly type: string }>[]> = z.output<
  Shapes[number]
>;

/** The decisions on a group of requests, one for each type: how it changes the control document, or why not. */
export type DecisionsOn<Shapes extends readonly z.ZodMiniType<{ readonly type: string }>[]> = {
  readonly [Type in RequestIn<Shapes>["type"]]: (
    now: Situation,
    request: Extract<RequestIn<Shapes>, { readonly type: Type }>,
  ) => Result<void, RequestRefusal>;
};

/** The least role that may ask, for each request of a group. */
export type RolesFor<Shapes extends readonly z.ZodMiniType<{ readonly type: string }>[]> = {
  readonly [Type in RequestIn<Shapes>["type"]]: Role;
};

/** Stands in the place of a participant where a script asked with a link: nobody on the roster has this id. */
export const linkHolder = "link" as ParticipantId;

/** Sets a value of the meeting, unless it is that already: a document grows by every write. */
export function set(control: Control, key: string, value: unknown): Result<void, never> {
  if (control.meeting.get(key) !== value) control.meeting.set(key, value);
  return done;
}
