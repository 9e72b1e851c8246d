// The HTTP side of the contract, typed. Every failure becomes an ApiFailure with the server's own code; no network is one too.
import { z } from "zod/mini";
import {
  phaseIds,
  readBoardId,
  readParticipantId,
  roles,
  type BoardId,
  type Language,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import { basePath } from "./base-path.ts";

/** What went wrong with a call: `offline` without an answer, `signed-out` behind a sign-in, else the code and message of the server. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiFailure";
    this.code = code;
    this.status = status;
  }
}

const secretsSchema = z.object({
  facilitator: z.string(),
  participant: z.string(),
  observer: z.string(),
});

/** The secrets of a board, by the role they give. */
export type Secrets = z.infer<typeof secretsSchema>;

const createdSchema = z.object({ id: z.string(), title: z.string(), secrets: secretsSchema });
const joinedSchema = z.object({
  participantId: z.string(),
  role: z.enum(roles),
  waiting: z.optional(z.boolean()),
});

/** A seat on a board. One that waits opens nothing until a facilitator lets its owner in. */
export interface Joined {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly isWaiting: boolean;
}

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Creates a board; the answer holds the three secrets, which the server keeps only as hashes. */
export async function createBoard(board: {
  readonly title?: string;
  readonly language: Language;
}): Promise<{ readonly id: BoardId; readonly secrets: Secrets }> {
  const created = createdSchema.parse(await call("POST", "/api/boards", board));
  return { id: must(readBoardId(created.id)), secrets: created.secrets };
}

/** Trades a secret for a seat; without one, the seat that this browser's cookie stands for is taken again. */
export async function joinBoard(
  board: BoardId,
  seat: { readonly secret?: string; readonly name?: string; readonly fresh?: boolean },
): Promise<Joined> {
  const {
    participantId,
    role,
    waiting = false,
  } = joinedSchema.parse(await call("POST", `/api/boards/${board}/join`, seat));
  return { participantId: must(readParticipantId(participantId)), role, isWaiting: waiting };
}

/** Ends this browser's seat. */
export const leaveBoard = (board: BoardId): Promise<unknown> =>
  call("POST", `/api/boards/${board}/leave`, {});

/** Deletes a board for good, for everyone. */
export const deleteBoard = (board: BoardId): Promise<unknown> =>
  call("DELETE", `/api/boards/${board}`);

const requestAnswer = z.object({
  secret: z.optional(z.string()),
  link: z.optional(z.string()),
  expiresAt: z.optional(z.number()),
  leftOut: z.optional(z.number()),
});

/** Sends a request; answers what the server adds to the control state, such as the secret of a new link. */
export async function postRequest(
  board: BoardId,
  request: { readonly type: string } & Readonly<Record<string, unknown>>,
): Promise<z.infer<typeof requestAnswer>> {
  return requestAnswer.parse(await call("POST", `/api/boards/${board}/requests`, request));
}

/** Sends a note to whoever leads now, and to nobody else. A note of one id is delivered once. */
export const sendNote = (
  board: BoardId,
  note: { readonly id: string; readonly text: string; readonly named: boolean },
): Promise<unknown> => call("POST", `/api/boards/${board}/notes`, note);

const summarySchema = z.object({
  title: z.string(),
  phase: z.enum(phaseIds),
  sealed: z.boolean(),
  createdAt: z.catch(z.number(), 0),
  participants: z.array(
    z.object({ name: z.string(), role: z.enum(roles), connected: z.boolean() }),
  ),
  /** The name one is signed in with where the server stands, if there is a sign-in. */
  signedInAs: z.optional(z.string()),
});

/** What a board shows of itself to whoever has a seat or a link. */
export type BoardSummary = z.infer<typeof summarySchema>;

/** Reads a board's summary by a link's secret, before joining; without one, by the seat this browser has. */
export async function readSummary(board: BoardId, secret?: string): Promise<BoardSummary> {
  return summarySchema.parse(await call("GET", `/api/boards/${board}`, undefined, secret));
}

/** Calls the server; answers the body. Throws an ApiFailure. */
export async function call(
  method: string,
  path: string,
  body?: unknown,
  bearer?: string,
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(basePath + path, {
      method,
      credentials: "same-origin",
      redirect: "manual", // the server never sends a call elsewhere: that is a sign-in in front of it
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new ApiFailure("offline", "The server does not answer.", 0, { cause });
  }
  if (response.type === "opaqueredirect") throw signedOut();
  const text = await response.text();
  const answer: unknown = readJson(text);
  if (response.ok) return answer;
  const parsed = errorSchema.safeParse(answer);
  if (parsed.success)
    throw new ApiFailure(parsed.data.error.code, parsed.data.error.message, response.status);
  if (response.status === 401 || response.status === 403) throw signedOut();
  // A proxy in between answered for a server that is not there.
  throw new ApiFailure(
    response.status >= 500 ? "offline" : "unexpected",
    `The server answered ${response.status}.`,
    response.status,
  );
}

/** Somebody in front of the server wants to know who is there, and answered in its place. */
const signedOut = () => new ApiFailure("signed-out", "You are signed out.", 0);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined)
    throw new ApiFailure("unexpected", "The server sent an unknown id.", 200);
  return value;
}
