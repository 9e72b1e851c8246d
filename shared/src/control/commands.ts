// What the server writes into the control document: pure decisions, one transaction each. Ids and times are arguments,
// because the model has no clock and no dice.
import { readPhaseId, type PhaseId } from "../phases/index.ts";
import { done, refuse, type Result } from "../result.ts";
import type { Language } from "../words/index.ts";
import { accessDecisions } from "./access-requests.ts";
import { agendaDecisions } from "./agenda-requests.ts";
import { asideDecisions } from "./aside-requests.ts";
import type { Control, ControlState } from "./control.ts";
import { focusDecisions } from "./focus-requests.ts";
import { leadDecisions } from "./lead-requests.ts";
import { moveDecisions } from "./move-requests.ts";
import { peopleDecisions } from "./people-requests.ts";
import { readControl } from "./projection.ts";
import { pulseDecisions } from "./pulse-requests.ts";
import { readyDecisions } from "./ready-requests.ts";
import { reportDecisions } from "./report-requests.ts";
import {
  isForSealed,
  mayAsk,
  type MeetingRequest,
  type RequestOf,
  type RequestType,
} from "./requests.ts";
import type { Asker, DecisionLimits, Findings, RequestRefusal, Situation } from "./situation.ts";
import { timerDecisions } from "./timer-requests.ts";
import { voteDecisions } from "./vote-requests.ts";
import { seedWriting } from "./writing.ts";
import { writingDecisions } from "./writing-requests.ts";

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
    seedWriting(control);
  });
}

/** Notes that a board holds what this version writes: older clients are turned away. A newer board stays as it is. */
export function raiseSchema({ meeting }: Control, version: number): void {
  const stored = meeting.get("schemaVersion");
  if (typeof stored !== "number" || stored < version) meeting.set("schemaVersion", version);
}

/**
 * Whether a request was made against a phase that the meeting has left since, against a deadline that has moved, or against
 * an item that is not in focus any more.
 */
export function isStale({ phase, timer, spotlight }: ControlState, request: MeetingRequest) {
  const { from } = request;
  if (from === undefined) return false;
  if (readPhaseId(from)) return from !== phase;
  return from !== ((request.type === "spotlight" ? spotlight?.item : timer?.endsAt) ?? null);
}

/**
 * Carries out a request, or says why not. A stale one changes nothing and is no refusal.
 *
 * Links and seats lie outside the documents; whoever keeps them changes them along with this. `findings` are what the server
 * has looked up in other documents for it.
 */
export function decide(
  control: Control,
  request: MeetingRequest,
  asker: Asker,
  at: number,
  limits: DecisionLimits = {},
  findings: Findings = {},
): Result<void, RequestRefusal> {
  const state = readControl(control);
  if (!mayAsk(asker.role, request)) return refuse({ code: "role-too-low" });
  if (isStale(state, request)) return done;
  if (state.seal && !isForSealed(request)) return refuse({ code: "sealed" });
  return carryOut({ control, state, asker, at, limits, findings }, request);
}

type Decision<Type extends RequestType> = (
  situation: Situation,
  request: RequestOf<Type>,
) => Result<void, RequestRefusal>;

const decisions: { readonly [Type in RequestType]: Decision<Type> } = {
  ...moveDecisions,
  ...agendaDecisions,
  ...peopleDecisions,
  ...readyDecisions,
  ...pulseDecisions,
  ...leadDecisions,
  ...accessDecisions,
  ...timerDecisions,
  ...voteDecisions,
  ...writingDecisions,
  ...focusDecisions,
  ...reportDecisions,
  ...asideDecisions,
};

function carryOut<Type extends RequestType>(now: Situation, request: RequestOf<Type>) {
  // the compiler cannot pair a union of requests with a table of their decisions
  const decision = decisions[request.type] as Decision<Type>;
  return decision(now, request);
}
