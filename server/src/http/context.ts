// What the routes share, and how each of them learns who calls.
import { readBoardId, type BoardId, type Role } from "@secondstory/shared";
import type { FastifyRequest, RouteShorthandOptions } from "fastify";
import type { Addresses } from "../access/addresses.ts";
import { identify, linkOf, readCredentials } from "../access/identify.ts";
import type { SignIn } from "../access/sign-in.ts";
import type { Audit, AuditEvent } from "../audit/audit.ts";
import type { Metrics } from "../metrics.ts";
import type { Identity } from "../rooms/peer.ts";
import { knockOf } from "../rooms/permissions.ts";
import type { Room } from "../rooms/room.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Limits } from "../limits.ts";
import type { Storage } from "../storage/storage.ts";
import { failures, type HttpFailure } from "./http-failure.ts";

/** What every route works with. */
export interface Context {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly addresses: Addresses;
  readonly signIn: SignIn;
  readonly metrics: Metrics;
  readonly audit: Audit;
  readonly limits: Limits | undefined;
  /** How long a link to another device works. */
  readonly deviceLinkMs: number;
  /** Whether the server has begun to end: it answers, and takes nobody in any more. */
  readonly ending: { hasBegun: boolean };
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Somebody who has a seat on the board, or a script that came with its link. */
export interface Caller {
  readonly board: BoardId;
  readonly identity: Identity;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set by `authenticate`. */
    caller: Caller | undefined;
    /** The board in the path, once it is known to be an id: for the log. */
    board: BoardId | undefined;
  }
}

/** The board that a path names. Throws 404 for text that cannot be an id. */
export function boardOf(request: FastifyRequest<{ Params: { id: string } }>): BoardId {
  const board = readBoardId(request.params.id);
  if (!board) throw failures.noBoard();
  request.board = board;
  return board;
}

/** Why a board is not there: it was deleted, or never was. */
export const missingBoard = async (storage: Storage, board: BoardId): Promise<HttpFailure> =>
  (await storage.wasDeleted(board)) ? failures.boardDeleted() : failures.noBoard();

/**
 * Lets nobody pass who has no seat on the board: 404 for an unknown board, 401 without a seat, and 403 for a call that
 * changes something, relies on the cookie and came from another site.
 */
export const authenticate =
  ({ storage, addresses }: Context) =>
  async (request: FastifyRequest<{ Params: { id: string } }>): Promise<void> => {
    const board = boardOf(request);
    const credentials = readCredentials(request.headers);
    const identity = credentials && (await identify(storage, board, credentials));
    if (!identity) {
      if (!(await storage.readBoard(board))) throw await missingBoard(storage, board);
      if (credentials?.via === "bearer" && (await linkOf(storage, board, credentials.key)))
        throw failures.secretSwitchedOff(); // a link that works is an identity
      throw failures.noSeat();
    }
    const isReading = request.method === "GET" || request.method === "HEAD";
    const needsOrigin = credentials.via === "cookie" && !isReading;
    if (needsOrigin && !addresses.isOwn(request, request.headers.origin))
      throw failures.foreignOrigin();
    request.caller = { board, identity };
  };

/** Runs with the caller's room open, and the role the caller has in it. Whoever is at the door gets no further. */
export const inRoom = <Value>(
  context: Context,
  request: FastifyRequest,
  run: (room: Room, caller: Caller & { readonly role: Role }) => Promise<Value>,
): Promise<Value> =>
  atDoor(context, request, (room, caller) => {
    const role = room.roleOf(caller.identity);
    if (!role) throw whyOutside(room, caller.identity);
    return run(room, { ...caller, role });
  });

/** Runs with the caller's room open, wherever the caller stands: for what somebody may who is at the door. */
export async function atDoor<Value>(
  { rooms, storage }: Context,
  request: FastifyRequest,
  run: (room: Room, caller: Caller) => Promise<Value>,
): Promise<Value> {
  const { caller } = request;
  if (!caller) throw failures.noSeat();
  const result = await rooms.use(caller.board, async (room) => ({
    value: await run(room, caller),
  }));
  if (!result) throw await missingBoard(storage, caller.board);
  return result.value;
}

/** What is said to somebody who has no role here. */
export function whyOutside({ control }: Room, identity: Identity): HttpFailure {
  const knock = knockOf(control, identity);
  if (knock) return knock.turnedAwayAt === null ? failures.waiting() : failures.turnedAway();
  return identity.type === "link" ? failures.doorClosed() : failures.noSeat();
}

type RateLimited = Pick<RouteShorthandOptions, "config">;

/** Limits calls by address, for those who have no seat yet. */
export const perAddress = (max: number | undefined, timeWindow: string): RateLimited =>
  max === undefined ? {} : { config: { rateLimit: { max, timeWindow } } };

/** Limits calls by seat; without figures of its own a route has those of all. */
export const perSeat = (
  { limits }: Context,
  figures = limits && { max: limits.callsPerMinute, timeWindow: "1 minute" },
): RateLimited =>
  figures
    ? {
        config: {
          rateLimit: {
            ...figures,
            hook: "preHandler",
            keyGenerator: (request: FastifyRequest) => request.caller?.identity.key ?? request.ip,
          },
        },
      }
    : {};

/** Somebody, as the audit log calls them. */
export const auditedAs = (identity: Identity): AuditEvent["by"] =>
  identity.type === "seat" ? identity.participant : "link";
