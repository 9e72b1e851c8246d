// Seats: trading a link for one, taking one along to another device, and giving it back.
import { isDeviceSecret, nameSchema, roles, type BoardId } from "@secondstory/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { identify, linkOf, readCredentials } from "../access/identify.ts";
import { knockOf } from "../rooms/permissions.ts";
import {
  atDoor,
  auditedAs,
  authenticate,
  boardOf,
  missingBoard,
  perAddress,
  perSeat,
  type Context,
} from "./context.ts";
import { failures, HttpFailure } from "./http-failure.ts";
import { boardParams, errorAnswer, refusals } from "./schemas.ts";
import { dropSeatCookies, giveSeatCookies, namedBoards } from "./seat-cookies.ts";
import { admit, comeAlong, knockAgain, welcomeBack, type Entrance, type Seat } from "./seating.ts";

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
        summary:
          "Trades a link's secret for a seat; a seat that is there is kept. `waiting`: a facilitator has to let them in",
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
          200: z.object({
            participantId: z.string(),
            role: z.enum(roles),
            token: z.string(),
            /** The board's door is on: until a facilitator lets them in the seat opens nothing. */
            waiting: z.literal(true).optional(),
          }),
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
        const { held, link } = await readClaim(
          board,
          request,
          comesAlong ? undefined : secret,
          fresh,
        );
        const seat = fresh ? undefined : held;
        if (!seat && !link && !comesAlong && !maySignIn) throw failures.noSeat();
        return rooms.use(board, async (room) => {
          if (comesAlong) return comeAlong(context, room, secret, seat);
          if (seat && room.roleOf(seat.identity))
            return welcomeBack(context, room, seat, link, name);
          // another seat would only be another place at the same door
          const knock = held && knockOf(room.control, held.identity);
          if (held && knock) return knockAgain(context, room, held, knock, link, name);
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
      const { role, token } = taken;
      const { participant: participantId } = taken.identity;
      return { participantId, role, token, ...(taken.isWaiting && { waiting: true as const }) };
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
      await atDoor(context, request, async (room, { board, identity }) => {
        const isThere = room.roleOf(identity) ?? knockOf(room.control, identity);
        if (!isThere || identity.type !== "seat") throw failures.noSeat();
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
  ): Promise<{ held: Seat | undefined; link: Entrance | undefined }> {
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
    if (!credentials || identity?.type !== "seat") return { held: undefined, link };
    if (credentials.via === "cookie" && !addresses.isOwn(request, request.headers.origin)) {
      if (fresh) return { held: undefined, link };
      throw failures.foreignOrigin();
    }
    return { held: { identity, token: credentials.key }, link };
  }
};

/** What is answered to a seat that is worth nothing any more. */
const lostSeat: ReadonlySet<string> = new Set(["no-seat", "no-board", "board-deleted"]);
