// A server without its routes: its port, its rooms and their sockets. That is what people wait for after a restart, so it
// listens as soon as this much is there; calls wait until the routes are (app.ts).
import type { RequestListener, Server as HttpServer } from "node:http";
import { availableParallelism } from "node:os";
import type { FastifyBaseLogger } from "fastify";
import type { Audit } from "./audit/audit.ts";
import { addressesOf } from "./access/addresses.ts";
import { trustOf, type Trust } from "./access/asker.ts";
import { signInBy } from "./access/sign-in.ts";
import type { Context } from "./http/context.ts";
import type { MetricsDoor } from "./http/metrics-door.ts";
import { createServer } from "./http/node-http.ts";
import { answerBadCall } from "./http/raw-failures.ts";
import { openLog, type LogStream } from "./log.ts";
import { Metrics } from "./metrics.ts";
import type { DocHost } from "./rooms/doc-host.ts";
import { keepRetention } from "./retention.ts";
import { LoadGauge } from "./rooms/load-gauge.ts";
import type { RoomSettings } from "./rooms/room-options.ts";
import { Rooms } from "./rooms/rooms.ts";
import { workerHost } from "./rooms/worker-host.ts";
import type { WireSettings } from "./limits.ts";
import type { Settings } from "./settings.ts";
import type { Storage } from "./storage/storage.ts";
import { asksForSocket } from "./sync/handshake.ts";
import { openSockets } from "./sync/sync.ts";

/** What a server is made of. Whatever is left out has a default that fits one machine. */
export interface ServerOptions {
  readonly storage: Storage;
  readonly settings: Pick<
    Settings,
    | "publicUrl"
    | "logLevel"
    | "limits"
    | "deviceLinkMs"
    | "asideUndoMs"
    | "wire"
    | "nameless"
    | "votes"
    | "stepInAfterMs"
    | "draftCountsMs"
    | "trustProxy"
    | "authNameHeader"
    | "retentionDays"
    | "metricsDoor"
    | "clientDir"
    | "awaySeconds"
  >;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly host?: DocHost;
  readonly rooms?: Partial<RoomSettings> & { readonly idleMs?: number };
  readonly wire?: Partial<WireSettings>;
  readonly logStream?: LogStream;
  /** Where the audit log goes; may reject. Without one there is none. */
  readonly audit?: Audit;
}

/** A server that its routes are still to be put on. */
export interface Server {
  readonly http: HttpServer;
  readonly log: FastifyBaseLogger;
  readonly context: Context;
  readonly host: DocHost;
  readonly wire: WireSettings;
  readonly trust: Trust;
  readonly clientDir: string;
  readonly awaySeconds: number;
  readonly mostVotes: number;
  readonly metricsDoor: MetricsDoor;
  /** Hands all calls to the routes, first of all those that came before. */
  serve(routes: RequestListener): void;
  /** Puts everything on disk and closes the sockets, within a time. Calls are still answered. */
  drain(): Promise<void>;
  /** Stops listening; once all calls are answered, closes the documents and the storage. */
  close(): Promise<void>;
}

/** How rooms behave if nothing else is said. */
const roomDefaults = {
  compaction: { rows: 2_000, sizeBytes: 256 * 1024 },
  tick: { perPeerMs: 0.25, maxMs: 12.5, crowd: 100 },
  presenceEveryMs: 75,
  presenceClients: 16,
  atHandMs: 3_000,
  idleMs: 30_000,
} as const;

/** One core stays with the event loop. */
const docThreads = Math.min(4, Math.max(1, availableParallelism() - 1));

/** How long a connection that has nothing to ask is kept: longer than proxies keep theirs, so that they close first. */
const keepAliveMs = 72_000;

/** Opens a server that does not listen yet. */
export function openServer(options: ServerOptions): Server {
  const { storage, settings, now = Date.now, host = workerHost(docThreads) } = options;
  const { limits, deviceLinkMs } = settings;
  const wire = { ...settings.wire, ...options.wire };
  const trust = trustOf(settings.trustProxy);
  const log = openLog(settings.logLevel, options.logStream);
  const metrics = new Metrics();
  metrics.openDocs.read = () => host.openDocs;
  const rooms = new Rooms({
    storage,
    host,
    now,
    metrics,
    load: new LoadGauge(),
    settings: {
      ...roomDefaults,
      presenceSlowBytes: wire.queueBytes / 4,
      behindBytes: wire.queueBytes,
      maxUpdateParts: wire.updateParts,
      maxWaitingParts: wire.waitingParts,
      askAgainMs: limits?.askAgainMs ?? 0,
      seenItems: limits?.seenItems,
      maxWaiting: limits?.waitingPerBoard,
      knockAgainMs: limits?.knockAgainMs ?? 0,
      stepInAfterMs: settings.stepInAfterMs,
      asideUndoMs: settings.asideUndoMs,
      namelessWaitMs: settings.nameless.waitMs,
      namelessTogether: settings.nameless.together,
      voteCountMs: settings.votes.countMs,
      maxVotes: settings.votes.most,
      draftCountsMs: settings.draftCountsMs,
      maxConnections: limits?.socketsPerBoard,
      maxDocBytes: limits?.documentBytes,
      ...options.rooms,
    },
    idleMs: options.rooms?.idleMs ?? roomDefaults.idleMs,
    onFailure: (what, board, error) => log.error({ board, err: error }, what),
  });
  const addresses = addressesOf(settings.publicUrl);
  const ending = { hasBegun: false };
  const audit: Audit = async (event) => {
    try {
      await options.audit?.(event);
    } catch (error) {
      log.error({ board: event.board, event: event.event, err: error }, "audit failure"); // what happened did happen
    }
  };
  const context: Context = {
    storage,
    rooms,
    addresses,
    signIn: signInBy(settings.authNameHeader, trust),
    metrics,
    audit,
    limits,
    deviceLinkMs,
    ending,
    now,
  };
  const http = createServer({
    shouldUpgradeCallback: (request) => asksForSocket(request, addresses),
    headersTimeout: wire.headMs,
    requestTimeout: wire.callMs,
    connectionsCheckingInterval: wire.headMs / 4,
    keepAliveTimeout: keepAliveMs,
  });
  http.on("clientError", answerBadCall);
  const sockets = openSockets(http, { context, wire, trust, log });
  const { retentionDays: days } = settings;
  const endRetention =
    days === undefined ? undefined : keepRetention({ storage, rooms, log, audit, now, days });

  const early: Parameters<RequestListener>[] = [];
  const wait: RequestListener = (request, response) => void early.push([request, response]);
  http.on("request", wait);

  return {
    http,
    log,
    context,
    host,
    wire,
    trust,
    clientDir: settings.clientDir,
    awaySeconds: settings.awaySeconds,
    mostVotes: settings.votes.most,
    metricsDoor: settings.metricsDoor,
    serve(routes) {
      http.off("request", wait);
      http.on("request", routes);
      for (const [request, response] of early.splice(0)) routes(request, response);
    },
    async drain() {
      ending.hasBegun = true;
      endRetention?.();
      await sockets.drain();
      // calls that never come to an end must not hold the process either
      setTimeout(() => http.closeAllConnections(), wire.drainMs / 4).unref();
    },
    async close() {
      if (http.listening) await new Promise<void>((resolve) => http.close(() => resolve()));
      await host.close();
      await storage.close();
    },
  };
}
