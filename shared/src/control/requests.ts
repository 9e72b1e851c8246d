// What can be asked of the server, and who may ask. A request is one HTTP POST; the server decides and everyone hears of
// it as an update of the control document. How each is decided stands in commands.ts.
import { z } from "zod/mini";
import { readCardId, readLinkId, readParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { isAtLeast, roles, type Role } from "../wire/roles.ts";
import { languages } from "../words/index.ts";
import { cleanName, cleanTitle } from "./clean.ts";

const phase = z.enum(phaseIds);
const role = z.enum(roles);

const participant = cleaned(readParticipantId, "is not a participant's id");
const link = cleaned(readLinkId, "is not a link's id");
const card = cleaned(readCardId, "is not a card's id");

/** A board's title, cleaned; refused when it is too long. */
export const titleSchema = cleaned(cleanTitle, "is longer than 200 characters");

/** A participant's name, cleaned; refused when it is too long. Empty when nothing that can be seen is left. */
export const nameSchema = cleaned(cleanName, "is longer than 60 characters");

/** What every request may carry, so that asking twice or too late does no harm. */
const asked = {
  /** Made by the client. The server carries out a request of one id once. */
  id: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** The phase the sender saw. If the meeting has moved on since, nothing is changed. */
  from: z.optional(phase),
};

/** The longest a timer may be set to, in minutes: a whole working day. */
const maxTimerMinutes = 480;

/** What the requests of the timer carry: `from` may also be the deadline the sender saw, null where there was none. */
const askedOfTimer = {
  ...asked,
  from: z.optional(z.union([phase, z.nullable(z.number())])),
};

const shapes = [
  z.object({ type: z.literal("advance"), ...asked }),
  z.object({ type: z.literal("back"), ...asked }),
  z.object({ type: z.literal("goTo"), phase, ...asked }),
  /** Renames the board or, with `name`, the sender. */
  z.object({
    type: z.literal("rename"),
    title: z.optional(titleSchema),
    name: z.optional(nameSchema),
    ...asked,
  }),
  z.object({ type: z.literal("setLanguage"), language: z.enum(languages), ...asked }),
  z.object({ type: z.literal("setRole"), participant, role, ...asked }),
  /** Takes someone off the board; with `switchOffLinks` the links they came by stop working too. */
  z.object({
    type: z.literal("remove"),
    participant,
    switchOffLinks: z.optional(z.boolean()),
    ...asked,
  }),
  /** Makes one more link of a role. The answer carries it; nobody can ask for it again. */
  z.object({ type: z.literal("newLink"), role, ...asked }),
  /** Switches one link off: nobody joins by it any more; who came by it stays. */
  z.object({ type: z.literal("switchOffLink"), link, ...asked }),
  z.object({ type: z.literal("switchOffLinks"), role, ...asked }),
  /**
   * Starts a timer of so many minutes, in place of another. Without minutes a paused one goes on, and where there is none
   * one starts with the length that the phase suggests.
   */
  z.object({
    type: z.literal("startTimer"),
    minutes: z.optional(z.number().check(z.positive(), z.lte(maxTimerMinutes))),
    ...askedOfTimer,
  }),
  z.object({ type: z.literal("pauseTimer"), ...askedOfTimer }),
  /** One minute more. Two who ask at once, each without `from`, give two. */
  z.object({ type: z.literal("extendTimer"), ...askedOfTimer }),
  z.object({ type: z.literal("stopTimer"), ...askedOfTimer }),
  /** Whether whoever is signed in where the server stands may take part without a link's secret. */
  z.object({ type: z.literal("admitSignedIn"), admit: z.boolean(), ...asked }),
  /** Makes a link that takes the sender's own seat to another device, once, within minutes. The answer carries it. */
  z.object({ type: z.literal("newDeviceLink"), ...asked }),
  /** Somebody who reads along has something to add and asks to be let write. */
  z.object({ type: z.literal("askToWrite"), ...asked }),
  z.object({ type: z.literal("withdrawAsk"), ...asked }),
  /** Says “not now” to somebody who asked; `setRole` lets them write. */
  z.object({ type: z.literal("declineAsk"), participant, ...asked }),
  z.object({ type: z.literal("seal"), ...asked }),
  z.object({ type: z.literal("reopen"), ...asked }),
  /** Takes a card off the board for good, out of its history and out of every copy. For who wrote it, or leads. */
  z.object({ type: z.literal("erase"), card, ...asked }),
  /** Does the same with whatever people have deleted from texts and fields so far. */
  z.object({ type: z.literal("eraseDeleted"), ...asked }),
] as const;

/** The schema of everything that can be asked: the server validates with it, the client is typed by it. */
export const meetingRequest = z.discriminatedUnion("type", shapes);

/** A request to the server: read, cleaned, of a known type. */
export type MeetingRequest = z.output<typeof meetingRequest>;

export type RequestType = MeetingRequest["type"];

/** A request of one type. */
export type RequestOf<Type extends RequestType> = Extract<MeetingRequest, { readonly type: Type }>;

/** The least role that may ask; `rename` of the board needs more than `rename` of oneself, see `mayAsk`. */
export const whoMayAsk: Readonly<Record<RequestType, Role>> = {
  advance: "facilitator",
  back: "facilitator",
  goTo: "facilitator",
  rename: "observer",
  setLanguage: "facilitator",
  setRole: "facilitator",
  remove: "facilitator",
  newLink: "facilitator",
  switchOffLink: "facilitator",
  switchOffLinks: "facilitator",
  startTimer: "facilitator",
  pauseTimer: "facilitator",
  extendTimer: "facilitator",
  stopTimer: "facilitator",
  admitSignedIn: "facilitator",
  newDeviceLink: "observer",
  askToWrite: "observer",
  withdrawAsk: "observer",
  declineAsk: "facilitator",
  seal: "facilitator",
  reopen: "facilitator",
  erase: "participant",
  eraseDeleted: "facilitator",
};

/** Whether someone with this role may ask this. Everyone may rename themselves; observers rename nothing else. */
export function mayAsk(asking: Role, request: MeetingRequest): boolean {
  const isOfBoard = request.type === "rename" && request.title !== undefined;
  const least = isOfBoard ? "participant" : whoMayAsk[request.type];
  return isAtLeast(asking, least);
}

/** What a sealed board still takes, beside people's own names: a pasted secret must go, sealed or not. */
const forSealed = new Set<RequestType>(["reopen", "newDeviceLink", "erase", "eraseDeleted"]);

/** Whether a sealed board still takes this request. */
export const isForSealed = (request: MeetingRequest): boolean =>
  forSealed.has(request.type) || (request.type === "rename" && request.title === undefined);

function cleaned<Clean extends string>(
  clean: (text: string) => Clean | undefined,
  problem: string,
) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const cleanText = clean(text);
      if (cleanText !== undefined) return cleanText;
      context.issues.push({ code: "custom", message: problem, input: text });
      return z.NEVER;
    }),
  );
}
