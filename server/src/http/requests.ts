// Requests: asking the server to steer the meeting.
import { meetingRequest, type MeetingRequest } from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { hashKey, newKey } from "../access/keys.ts";
import type { AccessChange } from "../storage/storage.ts";
import { authenticate, inRoom, perSeat, type Context } from "./context.ts";
import { refusalFailure } from "./failures.ts";
import { boardParams, controlAnswer, refusals } from "./schemas.ts";

/** The route of requests. */
export const requestRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (
  app,
  { context },
) => {
  app.post(
    "/api/boards/:id/requests",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "Asks the server to decide; answers with what steers the meeting afterwards",
        params: boardParams,
        body: meetingRequest,
        response: {
          200: z.object({
            control: controlAnswer,
            /** Of a link that was just made. */
            link: z.string().optional(),
            secret: z.string().optional(),
          }),
          ...refusals,
        },
      },
    },
    (request) =>
      inRoom(context, request, async (room, { board, identity }) => {
        const secret = newKey();
        const access = accessOf(request.body, secret);
        const result = await room.decide(request.body, identity, access);
        if (!result.ok) throw refusalFailure(result.refusal.code);
        const { control, isCarriedOut } = result.value;
        if (request.body.type !== "newLink" || !isCarriedOut) return { control };
        return { control, secret, link: context.addresses.boardLink(request, board, secret) };
      }),
  );
};

/** What a request changes outside the documents: seats and links. */
function accessOf(request: MeetingRequest, secret: string): AccessChange[] {
  switch (request.type) {
    case "newLink":
      return [{ type: "add-secret", secret: { role: request.role, hash: hashKey(secret) } }];
    case "switchOffLinks":
      return [{ type: "switch-off-role", role: request.role }];
    case "remove": {
      const { participant, switchOffLinks } = request;
      const ended: AccessChange = { type: "end-seats-of", participant };
      return switchOffLinks ? [ended, { type: "switch-off-links-of", participant }] : [ended];
    }
    default:
      return [];
  }
}
