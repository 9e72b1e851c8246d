// Seats: trading a link for one, and giving it back.
import {
  friendlyName,
  invariant,
  nameSchema,
  readParticipantId,
  roles,
  type BoardId,
} from "@secondstory/shared";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { nanoid } from "nanoid";
import { z } from "zod";
import { identify, linkOf, readCredentials } from "../access/identify.ts";
import { hashKey, newKey } from "../access/keys.ts";
import type { Identity } from "../rooms/peer.ts";
import type { Decision } from "../rooms/meeting.ts";
import type { Room } from "../rooms/room.ts";
import type { AccessChange, NewSecret } from "../storage/storage.ts";
import {
  authenticate,
  boardOf,
  inRoom,
  missingBoard,
  perAddress,
  perSeat,
  setSeatCookie,
  type Context,
} from "./context.ts";
import { refusalFailure } from "./failures.ts";
import { failures } from "./http-failure.ts";
import { boardParams, refusals } from "./schemas.ts";

type SeatIdentity = Extract<Identity, { readonly type: "seat" }>;

/** Somebody's seat, and the token that stands for it. */
interface Seat {
  readonly identity: SeatIdentity;
  readonly token: string;
}

/** Routes of seats. */
export const seatRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (app, { context }) => {
  const { storage, rooms, addresses } = context;

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
      if (!(await storage.readBoard(board))) throw await missingBoard(storage, board);
      const { seat, link } = await readClaim(board, request, secret, fresh);
      if (!seat && !link) throw failures.noSeat();
      const taken = await rooms.use(board, async (room) => {
        if (seat && room.roleOf(seat.identity)) return welcomeBack(room, seat, link, name);
        if (link) return admit(room, link, name);
        throw failures.noSeat();
      });
      if (!taken) throw await missingBoard(storage, board);
      setSeatCookie(context, reply, board, taken.token);
      request.caller = { board, identity: taken.identity };
      return { participantId: taken.identity.participant, role: taken.role, token: taken.token };
    },
  );

  app.post(
    "/api/boards/:id/leave",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
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
        setSeatCookie(context, reply, board, undefined);
      });
      return reply.code(204).send();
    },
  );

  /** What a caller brings: a seat that is still good, a link that works. */
  async function readClaim(
    board: BoardId,
    request: FastifyRequest,
    secret: string | undefined,
    fresh: boolean,
  ): Promise<{ seat: Seat | undefined; link: NewSecret | undefined }> {
    const credentials = readCredentials(request.headers);
    const identity = credentials && (await identify(storage, board, credentials));
    let link: NewSecret | undefined;
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
  room: Room,
  { identity, token }: Seat,
  link: NewSecret | undefined,
  name: string | undefined,
) {
  const { participant } = identity;
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
  return { identity, token, role: roleOf(room, identity) };
}

/** Makes somebody a participant, with a seat. */
async function admit(room: Room, link: NewSecret, name: string | undefined) {
  const participant = readParticipantId(nanoid());
  invariant(participant, "nanoid makes ids");
  const { language, roster } = room.control;
  const names = new Set(Object.values(roster).map((other) => other.name));
  const token = newKey();
  const tokenHash = hashKey(token);
  const who = {
    id: participant,
    name: name || friendlyName(language, names, Math.random),
    role: link.role,
  };
  mustBeDecided(
    await room.seat({ type: "admit", who }, [
      { type: "add-seat", seat: { participant, tokenHash } },
      { type: "note-link", participant, secret: link.hash },
    ]),
  );
  const identity: SeatIdentity = { type: "seat", participant, key: tokenHash };
  return { identity, token, role: roleOf(room, identity) };
}

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
