// Notes to the facilitators: delivered to them alone, never onto the board.
import { maxInboxNoteLength } from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { authenticate, inRoom, perSeat, type Context } from "./context.ts";
import { failures, HttpFailure } from "./http-failure.ts";
import { boardParams, refusals } from "./schemas.ts";

const hourMs = 60 * 60_000;

/** The route of notes to the facilitators. */
export const noteRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (app, { context }) => {
  const { limits, now } = context;
  app.post(
    "/api/boards/:id/notes",
    {
      ...perSeat(context, limits && { max: limits.notesPerHour, timeWindow: "1 hour" }),
      preValidation: authenticate(context),
      schema: {
        summary: "Sends a note to those who are facilitators now, and to nobody else",
        params: boardParams,
        body: z.object({
          /** Made by the sender: a note of one id is delivered once. */
          id: z.string().regex(/^[\w-]{1,64}$/, "is not made of letters, digits, - and _"),
          text: z.string().trim().min(1).max(maxInboxNoteLength),
          /** Without it the server keeps nothing that says who wrote the note. */
          named: z.boolean(),
        }),
        response: { 201: z.object({ readers: z.array(z.string()) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id, text, named } = request.body;
      const at = now();
      const readers = await inRoom(context, request, async (room, { identity }) => {
        if (identity.type !== "seat")
          throw new HttpFailure(400, "no-participant", "Join the board to write to them.");
        const by = identity.participant;
        const result = await room.tellFacilitators(
          {
            id,
            text: text.toWellFormed(),
            by: named ? by : null,
            at: named ? at : at - (at % hourMs),
            readAt: null,
          },
          by,
        );
        if (result.ok) return result.value;
        if (result.refusal.code === "sealed") throw failures.sealed();
        throw new HttpFailure(
          400,
          "no-facilitator",
          "Nobody else leads this board yet. Try again when somebody does.",
        );
      });
      if (!named) request.caller = undefined; // the log says who called
      return reply.code(201).send({ readers: [...readers] });
    },
  );
};
