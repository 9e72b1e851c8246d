// The control document: what steers the meeting. Only the server writes it; everyone on the board reads it.
import * as Y from "yjs";
import type { CardId, ParticipantId } from "../ids.ts";
import type { PhaseId } from "../phases/index.ts";
import type { Role } from "../wire/roles.ts";
import type { Language } from "../words/index.ts";
import type { Ask } from "./asks.ts";
import type { FocusState } from "./spotlight.ts";
import type { Plan } from "./plan.ts";
import type { Pulses } from "./pulse.ts";
import type { SideBySide } from "./ready.ts";
import type { Door } from "./door.ts";
import type { Leading } from "./lead.ts";
import type { Timer } from "./timer.ts";
import type { Vote } from "./votes.ts";
import type { HideableSectionId, Writing } from "./writing.ts";

/** One person on the roster. Whoever was removed leaves it; their words stay. */
export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** 0, 1, 2 … in the order of joining, never reused on a board: picks the colour of the caret. */
  readonly joinOrder: number;
  /** Epoch milliseconds, server clock. */
  readonly joinedAt: number;
  /** When they took on this name, if they had chosen another one before; server clock. */
  readonly renamedAt?: number | undefined;
}

/** What the control document says, as plain data. Unchanged parts keep their identity from one state to the next. */
export interface ControlState extends SideBySide, FocusState {
  readonly schemaVersion: number;
  readonly title: string;
  readonly language: Language;
  readonly phase: PhaseId;
  /** When the meeting came to this phase: epoch milliseconds, server clock. */
  readonly phaseSince: number;
  /** Who moved the meeting last, and from where; undefined before the first move. */
  readonly lastMove: { readonly by: ParticipantId; readonly from: PhaseId } | undefined;
  /** The phases of this meeting, in order. */
  readonly agenda: readonly PhaseId[];
  /** Its minutes, what of it is left out, when it is to end, and how its rest goes on. */
  readonly plan: Plan;
  readonly roster: Readonly<Record<ParticipantId, Participant>>;
  /** The timer that everybody sees; undefined when none was started. */
  readonly timer: Timer | undefined;
  /** The vote that is open, or the last one that was closed. */
  readonly vote: Vote | undefined;
  /** Observers who asked to be let write. */
  readonly asks: Readonly<Record<ParticipantId, Ask>>;
  readonly pulses: Pulses;
  /** Who leads when nobody does, and whom everyone is asked to come to. */
  readonly lead: Leading;
  /** Whether newcomers wait to be let in, and who waits. */
  readonly door: Door;
  /** How columns are written that can be hidden; one that nobody ever hid is not there. */
  readonly writing: Readonly<Partial<Record<HideableSectionId, Writing>>>;
  readonly seal: { readonly at: number; readonly by: ParticipantId } | undefined;
  /** Cards that were erased for good: whoever still holds one of them drops it, and nobody brings it back. */
  readonly erased: readonly CardId[];
  /**
   * How often something was erased. Whoever keeps a copy with a smaller number writes it anew, because a document keeps what
   * was deleted in its history.
   */
  readonly erasures: number;
  readonly createdAt: number;
  /** Whether everybody who is signed in where the server stands may take part without a link's secret. */
  readonly admitsSignedIn: boolean;
}

/** A control doc, opened. The one place that names what lies in it. */
export interface Control {
  readonly doc: Y.Doc;
  readonly meeting: Y.Map<unknown>;
  readonly roster: Y.Map<unknown>;
  readonly asks: Y.Map<unknown>;
  /** The vote, see votes.ts. */
  readonly votes: Y.Map<unknown>;
  /** Section → how it is written, see writing.ts. */
  readonly writing: Y.Map<unknown>;
  /** The item in focus, which items are walked, and who takes notes. */
  readonly focus: Y.Map<unknown>;
  /** Card id → when the group saw it, or passed it over. */
  readonly seen: Y.Map<unknown>;
  /** What the agenda says beside its list of phases; keys are those of `Plan`. */
  readonly plan: Y.Map<unknown>;
  /** Who has said to be done, and who has a hand up: participant id → when. */
  readonly ready: Y.Map<unknown>;
  readonly hands: Y.Map<unknown>;
  /** Whose turn it is, and since when there is something to be done with; see ready.ts. */
  readonly floor: Y.Map<unknown>;
  /** The pulse of a phase, by its id; see pulse.ts. */
  readonly pulses: Y.Map<unknown>;
  readonly lead: Y.Map<unknown>;
  /** Participant id → somebody at the door. */
  readonly door: Y.Map<unknown>;
  /** Card id → when it was erased. */
  readonly erased: Y.Map<unknown>;
}

/** Names the roots of a control document. */
export function openControl(doc: Y.Doc): Control {
  return {
    doc,
    meeting: doc.getMap("meeting"),
    roster: doc.getMap("roster"),
    asks: doc.getMap("asks"),
    votes: doc.getMap("votes"),
    writing: doc.getMap("writing"),
    focus: doc.getMap("focus"),
    seen: doc.getMap("seen"),
    plan: doc.getMap("plan"),
    ready: doc.getMap("ready"),
    hands: doc.getMap("hands"),
    floor: doc.getMap("floor"),
    pulses: doc.getMap("pulses"),
    lead: doc.getMap("lead"),
    door: doc.getMap("door"),
    erased: doc.getMap("erased"),
  };
}
