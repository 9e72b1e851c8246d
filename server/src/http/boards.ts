// Boards: making one, what it shows of itself, deleting it.
import {
  languages,
  phaseIds,
  readBoardId,
  roles,
  titleSchema,
  invariant,
  type Role,
} from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { nanoid } from "nanoid";
import { z } from "zod";
import { newLink } from "../access/keys.ts";
import type { DocHost } from "../rooms/doc-host.ts";
import { auditedAs, authenticate, inRoom, perAddress, perSeat, type Context } from "./context.ts";
import { failures, HttpFailure } from "./http-failure.ts";
import { boardParams, byRole, errorAnswer, refusals } from "./schemas.ts";

/** Routes of boards. */
export const boardRoutes: FastifyPluginAsyncZod<{
  context: Context;
  host: DocHost;
}> = async (app, { context, host }) => {
  app.post(
    "/api/boards",
    {
      ...perAddress(context.limits?.boardsPerHour, "1 hour"),
      schema: {
        summary: "Makes a board and its three links",
        body: z
          .object({
            title: z.optional(titleSchema),
            language: z.enum(languages).optional(),
          })
          .nullish(),
        response: {
          201: z.object({ id: z.string(), title: z.string(), links: byRole, secrets: byRole }),
          400: errorAnswer,
          429: errorAnswer,
        },
      },
    },
    async (request, reply) => {
      const { title = "", language = "en" } = request.body ?? {};
      const createdAt = context.now();
      const id = readBoardId(nanoid());
      invariant(id, "nanoid makes ids");
      const made = forEachRole((role) => newLink(role));
      await context.storage.createBoard({
        id,
        createdAt,
        secrets: roles.map((role) => made[role].stored),
        docs: [{ doc: "control", update: await host.seedControl({ title, language }, createdAt) }],
      });
      request.board = id;
      await context.audit({ event: "create", board: id, by: undefined });
      const secrets = forEachRole((role) => made[role].secret);
      const links = forEachRole((role) => context.addresses.boardLink(request, id, secrets[role]));
      return reply.code(201).send({ id, title, links, secrets });
    },
  );

  app.get(
    "/api/boards/:id",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "What a board shows of itself to whoever has a seat",
        params: boardParams,
        response: {
          200: z.object({
            id: z.string(),
            title: z.string(),
            phase: z.enum(phaseIds),
            sealed: z.boolean(),
            createdAt: z.number(),
            participants: z.array(
              z.object({
                id: z.string(),
                name: z.string(),
                role: z.enum(roles),
                connected: z.boolean(),
              }),
            ),
            /** The name with which the one who asks is signed in where the server stands. */
            signedInAs: z.string().optional(),
          }),
          ...refusals,
        },
      },
    },
    (request) =>
      inRoom(context, request, async (room) => {
        const { board, control } = room;
        const here = room.connected();
        const participants = Object.values(control.roster)
          .toSorted((a, b) => a.joinOrder - b.joinOrder)
          .map(({ id, name, role }) => ({ id, name, role, connected: here.has(id) }));
        return {
          id: board,
          title: control.title,
          phase: control.phase,
          sealed: control.seal !== undefined,
          createdAt: control.createdAt,
          participants,
          signedInAs: context.signIn(request.raw),
        };
      }),
  );

  // those who speak WebSocket do not come by here (sync/sync.ts)
  app.get("/api/boards/:id/sync/:doc", { schema: { hide: true } }, async () => {
    throw new HttpFailure(426, "upgrade-required", "This address speaks WebSocket alone.");
  });

  app.delete(
    "/api/boards/:id",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "Deletes a board with its seats, for good",
        params: boardParams,
        response: { 204: z.undefined(), ...refusals },
      },
    },
    async (request, reply) => {
      await inRoom(context, request, async (room, { role, board, identity }) => {
        if (role !== "facilitator") throw failures.roleTooLow("Ask a facilitator to delete it.");
        await room.erase();
        await context.storage.overwriteDeleted();
        await context.audit({ event: "delete", board, by: auditedAs(identity) });
      });
      return reply.code(204).send();
    },
  );
};

function forEachRole<Value>(make: (role: Role) => Value): Record<Role, Value> {
  return {
    facilitator: make("facilitator"),
    participant: make("participant"),
    observer: make("observer"),
  };
}
