// Seats: trading a link for one, taking one along to another device, and giving it back.
import {
  friendlyName,
  invariant,
  isDeviceSecret,
  nameSchema,
  readParticipantId,
  roles,
  type BoardId,
  type Role,
} from "@secondstory/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { nanoid } from "nanoid";
import { z } from "zod";
import { identify, linkOf, readCredentials } from "../access/identify.ts";
import { hashKey, newKey } from "../access/keys.ts";
import type { Identity } from "../rooms/peer.ts";
import type { Decision } from "../rooms/meeting.ts";
import type { Room } from "../rooms/room.ts";
import type { AccessChange, StoredSecret } from "../storage/storage.ts";
import {
  auditedAs,
  authenticate,
  boardOf,
  inRoom,
  missingBoard,
  perAddress,
  perSeat,
  type Context,
} from "./context.ts";
import { refusalFailure } from "./failures.ts";
import { failures, HttpFailure } from "./http-failure.ts";
import { boardParams, errorAnswer, refusals } from "./schemas.ts";
import { dropSeatCookies, giveSeatCookies, namedBoards } from "./seat-cookies.ts";

type SeatIdentity = Extract<Identity, { readonly type: "seat" }>;

/** Somebody's seat, and the token that stands for it. */
interface Seat {
  readonly identity: SeatIdentity;
  readonly token: string;
}

/** A link by which somebody comes in. */
type Entrance = Pick<StoredSecret, "role" | "hash">;

/** Routes of seats. */
export const seatRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (app, { context }) => {
  const { storage, rooms, addresses } = context;

  app.get(
    "/api/boards",
    {
      ...perAddress(context.limits?.joinsPerMinute, "1 minute"),
      schema: {
        summary: "The ids of the boards that this browser has joined, from its cookie",
        response: { 200: z.object({ boards: z.array(z.string()) }), 429: errorAnswer },
      },
    },
    (request) => ({ boards: [...namedBoards(request)] }),
  );

  app.post(
    "/api/boards/:id/join",
    {
      ...perAddress(context.limits?.joinsPerMinute, "1 minute"),
      schema: {
        summary: "Trades a link's secret for a seat; a seat that is there is kept",
        params: boardParams,
        body: z
          .object({
            secret: z.string().max(200).optional(),
            name: z.optional(nameSchema),
            /** Takes a seat of its own although this browser has one. */
            fresh: z.boolean().optional(),
          })
          .nullish(),
        response: {
          200: z.object({ participantId: z.string(), role: z.enum(roles), token: z.string() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const board = boardOf(request);
      const { secret, name, fresh = false } = request.body ?? {};
      const signedIn = context.signIn(request.raw);
      const comesAlong = secret !== undefined && isDeviceSecret(secret);
      const maySignIn = signedIn !== undefined && secret === undefined;
      const taken = await droppingLostSeats(request, reply, board, async () => {
        if (!(await storage.readBoard(board))) throw await missingBoard(storage, board);
        const { seat, link } = await readClaim(
          board,
          request,
          comesAlong ? undefined : secret,
          fresh,
        );
        if (!seat && !link && !comesAlong && !maySignIn) throw failures.noSeat();
        return rooms.use(board, async (room) => {
          if (comesAlong) return comeAlong(context, room, secret, seat);
          if (seat && room.roleOf(seat.identity))
            return welcomeBack(context, room, seat, link, name);
          if (link) return admit(context, room, link.role, link, signedIn ?? name);
          if (!maySignIn || !room.control.admitsSignedIn) throw failures.noSeat();
          // the sign-in is a browser's own, as a cookie is: another site must not use it
          if (!addresses.isOwn(request, request.headers.origin)) throw failures.foreignOrigin();
          return admit(context, room, "participant", undefined, signedIn);
        });
      });
      if (!taken) throw await missingBoard(storage, board);
      giveSeatCookies(context, request, reply, board, taken.token);
      request.caller = { board, identity: taken.identity };
      return { participantId: taken.identity.participant, role: taken.role, token: taken.token };
    },
  );

  app.post(
    "/api/boards/:id/leave",
    {
      ...perSeat(context),
      preValidation: (request, reply) =>
        droppingLostSeats(request, reply, boardOf(request), () => authenticate(context)(request)),
      schema: {
        summary: "Ends the seat; the participant's words stay",
        params: boardParams,
        response: { 204: z.undefined(), ...refusals },
      },
    },
    async (request, reply) => {
      await inRoom(context, request, async (room, { board, identity }) => {
        if (identity.type !== "seat") throw failures.noSeat();
        await room.endSeat(identity);
        await context.audit({ event: "leave", board, by: auditedAs(identity) });
        dropSeatCookies(context, request, reply, board);
      });
      return reply.code(204).send();
    },
  );

  /** Whoever turns out to have no seat loses the cookies of one, too: a browser asks for a board in vain once. */
  async function droppingLostSeats<Value>(
    request: FastifyRequest,
    reply: FastifyReply,
    board: BoardId,
    run: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await run();
    } catch (error) {
      const isLost = error instanceof HttpFailure && lostSeat.has(error.code);
      if (isLost && request.headers.cookie) dropSeatCookies(context, request, reply, board);
      throw error;
    }
  }

  /** What a caller brings: a seat that is still good, a link that works. */
  async function readClaim(
    board: BoardId,
    request: FastifyRequest,
    secret: string | undefined,
    fresh: boolean,
  ): Promise<{ seat: Seat | undefined; link: Entrance | undefined }> {
    const credentials = readCredentials(request.headers);
    const identity = credentials && (await identify(storage, board, credentials));
    let link: Entrance | undefined;
    if (secret !== undefined) {
      const found = await linkOf(storage, board, secret);
      if (!found) throw failures.secretUnknown();
      if (found.switchedOffAt !== undefined) throw failures.secretSwitchedOff();
      link = found;
    } else if (identity?.type === "link") {
      link = { role: identity.role, hash: identity.key };
    }
    if (fresh || !credentials || identity?.type !== "seat") return { seat: undefined, link };
    if (credentials.via === "cookie" && !addresses.isOwn(request, request.headers.origin))
      throw failures.foreignOrigin();
    return { seat: { identity, token: credentials.key }, link };
  }
};

/** Keeps the seat: the participant stays, the role may rise, a name is taken on. */
async function welcomeBack(
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
  return { identity, token, role };
}

/** Makes somebody a participant, with a seat. */
async function admit(
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
  await audit({ event: "join", board: room.board, by: participant, role });
  return { identity, token, role: roleOf(room, identity) };
}

/**
 * Takes the seat that a device link stands for, as the same participant. Whoever had another seat in this browser leaves it:
 * its cookie is overwritten, so nobody could ever use it again.
 */
async function comeAlong(
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
  return { identity, token, role };
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

/** What is answered to a seat that is worth nothing any more. */
const lostSeat: ReadonlySet<string> = new Set(["no-seat", "no-board", "board-deleted"]);
