// Requests: asking the server to steer the meeting.
import {
  mayAsk,
  meetingRequest,
  type MeetingRequest,
  type RequestType,
  type Role,
} from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { hashKey, newDeviceSecret, newLink } from "../access/keys.ts";
import type { AuditedEvent, AuditEvent } from "../audit/audit.ts";
import { participantOf } from "../rooms/permissions.ts";
import type { AccessChange } from "../storage/storage.ts";
import { auditedAs, authenticate, inRoom, perSeat, type Caller, type Context } from "./context.ts";
import { refusalFailure } from "./failures.ts";
import { failures } from "./http-failure.ts";
import { boardParams, controlAnswer, refusals } from "./schemas.ts";

/** What a request changes outside the documents, and what its answer tells of that. */
interface Outside {
  readonly access: readonly AccessChange[];
  /** Of a link that is made: nobody can ask for it again. */
  readonly secret?: string;
  /** When that link stops working by itself: epoch milliseconds, server clock. */
  readonly expiresAt?: number;
  /** What the audit log says of it, beside who did it. */
  readonly noted?: Pick<AuditEvent, "participant" | "role" | "link">;
}

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
            expiresAt: z.number().optional(),
            /** So many people's private documents cannot be read, so what they wrote is not in what was decided. */
            leftOut: z.number().optional(),
          }),
          ...refusals,
        },
      },
    },
    (request) =>
      inRoom(context, request, async (room, caller) => {
        const { board, identity } = caller;
        // the log says who called, and these two would tell whose words it is
        if (request.body.type === "putBack" || request.body.type === "share")
          request.caller = undefined;
        const outside = await outsideOf(context, caller, request.body);
        const result = await room.decide(request.body, identity, outside.access);
        if (!result.ok) throw refusalFailure(result.refusal.code);
        const { control, isCarriedOut, leftOut } = result.value;
        if (!isCarriedOut) return { control };
        const event = eventOf(request.body);
        if (event) await context.audit({ event, board, by: auditedAs(identity), ...outside.noted });
        const { secret, expiresAt } = outside;
        if (secret === undefined) return { control, ...(leftOut !== undefined && { leftOut }) };
        return {
          control,
          secret,
          link: context.addresses.boardLink(request, board, secret),
          ...(expiresAt !== undefined && { expiresAt }),
        };
      }),
  );
};

function eventOf(request: MeetingRequest): AuditedEvent | undefined {
  switch (request.type) {
    case "admitSignedIn":
      return request.admit ? "sign-in-opened" : "sign-in-closed";
    case "setDoor":
      return request.closed ? "door-on" : "door-off";
    case "setStepIn":
      return request.allowed ? "step-in-on" : "step-in-off";
    default:
      return audited[request.type];
  }
}

/** The requests that the audit log keeps. */
const audited: Partial<Record<RequestType, AuditedEvent>> = {
  setRole: "role",
  remove: "remove",
  handOver: "hand-over",
  stepIn: "step-in",
  letIn: "let-in",
  turnAway: "turn-away",
  newLink: "link-made",
  switchOffLink: "link-off",
  switchOffLinks: "links-off",
  newDeviceLink: "device-link-made",
  seal: "seal",
  reopen: "reopen",
  erase: "erase",
  eraseDeleted: "erase",
  setAside: "set-aside", // who puts it back is nobody's business: that would be its author
};

/** Seats and links that a request changes. */
async function outsideOf(
  { storage, deviceLinkMs, now }: Context,
  { board, identity, role }: Caller & { readonly role: Role },
  request: MeetingRequest,
): Promise<Outside> {
  if (!mayAsk(role, request)) return { access: [] }; // the decision refuses
  const asking = participantOf(identity);
  switch (request.type) {
    case "newLink": {
      const { secret, stored } = newLink(request.role, asking);
      const { link, role } = stored;
      return { access: [{ type: "add-secret", secret: stored }], secret, noted: { link, role } };
    }
    case "newDeviceLink": {
      if (!asking) return { access: [] };
      const secret = newDeviceSecret();
      const expiresAt = now() + deviceLinkMs;
      const deviceLink = { hash: hashKey(secret), participant: asking, expiresAt };
      return { access: [{ type: "add-device-link", deviceLink }], secret, expiresAt };
    }
    case "switchOffLink": {
      const { link } = request;
      const found = (await storage.listSecrets(board)).find((secret) => secret.link === link);
      if (!found) throw failures.noSuchLink();
      const { role, hash } = found;
      return { access: [{ type: "switch-off-link", secret: hash }], noted: { link, role } };
    }
    case "switchOffLinks":
      return {
        access: [{ type: "switch-off-role", role: request.role }],
        noted: { role: request.role },
      };
    case "setRole":
      return { access: [], noted: { participant: request.participant, role: request.role } };
    case "handOver":
    case "letIn":
    case "turnAway":
      return { access: [], noted: { participant: request.participant } };
    case "remove": {
      const { participant, switchOffLinks } = request;
      const ended: AccessChange = { type: "end-seats-of", participant };
      const access: AccessChange[] = switchOffLinks
        ? [ended, { type: "switch-off-links-of", participant }]
        : [ended];
      return { access, noted: { participant } };
    }
    default:
      return { access: [] };
  }
}
