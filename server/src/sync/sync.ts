// WebSocket ⇄ room. A socket is accepted and then closed with its code, because a browser cannot see the status of an
// upgrade; only a foreign origin is turned away before it.
//
// Upgrades do not go through the routes: a storm of hundreds of sockets must cost neither their hooks nor a request, a reply
// and a logger that live as long as the socket does (ADR 0022).
import type { IncomingMessage, Server } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import { WebSocketServer, type ServerOptions } from "ws";
import type { Trust } from "../access/asker.ts";
import type { Context } from "../http/context.ts";
import { failures, HttpFailure } from "../http/http-failure.ts";
import { answerRaw } from "../http/raw-failures.ts";
import type { WireSettings } from "../limits.ts";
import { NetworkCounts } from "./allowance.ts";
import { drain } from "./drain.ts";
import { readHandshake } from "./handshake.ts";
import { keepAlive } from "./keep-alive.ts";
import { Session } from "./session.ts";

/** What the sockets need to know. */
export interface SocketOptions {
  readonly context: Context;
  readonly wire: WireSettings;
  readonly trust: Trust;
  readonly log: FastifyBaseLogger;
}

/** The sockets of a server. */
export interface Sockets {
  /** Puts everything on disk and closes every socket, within a time. Whoever comes meanwhile is turned away. */
  drain(): Promise<void>;
}

/** Takes over every call that asks for a socket of a board. */
export function openSockets(http: Server, { context, wire, trust, log }: SocketOptions): Sockets {
  const { addresses, rooms, metrics, limits, ending } = context;
  const sessions = new Set<Session>();
  const networks = new NetworkCounts();
  const shared = { ...context, wire, log };
  const options: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    autoPong: false, // it would go out however much waits already
    perMessageDeflate: false, // it would cost 300 KB a socket, and frames of ours could not be written past it
    clientTracking: false,
    maxPayload: wire.frameBytes,
    closeTimeout: wire.closeMs,
  };
  const server = new WebSocketServer(options);
  server.on("wsClientError", (_error, raw: Socket) => {
    answerRaw(raw, badHandshake, ["Sec-WebSocket-Version: 13"]);
  });

  http.on("upgrade", (request: IncomingMessage, raw: Duplex, head: Buffer) => {
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
      else if (limits && ofNetwork > limits.socketsPerAddress) refuseNetwork(session);
      else void session.open(handshake);
    });
  });

  let hasWarned = false;
  function refuseNetwork(session: Session): void {
    if (!hasWarned) log.warn("too many sockets of one address: behind a proxy, set TRUST_PROXY");
    hasWarned = true;
    session.close("tryLater");
  }

  metrics.queueBytes.read = () => {
    let sum = 0;
    for (const session of sessions) sum += session.queuedBytes;
    return sum;
  };
  const stopPinging = keepAlive(sessions, wire.pingEveryMs);
  return {
    async drain() {
      await drain(sessions, rooms, wire.drainMs);
      stopPinging();
    },
  };
}

const badHandshake = new HttpFailure(
  400,
  "bad-handshake",
  "This is no WebSocket handshake of version 13. Use a WebSocket client.",
);
