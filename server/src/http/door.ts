// The door of a board, for whoever is at it: nothing but whether they are in by now.
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { knockOf } from "../rooms/permissions.ts";
import { atDoor, authenticate, perSeat, whyOutside, type Context } from "./context.ts";
import { boardParams, refusals } from "./schemas.ts";

/** The route that somebody asks who waits. */
export const doorRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (app, { context }) => {
  app.get(
    "/api/boards/:id/door",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "Whether somebody who waits to be let in is in by now",
        params: boardParams,
        response: {
          200: z.object({
            stands: z.enum(["in", "waiting", "turned-away"]),
            /** How they are called there. */
            name: z.string().optional(),
            /** How long until joining again asks again. */
            againInMs: z.number().optional(),
          }),
          ...refusals,
        },
      },
    },
    (request) =>
      atDoor(context, request, async (room, { identity }) => {
        if (room.roleOf(identity)) return { stands: "in" as const };
        const knock = knockOf(room.control, identity);
        if (!knock) throw whyOutside(room, identity);
        const { name, turnedAwayAt } = knock;
        if (turnedAwayAt === null) return { stands: "waiting" as const, name };
        const againAt = turnedAwayAt + (context.limits?.knockAgainMs ?? 0);
        return {
          stands: "turned-away" as const,
          name,
          againInMs: Math.max(0, againAt - context.now()),
        };
      }),
  );
};
