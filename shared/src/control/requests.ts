// What clients may ask the server to decide, as schemas: the server validates with them, the client is typed by them.
import { z } from "zod/mini";
import { phaseIds } from "../phases/index.ts";
import { roles, type Role } from "../wire/roles.ts";
import { languages } from "../words/index.ts";

const shape = {
  /** Made by the client: a request with a known id changes nothing, so that it can be sent again. */
  id: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** The phase its sender saw: a request from a stale one changes nothing. */
  from: z.optional(z.enum(phaseIds)),
};

const request = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, rest: Shape) =>
  z.object({ type: z.literal(type), ...shape, ...rest });

/** A participant's id in a request. */
const participant = z.string().check(z.minLength(1), z.maxLength(64));

export const meetingRequest = z.discriminatedUnion("type", [
  request("advance", {}),
  request("back", {}),
  request("goTo", { phase: z.enum(phaseIds) }),
  /** Either the board's title, or one's own name. */
  request("rename", { title: z.optional(z.string()), name: z.optional(z.string()) }),
  request("setLanguage", { language: z.enum(languages) }),
  request("setRole", { participant, role: z.enum(roles) }),
  request("remove", { participant, switchOffLinks: z.optional(z.boolean()) }),
  /** Makes another link that gives a role; older ones work until they are switched off. */
  request("newLink", { role: z.enum(roles) }),
  request("switchOffLinks", { role: z.enum(roles) }),
  request("seal", {}),
  request("reopen", {}),
]);

/** A request to the server. */
export type MeetingRequest = z.infer<typeof meetingRequest>;

export type RequestType = MeetingRequest["type"];

/** The least role that may ask. */
export const whoMayAsk: Readonly<Record<RequestType, Role>> = {
  advance: "facilitator",
  back: "facilitator",
  goTo: "facilitator",
  rename: "observer", // one's own name; a title needs a participant, which the decision checks
  setLanguage: "facilitator",
  setRole: "facilitator",
  remove: "facilitator",
  newLink: "facilitator",
  switchOffLinks: "facilitator",
  seal: "facilitator",
  reopen: "facilitator",
};
