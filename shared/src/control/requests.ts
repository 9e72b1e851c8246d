// What can be asked of the server, and who may ask. A request is one HTTP POST; the server decides and everyone hears of
// it as an update of the control document. Each group of requests has a file of its own, with how it is decided.
import { z } from "zod/mini";
import { isAtLeast, type Role } from "../wire/roles.ts";
import { accessRoles, accessShapes } from "./access-requests.ts";
import { agendaRoles, agendaShapes } from "./agenda-requests.ts";
import { leadRoles, leadShapes } from "./lead-requests.ts";
import { asideRoles, asideShapes } from "./aside-requests.ts";
import { moveRoles, moveShapes } from "./move-requests.ts";
import { focusRoles, focusShapes } from "./focus-requests.ts";
import { peopleRoles, peopleShapes } from "./people-requests.ts";
import { pulseRoles, pulseShapes } from "./pulse-requests.ts";
import { readyRoles, readyShapes } from "./ready-requests.ts";
import { reportRoles, reportShapes } from "./report-requests.ts";
import { timerRoles, timerShapes } from "./timer-requests.ts";
import { voteRoles, voteShapes } from "./vote-requests.ts";
import { writingRoles, writingShapes } from "./writing-requests.ts";

/** The schema of everything that can be asked: the server validates with it, the client is typed by it. */
export const meetingRequest = z.discriminatedUnion("type", [
  ...moveShapes,
  ...agendaShapes,
  ...peopleShapes,
  ...readyShapes,
  ...pulseShapes,
  ...leadShapes,
  ...accessShapes,
  ...timerShapes,
  ...voteShapes,
  ...writingShapes,
  ...focusShapes,
  ...reportShapes,
  ...asideShapes,
]);

/** A request to the server: read, cleaned, of a known type. */
export type MeetingRequest = z.output<typeof meetingRequest>;

export type RequestType = MeetingRequest["type"];

/** A request of one type. */
export type RequestOf<Type extends RequestType> = Extract<MeetingRequest, { readonly type: Type }>;

/** The least role that may ask; `rename` of the board needs more than `rename` of oneself, see `mayAsk`. */
export const whoMayAsk: Readonly<Record<RequestType, Role>> = {
  ...moveRoles,
  ...agendaRoles,
  ...peopleRoles,
  ...readyRoles,
  ...pulseRoles,
  ...leadRoles,
  ...accessRoles,
  ...timerRoles,
  ...voteRoles,
  ...writingRoles,
  ...focusRoles,
  ...reportRoles,
  ...asideRoles,
};

/** Whether someone with this role may ask this. Everyone may rename themselves; observers rename nothing else. */
export function mayAsk(asking: Role, request: MeetingRequest): boolean {
  const isOfBoard = request.type === "rename" && request.title !== undefined;
  const least = isOfBoard ? "participant" : whoMayAsk[request.type];
  return isAtLeast(asking, least);
}

/** What a sealed board still takes, beside people's own names: a pasted secret must go, and readers come in, sealed or not. */
const forSealed = new Set<RequestType>([
  "reopen",
  "newDeviceLink",
  "erase",
  "eraseDeleted",
  "setDoor",
  "letIn",
  "turnAway",
]);

/** Whether a sealed board still takes this request. */
export const isForSealed = (request: MeetingRequest): boolean =>
  forSealed.has(request.type) || (request.type === "rename" && request.title === undefined);
