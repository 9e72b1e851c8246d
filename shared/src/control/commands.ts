// What the server writes into the control document: pure decisions, one transaction each. Ids and times are arguments,
// because the model has no clock and no dice.
import type { ParticipantId } from "../ids.ts";
import type { PhaseId } from "../phases/index.ts";
import { done, refuse, type Result } from "../result.ts";
import { isAtLeast, type Role } from "../wire/roles.ts";
import type { Language } from "../words/index.ts";
import { declineAsk, forgetAsk, putAsk, withdrawAsk, type AskedJustNow } from "./asks.ts";
import type { Control, ControlState, Participant } from "./control.ts";
import { readControl } from "./projection.ts";
import {
  isForSealed,
  mayAsk,
  type MeetingRequest,
  type RequestOf,
  type RequestType,
} from "./requests.ts";
import {
  extendedTimer,
  pausedTimer,
  resumedTimer,
  startedTimer,
  suggestedTimerMs,
  type Timer,
} from "./timer.ts";

/** Who asks: someone on the roster, or whoever holds a link and asks by it alone. */
export interface Asker {
  readonly participant: ParticipantId | undefined;
  readonly role: Role;
}

/** Why a request was declined. */
export type RequestRefusal =
  | { readonly code: "role-too-low" }
  | { readonly code: "sealed" }
  | { readonly code: "not-sealed" }
  | { readonly code: "last-phase" }
  | { readonly code: "first-phase" }
  | { readonly code: "phase-not-on-agenda" }
  | { readonly code: "nothing-to-rename" }
  | { readonly code: "name-empty" }
  | { readonly code: "no-participant" }
  | { readonly code: "participant-gone" }
  | { readonly code: "last-facilitator" }
  | AskedJustNow
  | { readonly code: "not-the-author" }
  | { readonly code: "card-unknown" }
  | { readonly code: "no-timer" };

export type RequestRefusalCode = RequestRefusal["code"];

/** Stands in the place of a participant where a script asked with a link: nobody on the roster has this id. */
export const linkHolder = "link" as ParticipantId;

/** Fills a control document that is still empty. */
export function seedControl(
  control: Control,
  board: { title: string; language: Language; schemaVersion: number; agenda: readonly PhaseId[] },
  at: number,
): void {
  const { meeting } = control;
  control.doc.transact(() => {
    meeting.set("schemaVersion", board.schemaVersion);
    meeting.set("title", board.title);
    meeting.set("language", board.language);
    meeting.set("agenda", [...board.agenda]);
    meeting.set("phase", board.agenda[0] ?? "prepare");
    meeting.set("phaseSince", at);
    meeting.set("createdAt", at);
  });
}

/** Puts someone on the roster. */
export function admit(
  { doc, meeting, roster }: Control,
  who: { readonly id: ParticipantId; readonly name: string; readonly role: Role },
  at: number,
): void {
  const counted = meeting.get("nextJoinOrder");
  const joinOrder = typeof counted === "number" ? counted : roster.size;
  const stored: StoredParticipant = { name: who.name, role: who.role, joinOrder, joinedAt: at };
  doc.transact(() => {
    roster.set(who.id, stored);
    meeting.set("nextJoinOrder", joinOrder + 1);
  });
}

/**
 * Welcomes someone back who is on the roster: a link of a higher role raises theirs, none lowers it; a name is taken on.
 * Refused with `participant-gone` if they were removed.
 */
export function welcomeBack(
  control: Control,
  id: ParticipantId,
  change: { readonly role?: Role | undefined; readonly name?: string | undefined },
): Result<void, RequestRefusal> {
  const participant = readControl(control).roster[id];
  if (!participant) return refuse({ code: "participant-gone" });
  const raised = change.role && isAtLeast(change.role, participant.role) ? change.role : undefined;
  setParticipant(control, participant.id, {
    role: raised ?? participant.role,
    name: change.name || participant.name,
  });
  return done;
}

/** Notes that somebody gave up their seat: what they asked for is withdrawn. They stay on the roster. */
export const seeOff = (control: Control, id: ParticipantId): Result<void, never> =>
  withdrawAsk(control, id);

/** Whether a request was made against a phase that the meeting has left since, or against a deadline that has moved. */
export function isStale({ phase, timer }: ControlState, { from }: MeetingRequest): boolean {
  if (from === undefined) return false;
  return from !== (typeof from === "string" ? phase : (timer?.endsAt ?? null));
}

/**
 * Carries out a request, or says why not. A stale one changes nothing and is no refusal.
 *
 * Links and seats lie outside the documents; whoever keeps them changes them along with this.
 */
export function decide(
  control: Control,
  request: MeetingRequest,
  asker: Asker,
  at: number,
  limits: DecisionLimits = {},
): Result<void, RequestRefusal> {
  const state = readControl(control);
  if (!mayAsk(asker.role, request)) return refuse({ code: "role-too-low" });
  if (isStale(state, request)) return done;
  if (state.seal && !isForSealed(request)) return refuse({ code: "sealed" });
  return carryOut({ control, state, asker, at, limits }, request);
}

/** How often some things may be asked. Without a figure there is no limit. */
export interface DecisionLimits {
  /** How long after “not now” somebody may ask again to be let write. */
  readonly askAgainMs?: number | undefined;
}

/** A participant as the roster keeps it; the id is the key. */
type StoredParticipant = Omit<Participant, "id">;

interface Situation {
  readonly control: Control;
  readonly state: ControlState;
  readonly asker: Asker;
  readonly at: number;
  readonly limits: DecisionLimits;
}

type Decision<Type extends RequestType> = (
  situation: Situation,
  request: RequestOf<Type>,
) => Result<void, RequestRefusal>;

const decisions: { readonly [Type in RequestType]: Decision<Type> } = {
  advance: (now) => moveBy(now, 1, "last-phase"),
  back: (now) => moveBy(now, -1, "first-phase"),
  goTo: (now, { phase }) =>
    now.state.agenda.includes(phase) ? moveTo(now, phase) : refuse({ code: "phase-not-on-agenda" }),
  rename,
  setLanguage: (now, { language }) => set(now.control, "language", language),
  setRole: (now, { participant, role }) => {
    if (!now.state.roster[participant]) return refuse({ code: "participant-gone" });
    if (role !== "facilitator" && isLastFacilitator(now.state, participant))
      return refuse({ code: "last-facilitator" });
    setParticipant(now.control, participant, { role });
    return done;
  },
  remove: (now, { participant }) => {
    if (!now.state.roster[participant]) return refuse({ code: "participant-gone" });
    if (isLastFacilitator(now.state, participant)) return refuse({ code: "last-facilitator" });
    now.control.roster.delete(participant);
    forgetAsk(now.control, participant);
    return done;
  },
  newLink: () => done,
  switchOffLink: () => done,
  switchOffLinks: () => done,
  startTimer: ({ control, state, at }, { minutes }) => {
    const { timer, phase } = state;
    if (timer && minutes === undefined) return setTimer(control, resumedTimer(timer, at), timer);
    const lengthMs = minutes === undefined ? suggestedTimerMs(phase) : minutes * 60_000;
    return setTimer(control, startedTimer(Math.round(lengthMs), at), timer);
  },
  pauseTimer: (now) => changeTimer(now, pausedTimer),
  extendTimer: (now) => changeTimer(now, extendedTimer),
  stopTimer: ({ control, state }) => setTimer(control, undefined, state.timer),
  askToWrite: ({ control, state, asker, at, limits }) => {
    const who = asker.participant && state.roster[asker.participant];
    if (!who) return refuse({ code: asker.participant ? "participant-gone" : "no-participant" });
    return who.role === "observer" ? putAsk(control, who.id, at, limits.askAgainMs) : done;
  },
  withdrawAsk: ({ control, asker }) =>
    asker.participant
      ? withdrawAsk(control, asker.participant)
      : refuse({ code: "no-participant" }),
  declineAsk: ({ control, at }, { participant }) => declineAsk(control, participant, at),
  seal: ({ control, state, asker, at }) => {
    control.doc.transact(() => {
      set(control, "seal", { at, by: asker.participant ?? linkHolder });
      setTimer(control, undefined, state.timer);
    });
    return done;
  },
  admitSignedIn: ({ control, state }, { admit: admits }) =>
    admits === state.admitsSignedIn ? done : set(control, "admitsSignedIn", admits),
  newDeviceLink: ({ state, asker }) => {
    if (!asker.participant) return refuse({ code: "no-participant" });
    return state.roster[asker.participant] ? done : refuse({ code: "participant-gone" });
  },
  reopen: ({ control, state }) =>
    state.seal ? set(control, "seal", null) : refuse({ code: "not-sealed" }),
  erase: ({ control, state, at }, { card }) => {
    if (state.erased.includes(card)) return done;
    control.erased.set(card, at);
    return set(control, "erasures", state.erasures + 1);
  },
  eraseDeleted: ({ control, state }) => set(control, "erasures", state.erasures + 1),
};

function carryOut<Type extends RequestType>(now: Situation, request: RequestOf<Type>) {
  // the compiler cannot pair a union of requests with a table of their decisions
  const decision = decisions[request.type] as Decision<Type>;
  return decision(now, request);
}

function moveBy(now: Situation, by: 1 | -1, atEnd: "last-phase" | "first-phase") {
  const phase = now.state.agenda[now.state.agenda.indexOf(now.state.phase) + by];
  return phase ? moveTo(now, phase) : refuse({ code: atEnd });
}

function moveTo({ control, state, asker, at }: Situation, phase: PhaseId) {
  if (phase === state.phase) return done;
  const by = asker.participant ?? linkHolder;
  control.doc.transact(() => {
    set(control, "phase", phase);
    set(control, "phaseSince", at);
    set(control, "lastMove", { by, from: state.phase });
  });
  return done;
}

function rename(
  { control, state, asker }: Situation,
  { title, name }: RequestOf<"rename">,
): Result<void, RequestRefusal> {
  if (title === undefined && name === undefined) return refuse({ code: "nothing-to-rename" });
  if (name === "") return refuse({ code: "name-empty" });
  if (name !== undefined) {
    if (!asker.participant) return refuse({ code: "no-participant" });
    if (!state.roster[asker.participant]) return refuse({ code: "participant-gone" });
  }
  control.doc.transact(() => {
    if (title !== undefined) set(control, "title", title);
    if (name !== undefined && asker.participant)
      setParticipant(control, asker.participant, { name });
  });
  return done;
}

function changeTimer(
  { control, state, at }: Situation,
  change: (timer: Timer, at: number) => Timer,
): Result<void, RequestRefusal> {
  if (!state.timer) return refuse({ code: "no-timer" });
  return setTimer(control, change(state.timer, at), state.timer);
}

/** One value under one key, so that a timer changes whole. */
function setTimer(control: Control, timer: Timer | undefined, before: Timer | undefined) {
  return timer === before ? done : set(control, "timer", timer ?? null);
}

/** Sets a value of the meeting, unless it is that already: a document grows by every write. */
function set(control: Control, key: string, value: unknown): Result<void, never> {
  if (control.meeting.get(key) !== value) control.meeting.set(key, value);
  return done;
}

function setParticipant(
  control: Control,
  id: ParticipantId,
  change: { readonly role?: Role; readonly name?: string },
): void {
  const before = readControl(control).roster[id];
  if (!before) return;
  const { name, role, joinOrder, joinedAt } = { ...before, ...change };
  if (name === before.name && role === before.role) return;
  const stored: StoredParticipant = { name, role, joinOrder, joinedAt };
  control.roster.set(id, stored);
  if (role !== "observer") forgetAsk(control, id);
}

const isLastFacilitator = (state: ControlState, id: ParticipantId): boolean => {
  const facilitators = Object.values(state.roster).filter(({ role }) => role === "facilitator");
  return facilitators.length === 1 && facilitators[0]?.id === id;
};
