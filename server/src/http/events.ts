// Events from scripts and chat bots: written onto the board by the server.
import {
  eventKinds,
  invariant,
  isAtLeast,
  isSafeUrl,
  maxEventLength,
  maxEventsAtOnce,
  readCardId,
} from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { nanoid } from "nanoid";
import { z } from "zod";
import type { EventToAdd } from "../rooms/doc-host.ts";
import { authenticate, inRoom, perSeat, type Context } from "./context.ts";
import { failures } from "./http-failure.ts";
import { boardParams, errorAnswer, refusals } from "./schemas.ts";

/** 500 events with the longest texts and some pasted logs. */
const maxBodyBytes = 16 * 1024 * 1024;

const isoTime = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A moment as ISO 8601 text (without an offset it is UTC) or as epoch milliseconds. */
const moment = z.union([z.number(), z.string()]).transform((value, context) => {
  const at = typeof value === "number" ? value : readIso(value);
  if (Number.isFinite(at) && Math.abs(at) <= 8.64e15) return Math.round(at);
  context.addIssue({
    code: "custom",
    message: "is no time; send one such as 2026-11-22T02:03:00Z, or epoch milliseconds",
  });
  return z.NEVER;
});

const piece = z.string().min(1).max(100_000);

const eventBody = z.object({
  at: moment,
  text: z.string().trim().min(1).max(maxEventLength),
  kind: z.enum(eventKinds).default("observation"),
  url: z
    .string()
    .max(2_000)
    .refine(isSafeUrl, "is not an http, https or mailto address")
    .optional(),
  /** Pasted logs, or addresses. */
  evidence: z.union([piece, z.array(piece).max(20)]).optional(),
});

/** The route of events. */
export const eventRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (
  app,
  { context },
) => {
  app.post(
    "/api/boards/:id/events",
    {
      ...perSeat(context),
      bodyLimit: maxBodyBytes,
      preValidation: authenticate(context),
      schema: {
        summary: "Puts events on the timeline",
        params: boardParams,
        body: z.object({ events: z.array(eventBody).min(1).max(maxEventsAtOnce) }),
        response: {
          201: z.object({ events: z.array(z.object({ id: z.string() })) }),
          ...refusals,
          413: errorAnswer,
        },
      },
    },
    async (request, reply) => {
      const events = request.body.events.map(toEvent);
      await inRoom(context, request, async (room, { role }) => {
        if (!isAtLeast(role, "participant"))
          throw failures.roleTooLow("Observers read. A facilitator can make you a participant.");
        const result = await room.addEvents(events);
        if (!result.ok) throw failures.sealed();
      });
      return reply.code(201).send({ events: events.map(({ id }) => ({ id })) });
    },
  );
};

function toEvent({ at, text, kind, url, evidence = [] }: z.output<typeof eventBody>): EventToAdd {
  const id = readCardId(nanoid());
  invariant(id, "nanoid makes ids");
  const pieces = typeof evidence === "string" ? [evidence] : evidence;
  return {
    id,
    at,
    text: text.toWellFormed(),
    kind,
    evidence: [
      ...(url === undefined ? [] : [{ url: url.toWellFormed() }]),
      ...pieces.map((pasted) =>
        isSafeUrl(pasted) ? { url: pasted.toWellFormed() } : { text: pasted.toWellFormed() },
      ),
    ],
  };
}

function readIso(text: string): number {
  const match = isoTime.exec(text.trim());
  if (!match) return Number.NaN;
  const iso = text.trim().replace(" ", "T").replace(",", ".");
  const hasTime = iso.includes("T");
  return Date.parse(hasTime && match[1] === undefined ? `${iso}Z` : iso);
}
