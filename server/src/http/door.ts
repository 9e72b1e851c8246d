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
            /** From when on joining again asks again: epoch milliseconds, server clock. */
            againAt: z.number().optional(),
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
        if (knock.turnedAwayAt === null) return { stands: "waiting" as const };
        const againAt = knock.turnedAwayAt + (context.limits?.knockAgainMs ?? 0);
        return { stands: "turned-away" as const, againAt };
      }),
  );
};
