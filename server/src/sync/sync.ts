// WebSocket ⇄ room. A socket is accepted and then closed with its code, because a browser cannot see the status of an
// upgrade; only a foreign origin is turned away before it.
import websocket from "@fastify/websocket";
import { closeCodes, readBoardId, readDocName, type CloseReason } from "@secondstory/shared";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { identify, readCredentials } from "../access/identify.ts";
import { failures, HttpFailure } from "../http/failures.ts";
import type { Context } from "../http/context.ts";
import type { Peer } from "../rooms/peer.ts";
import type { Visit } from "../rooms/permissions.ts";
import type { Held } from "../rooms/rooms.ts";
import { StorageFailure } from "../storage/storage.ts";
import { connectionOf } from "./connection.ts";
import { keepAlive } from "./keep-alive.ts";
import { drain } from "./drain.ts";

/** The largest frame: what somebody wrote offline comes back in one. */
const maxFrameBytes = 16 * 1024 * 1024;

/** What the sockets need to know. */
export interface SyncOptions {
  readonly context: Context;
  /** A socket that answers no ping within this time is taken for dead. */
  readonly pingEveryMs: number;
  /** How long closing sockets may take when the server ends. */
  readonly drainMs: number;
}

interface SyncRoute {
  Params: { id: string; doc: string };
  Querystring: Readonly<Record<string, unknown>>;
}

/** The sockets of boards. */
export async function syncRoutes(
  app: FastifyInstance,
  { context, pingEveryMs, drainMs }: SyncOptions,
): Promise<void> {
  const { addresses, rooms, storage, metrics, limits } = context;

  await app.register(websocket, {
    options: { maxPayload: maxFrameBytes, perMessageDeflate: false },
    errorHandler: (_error, socket) => socket.terminate(), // a peer that breaks the WebSocket protocol; ws has closed it
    preClose: () => drain(app.websocketServer, rooms, drainMs),
  });
  const stopPinging = keepAlive(app.websocketServer, pingEveryMs);
  app.addHook("onClose", async () => stopPinging());

  app.route<SyncRoute>({
    method: "GET",
    url: "/api/boards/:id/sync/:doc",
    schema: { hide: true },
    preValidation: async (request) => {
      const { origin } = request.headers;
      if (origin !== undefined && !addresses.isOwn(request, origin)) throw failures.foreignOrigin();
    },
    handler: async () => {
      throw new HttpFailure(426, "upgrade-required", "This address speaks WebSocket alone.");
    },
    wsHandler: (socket, request) => serve(socket, request),
  });

  async function serve(socket: WebSocket, request: FastifyRequest<SyncRoute>): Promise<void> {
    socket.pause(); // nothing is read, and nothing kept, before it is known who is there
    metrics.connections.inc();
    let peer: Peer | undefined;
    let held: Held | undefined;
    const leave = () => {
      if (peer) held?.room.leave(peer);
      held?.release();
    };
    socket.on("close", (code) => {
      metrics.connections.dec();
      leave();
      request.log.debug({ ...idsOf(request), code }, "socket closed");
    });
    try {
      const visit = await readVisit(request);
      if (typeof visit === "string") return close(socket, request, visit);
      held = await rooms.hold(visit.board);
      if (!held) return close(socket, request, "noBoard");
      const { room } = held;
      const connection = connectionOf(socket, request.raw.socket, (reason) =>
        close(socket, request, reason),
      );
      const joined = await room.join(connection, visit);
      if (!joined.ok) return close(socket, request, joined.refusal.code);
      peer = joined.value;
      listen(socket, request, room, joined.value);
    } catch (error) {
      const isEnding = error instanceof StorageFailure && error.code === "closed";
      if (!isEnding) request.log.error({ err: error, ...idsOf(request) }, "socket refused");
      close(socket, request, isEnding ? "restarting" : "tryLater");
    } finally {
      if (socket.readyState !== socket.OPEN) leave(); // it may have closed before there was anything to leave
      socket.resume();
    }
  }

  function listen(socket: WebSocket, request: FastifyRequest, room: Held["room"], peer: Peer) {
    const allowance = limits && new Allowance(limits.messagesPerSecond);
    socket.on("message", (data: Buffer, isBinary) => {
      metrics.framesIn.inc();
      metrics.bytesIn.inc(data.length);
      if (!isBinary) close(socket, request, "unreadable");
      else if (allowance && !allowance.take()) close(socket, request, "tryLater");
      else room.receive(peer, data);
    });
  }

  /** What a socket wants, or why it cannot have it. */
  async function readVisit(
    request: FastifyRequest<SyncRoute>,
  ): Promise<(Visit & { board: NonNullable<FastifyRequest["board"]> }) | CloseReason> {
    const board = readBoardId(request.params.id);
    const doc = readDocName(request.params.doc);
    if (!board || !doc) return "noBoard";
    request.board = board;
    const credentials = readCredentials(request);
    const needsOrigin = credentials?.via === "cookie";
    const isTrusted = !needsOrigin || addresses.isOwn(request, request.headers.origin);
    const identity =
      credentials && isTrusted ? await identify(storage, board, credentials) : undefined;
    if (!identity) return (await storage.readBoard(board)) ? "noSeat" : "noBoard";
    request.caller = { board, identity };
    const { participant, schema, saved } = request.query;
    return {
      board,
      doc,
      identity,
      participant: typeof participant === "string" ? participant : undefined,
      schema: readNumber(schema),
      wantsSaved: saved === "1",
    };
  }

  function close(socket: WebSocket, request: FastifyRequest, reason: CloseReason): void {
    if (socket.readyState !== socket.OPEN) return;
    metrics.refusals.inc({ code: reason });
    request.log.info({ ...idsOf(request), code: closeCodes[reason] }, "socket refused");
    socket.close(closeCodes[reason], reason);
  }
}

/** Messages a socket may send: so many a second on average, twice as many at once. */
class Allowance {
  readonly #perSecond: number;
  #left: number;
  #at = performance.now();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond * 2;
  }

  take(): boolean {
    const now = performance.now();
    const earned = ((now - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#perSecond * 2, this.#left + earned) - 1;
    this.#at = now;
    return this.#left >= 0;
  }
}

function readNumber(text: unknown): number | undefined {
  const number = typeof text === "string" && text !== "" ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

const idsOf = ({ board, caller }: FastifyRequest) => ({
  board,
  participant: caller?.identity.type === "seat" ? caller.identity.participant : undefined,
});
