// Who let whom in, and what was taken away or along: ids, roles and times, never a word, a name, a secret or an address.
import type { BoardId, LinkId, ParticipantId, Role } from "@secondstory/shared";

/** What is worth knowing a year later. */
export type AuditedEvent =
  | "create"
  | "join"
  | "leave"
  | "role"
  | "remove"
  | "link-made"
  | "link-off"
  | "links-off"
  | "device-link-made"
  | "device-link-used"
  | "knock"
  | "let-in"
  | "turn-away"
  | "door-on"
  | "door-off"
  | "hand-over"
  | "step-in"
  | "step-in-on"
  | "step-in-off"
  | "sign-in-opened"
  | "sign-in-closed"
  | "seal"
  | "reopen"
  | "export"
  | "erase"
  | "set-aside"
  | "delete";

/** One event, without its time. There is no place in it for anything that a person typed. */
export interface AuditEvent {
  readonly event: AuditedEvent;
  readonly board: BoardId;
  /** Who did it: somebody on the roster, a script with a link, whoever runs the server, or the server by a setting. */
  readonly by: ParticipantId | "link" | "operator" | "server" | undefined;
  /** Whom it was done to, if it was somebody else. */
  readonly participant?: ParticipantId | undefined;
  /** The role that was given, or that a link gives. */
  readonly role?: Role | undefined;
  readonly link?: LinkId | undefined;
  /** What an export was taken as. */
  readonly format?: "md" | "json" | "csv" | "ics" | undefined;
}

/** Notes an event. Resolves once it is written, so that what was answered can be found; it never rejects. */
export type Audit = (event: AuditEvent) => Promise<void>;
