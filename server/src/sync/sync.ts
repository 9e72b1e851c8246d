// WebSocket ⇄ room. A socket is accepted and then closed with its code, because a browser cannot see the status of an
// upgrade; only a foreign origin is turned away before it.
//
// Upgrades do not go through the routes: a storm of hundreds of sockets must cost neither their hooks nor a request, a reply
// and a logger that live as long as the socket does (ADR 0022).
import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { WebSocketServer, type ServerOptions } from "ws";
import type { Trust } from "../access/asker.ts";
import type { Context } from "../http/context.ts";
import { failures, HttpFailure } from "../http/failures.ts";
import { answerRaw } from "../http/raw-failures.ts";
import type { WireSettings } from "../settings.ts";
import { NetworkCounts } from "./allowance.ts";
import { drain } from "./drain.ts";
import { readHandshake } from "./handshake.ts";
import { keepAlive } from "./keep-alive.ts";
import { Session } from "./session.ts";

/** What the sockets need to know. */
export interface SyncOptions {
  readonly context: Context;
  readonly wire: WireSettings;
  readonly trust: Trust;
}

/** The sockets of boards. */
export function syncRoutes(app: FastifyInstance, { context, wire, trust }: SyncOptions): void {
  const { addresses, rooms, metrics, limits, ending } = context;
  const sessions = new Set<Session>();
  const networks = new NetworkCounts();
  const shared = { ...context, wire, log: app.log };
  const options: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    perMessageDeflate: false, // it would cost 300 KB a socket, and frames of ours could not be written past it
    clientTracking: false,
    maxPayload: wire.frameBytes,
    closeTimeout: wire.closeMs,
  };
  const server = new WebSocketServer(options);
  server.on("wsClientError", (_error, raw: Socket) => {
    answerRaw(raw, badHandshake, ["Sec-WebSocket-Version: 13"]);
  });

  app.server.on("upgrade", (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    if (!(raw instanceof Socket)) return raw.destroy(); // Node wraps it for calls with a body, which do not come here
    const handshake = readHandshake(request, addresses, trust);
    if (!handshake) {
      metrics.refusals.inc({ code: "foreign-origin" });
      return answerRaw(raw, failures.foreignOrigin());
    }
    server.handleUpgrade(request, raw, head, (socket) => {
      const session = new Session(shared, socket, raw, handshake, () => {
        sessions.delete(session);
        networks.remove(session.network);
        metrics.connections.set(sessions.size);
      });
      sessions.add(session);
      metrics.connections.set(sessions.size);
      const ofNetwork = networks.add(session.network);
      if (ending.hasBegun) session.close("restarting");
      else if (limits && ofNetwork > limits.socketsPerAddress) session.close("tryLater");
      else void session.open(handshake);
    });
  });

  app.get("/api/boards/:id/sync/:doc", { schema: { hide: true } }, async () => {
    throw new HttpFailure(426, "upgrade-required", "This address speaks WebSocket alone.");
  });

  metrics.queueBytes.read = () => {
    let sum = 0;
    for (const session of sessions) sum += session.queuedBytes;
    return sum;
  };
  const stopPinging = keepAlive(sessions, wire.pingEveryMs);
  app.addHook("preClose", async () => {
    ending.hasBegun = true;
    await drain(sessions, rooms, wire.drainMs);
    stopPinging();
    // calls that never come to an end must not hold the process either
    setTimeout(() => app.server.closeAllConnections(), wire.drainMs / 4).unref();
  });
}

const badHandshake = new HttpFailure(
  400,
  "bad-handshake",
  "This is no WebSocket handshake of version 13. Use a WebSocket client.",
);
