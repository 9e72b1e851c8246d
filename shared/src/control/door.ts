// The door of a board. With it on, whoever comes by a participant's or an observer's link waits until a facilitator lets
// them in; people with a seat and facilitators pass.
//
//   (nobody) ──comes──▶ waiting ──letIn, the door is opened──▶ on the roster
//                        ▲   │└──leaves──▶ (nobody)
//       (a while), comes │   │ turnAway
//                   turned away ◀┘
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { done, refuse, type Result } from "../result.ts";
import { isAtLeast, roles, type Role } from "../wire/roles.ts";
import type { Control } from "./control.ts";
import { admit } from "./people.ts";

/** Somebody at the door. Both moments are epoch milliseconds of the server's clock. */
export interface Knock {
  readonly id: ParticipantId;
  readonly name: string;
  /** The role they will have. */
  readonly role: Role;
  /** Since when they wait. */
  readonly at: number;
  /** When a facilitator said “not now”; null while nobody has answered. */
  readonly turnedAwayAt: number | null;
}

/** The door, and who is there. */
export interface Door {
  readonly isOn: boolean;
  readonly knocks: Readonly<Record<ParticipantId, Knock>>;
}

/** Refused: at the door there is no room, or somebody said “not now” a moment ago. */
export type DoorRefusal = { readonly code: "door-full" } | { readonly code: "turned-away" };

/** What is allowed at a door. Without a figure there is no limit. */
export interface DoorLimits {
  /** How many may wait. */
  readonly maxWaiting?: number | undefined;
  /** How long after “not now” somebody may ask again to be let in. */
  readonly knockAgainMs?: number | undefined;
}

/** Whoever has waited for so long, or was turned away so long ago, is forgotten when the next one comes. */
const forgottenMs = 12 * 60 * 60_000;

const moment = z.number().check(z.refine(isEpochMs));
const stored = z.object({
  name: z.string(),
  role: z.enum(roles),
  at: moment,
  turnedAwayAt: z.catch(z.nullable(moment), null),
});

/** Reads who is at the door. What cannot be read is nobody. */
export function readDoor({ door, lead }: Control): Door {
  const knocks: Record<ParticipantId, Knock> = {};
  for (const [key, value] of door.entries()) {
    const id = readParticipantId(key);
    const parsed = stored.safeParse(value);
    if (id && parsed.success) knocks[id] = { id, ...parsed.data };
  }
  return { isOn: lead.get(doorKey) === true, knocks };
}

const doorKey = "door";

/** Those who wait for an answer, who came first first. */
export const waitingAt = ({ knocks }: Door): readonly Knock[] =>
  Object.values(knocks)
    .filter(({ turnedAwayAt }) => turnedAwayAt === null)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/**
 * Somebody comes who is not on the roster: they are admitted or, where there is a door for them, wait at it. Whoever waits
 * already goes on waiting; a better role and a new name are taken on. Refused with `door-full` where too many wait, and with
 * `turned-away` until `knockAgainMs` after a facilitator said “not now”.
 */
export function comeIn(
  control: Control,
  who: { readonly id: ParticipantId; readonly name: string; readonly role: Role },
  at: number,
  { maxWaiting = Number.POSITIVE_INFINITY, knockAgainMs = 0 }: DoorLimits = {},
): Result<void, DoorRefusal> {
  const before = readDoor(control);
  if (!before.isOn || who.role === "facilitator") {
    leaveDoor(control, who.id);
    admit(control, who, at);
    return done;
  }
  const isForgotten = (knock: Knock) => at - (knock.turnedAwayAt ?? knock.at) >= forgottenMs;
  const remembered = Object.values(before.knocks).filter((knock) => !isForgotten(knock));
  const own = remembered.find(({ id }) => id === who.id);
  const isWaiting = own?.turnedAwayAt === null;
  if (own && !isWaiting && at - (own.turnedAwayAt ?? 0) < knockAgainMs)
    return refuse({ code: "turned-away" });
  const waiting = remembered.filter(({ turnedAwayAt }) => turnedAwayAt === null);
  if (!isWaiting && waiting.length >= maxWaiting) return refuse({ code: "door-full" });
  // what is refused changes nothing, so they go only now
  for (const knock of Object.values(before.knocks))
    if (isForgotten(knock)) leaveDoor(control, knock.id);
  const role = own && isAtLeast(own.role, who.role) ? own.role : who.role;
  const next = { name: who.name, role, at: isWaiting ? own.at : at, turnedAwayAt: null };
  if (!isWaiting || own.name !== next.name || own.role !== role) control.door.set(who.id, next);
  return done;
}

/** Lets somebody in who is at the door, turned away or not. Whoever is on the roster already is in. */
export function letIn(
  control: Control,
  id: ParticipantId,
  at: number,
): Result<void, { readonly code: "participant-gone" }> {
  const knock = readDoor(control).knocks[id];
  if (!knock) return control.roster.has(id) ? done : refuse({ code: "participant-gone" });
  leaveDoor(control, id);
  admit(control, knock, at);
  return done;
}

/** Says “not now” to somebody who waits. One who was let in meanwhile, or has gone, stays as they are. */
export function turnAway(control: Control, id: ParticipantId, at: number): Result<void, never> {
  const knock = readDoor(control).knocks[id];
  if (knock?.turnedAwayAt !== null) return done;
  const { name, role, at: since } = knock;
  control.door.set(id, { name, role, at: since, turnedAwayAt: at });
  return done;
}

/** Puts the door on, or opens it: then whoever waits comes in. */
export function setDoor(control: Control, isOn: boolean, at: number): Result<void, never> {
  const door = readDoor(control);
  if (door.isOn === isOn) return done;
  control.doc.transact(() => {
    control.lead.set(doorKey, isOn);
    if (isOn) return;
    for (const { id } of waitingAt(door)) letIn(control, id, at);
    for (const id of Object.keys(door.knocks)) control.door.delete(id);
  });
  return done;
}

/** Forgets somebody at the door: they are in, or have gone. */
function leaveDoor({ door }: Control, id: ParticipantId): void {
  if (door.has(id)) door.delete(id);
}
