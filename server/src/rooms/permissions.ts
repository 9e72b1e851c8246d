// Who may do what in a room: functions of what the control document says, nothing else.
import {
  schemaVersion,
  type CloseReason,
  type ControlState,
  type DocName,
  type Knock,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import type { Identity, Permission } from "./peer.ts";

/** What a socket wants of a room. */
export interface Visit {
  readonly doc: DocName;
  readonly identity: Identity;
  /** Whose the client believes its seat is. */
  readonly participant?: string | undefined;
  /** The schema the client knows; absent is not checked. */
  readonly schema?: number | undefined;
  readonly wantsSaved: boolean;
}

/** The participant who has the seat; a link alone is nobody. */
export const participantOf = (identity: Identity): ParticipantId | undefined =>
  identity.type === "seat" ? identity.participant : undefined;

/**
 * The role somebody has; undefined for whoever is not on the roster: removed, or still at the door. Where the door is on a
 * link alone opens nothing but to facilitators, or whoever holds one would look in past it.
 */
export function roleOf({ roster, door }: ControlState, identity: Identity): Role | undefined {
  if (identity.type === "seat") return roster[identity.participant]?.role;
  return door.isOn && identity.role !== "facilitator" ? undefined : identity.role;
}

/** How somebody stands at the door; undefined for whoever is in, or has nothing to do with it. */
export function knockOf({ door }: ControlState, identity: Identity): Knock | undefined {
  const participant = participantOf(identity);
  return participant && door.knocks[participant];
}

/** Why a socket is turned away, or undefined if it may stay. Whoever may only read may stay. */
export function refusalOf(
  control: ControlState,
  { doc, identity, participant, schema }: Visit,
): CloseReason | undefined {
  const role = roleOf(control, identity);
  if (!role) return "noSeat";
  if (participant !== undefined && participant !== participantOf(identity)) return "noSeat";
  if (schema !== undefined && schema < Math.max(schemaVersion, control.schemaVersion))
    return "clientTooOld";
  if (doc === "private" && !mayKeepPrivate(role, identity)) return "readOnly";
  return undefined;
}

/** Whether somebody has a private document: observers and links have none. */
export const mayKeepPrivate = (role: Role, identity: Identity): boolean =>
  role !== "observer" && identity.type === "seat";

/** What somebody may do with a document: nobody writes control, observers write nothing, a seal stops everyone. */
export function permissionOf(control: ControlState, identity: Identity, doc: DocName): Permission {
  if (doc === "control" || roleOf(control, identity) === "observer") return "read";
  return control.seal ? "sealed" : "write";
}
