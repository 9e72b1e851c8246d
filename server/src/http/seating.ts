// How somebody comes to sit on a board: anew, back, at its door, or along from another device.
import {
  friendlyName,
  invariant,
  readParticipantId,
  type Knock,
  type Role,
} from "@secondstory/shared";
import { nanoid } from "nanoid";
import { hashKey, newKey } from "../access/keys.ts";
import type { Identity } from "../rooms/peer.ts";
import type { Decision } from "../rooms/meeting.ts";
import { knockOf } from "../rooms/permissions.ts";
import type { Room } from "../rooms/room.ts";
import type { AccessChange, StoredSecret } from "../storage/storage.ts";
import type { Context } from "./context.ts";
import { refusalFailure } from "./failures.ts";
import { failures } from "./http-failure.ts";

type SeatIdentity = Extract<Identity, { readonly type: "seat" }>;

/** Somebody's seat, and the token that stands for it. */
export interface Seat {
  readonly identity: SeatIdentity;
  readonly token: string;
}

/** A link by which somebody comes in. */
export type Entrance = Pick<StoredSecret, "role" | "hash">;

/** Keeps the seat: the participant stays, the role may rise, a name is taken on. */
export async function welcomeBack(
  { audit }: Context,
  room: Room,
  { identity, token }: Seat,
  link: Entrance | undefined,
  name: string | undefined,
) {
  const { participant } = identity;
  const before = room.roleOf(identity);
  const access: AccessChange[] = link
    ? [{ type: "note-link", participant, secret: link.hash }]
    : [];
  const command = {
    type: "welcome-back",
    participant,
    role: link?.role,
    name: name || undefined,
  } as const;
  mustBeDecided(await room.seat(command, access));
  const role = roleOf(room, identity);
  if (role !== before) await audit({ event: "role", board: room.board, by: participant, role });
  return { identity, token, role, isWaiting: false };
}

/** Makes somebody a participant with a seat or, where the board has its door on, puts them at it. */
export async function admit(
  { audit }: Context,
  room: Room,
  role: Role,
  link: Entrance | undefined,
  name: string | undefined,
) {
  const participant = readParticipantId(nanoid());
  invariant(participant, "nanoid makes ids");
  const { language, roster } = room.control;
  const names = new Set(Object.values(roster).map((other) => other.name));
  const token = newKey();
  const tokenHash = hashKey(token);
  const who = {
    id: participant,
    name: name || friendlyName(language, names, Math.random),
    role,
  };
  const access: AccessChange[] = [{ type: "add-seat", seat: { participant, tokenHash } }];
  if (link) access.push({ type: "note-link", participant, secret: link.hash });
  mustBeDecided(await room.seat({ type: "admit", who }, access));
  const identity: SeatIdentity = { type: "seat", participant, key: tokenHash };
  return { identity, token, ...(await noteArrival(audit, room, identity)) };
}

/** Somebody who is at the door comes again: by another link, under another name, or a while after they were turned away. */
export async function knockAgain(
  { audit }: Context,
  room: Room,
  { identity, token }: Seat,
  knock: Knock,
  link: Entrance | undefined,
  name: string | undefined,
) {
  const { participant } = identity;
  const access: AccessChange[] = link
    ? [{ type: "note-link", participant, secret: link.hash }]
    : [];
  const who = { id: participant, name: name || knock.name, role: link?.role ?? knock.role };
  mustBeDecided(await room.seat({ type: "admit", who }, access));
  const now = knockOf(room.control, identity);
  if (now && knock.turnedAwayAt === null)
    return { identity, token, role: now.role, isWaiting: true };
  return { identity, token, ...(await noteArrival(audit, room, identity)) };
}

/** Notes that somebody has come in, or waits. */
async function noteArrival(audit: Context["audit"], room: Room, identity: SeatIdentity) {
  const { board } = room;
  const by = identity.participant;
  const knock = knockOf(room.control, identity);
  const role = knock?.role ?? roleOf(room, identity);
  await audit({ event: knock ? "knock" : "join", board, by, role });
  return { role, isWaiting: knock !== undefined };
}

/**
 * Takes the seat that a device link stands for, as the same participant. Whoever had another seat in this browser leaves it:
 * its cookie is overwritten, so nobody could ever use it again.
 */
export async function comeAlong(
  { audit, storage, now }: Context,
  room: Room,
  secret: string,
  before: Seat | undefined,
) {
  const token = newKey();
  const key = hashKey(token);
  const use = { hash: hashKey(secret), tokenHash: key, at: now() };
  const taken = await storage.useDeviceLink(room.board, use);
  if (taken.outcome !== "taken") throw whyNot[taken.outcome]();
  const { participant } = taken;
  const identity: SeatIdentity = { type: "seat", participant, key };
  const role = roleOf(room, identity);
  await audit({ event: "device-link-used", board: room.board, by: participant, role });
  if (before && before.identity.participant !== participant) await room.endSeat(before.identity);
  return { identity, token, role, isWaiting: false };
}

const whyNot = {
  unknown: failures.deviceLinkUnknown,
  used: failures.deviceLinkUsed,
  expired: failures.deviceLinkExpired,
} as const;

function roleOf(room: Room, identity: Identity) {
  const role = room.roleOf(identity);
  if (!role) throw failures.noSeat();
  return role;
}

/** Throws what stands against a seat; whoever was removed has none. */
function mustBeDecided(decision: Decision): void {
  if (decision.ok) return;
  const { code } = decision.refusal;
  throw code === "participant-gone" ? failures.noSeat() : refusalFailure(code);
}
