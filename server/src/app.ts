// Puts a server together. Nothing listens, nothing is read from the environment: main.ts does both.
import { availableParallelism } from "node:os";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { addressesOf } from "./access/addresses.ts";
import { boardRoutes } from "./http/boards.ts";
import type { Context } from "./http/context.ts";
import { eventRoutes } from "./http/events.ts";
import { exportRoutes } from "./http/exports.ts";
import { answerFailure, HttpFailure } from "./http/failures.ts";
import { logCalls, logOptions, type LogStream } from "./http/logging.ts";
import { answerBadAddress, answerBadCall } from "./http/raw-failures.ts";
import { openApi, operationRoutes } from "./http/operations.ts";
import { requestRoutes } from "./http/requests.ts";
import { seatRoutes } from "./http/seats.ts";
import { securityHeaders } from "./http/security.ts";
import { clientFiles } from "./http/static-files.ts";
import { Metrics } from "./metrics.ts";
import type { DocHost } from "./rooms/doc-host.ts";
import { LoadGauge } from "./rooms/load-gauge.ts";
import type { RoomSettings } from "./rooms/room-options.ts";
import { Rooms } from "./rooms/rooms.ts";
import { workerHost } from "./rooms/worker-host.ts";
import type { Settings } from "./settings.ts";
import type { Storage } from "./storage/storage.ts";
import { syncRoutes } from "./sync/sync.ts";

/** What a server is made of. Whatever is left out has a default that fits one machine. */
export interface AppOptions {
  readonly storage: Storage;
  readonly settings: Pick<
    Settings,
    "publicUrl" | "logLevel" | "limits" | "trustProxy" | "clientDir"
  >;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly host?: DocHost;
  readonly rooms?: Partial<RoomSettings> & { readonly idleMs?: number };
  readonly pingEveryMs?: number;
  readonly drainMs?: number;
  readonly logStream?: LogStream;
  /** Collects figures of the process too: once a process. */
  readonly hasProcessMetrics?: boolean;
}

/** How rooms behave if nothing else is said. */
const roomDefaults = {
  compaction: { rows: 2_000, sizeBytes: 256 * 1024 },
  tick: { perPeerMs: 0.25, maxMs: 12 },
  presenceEveryMs: 60,
  atHandMs: 10_000,
  presenceSlowBytes: 256 * 1024,
  behindBytes: 1024 * 1024,
  idleMs: 30_000,
} as const;

/** One core stays with the event loop. */
const docThreads = Math.min(4, Math.max(1, availableParallelism() - 1));

/** Builds a server that does not listen yet. Closing it drains its rooms and closes the storage. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { storage, settings, now = Date.now, host = workerHost(docThreads) } = options;
  const app = Fastify({
    ...logOptions(settings.logLevel, options.logStream),
    routerOptions: { maxParamLength: 5_000 }, // a long id is a board that is not there
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadCall,
    trustProxy: trustOf(settings.trustProxy),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: "idle",
    return503OnClosing: false, // the rooms say it in the words of the contract,
  });
  const metrics = new Metrics(options.hasProcessMetrics ?? false);
  const addresses = addressesOf(settings.publicUrl);
  const rooms = new Rooms({
    storage,
    host,
    now,
    metrics,
    load: new LoadGauge(),
    settings: {
      ...roomDefaults,
      maxConnections: settings.limits?.socketsPerBoard,
      maxDocBytes: settings.limits?.documentBytes,
      ...options.rooms,
    },
    idleMs: options.rooms?.idleMs ?? roomDefaults.idleMs,
    onFailure: (what, board, error) => app.log.error({ board, err: error }, what),
  });
  const { limits } = settings;
  const context: Context = { storage, rooms, addresses, metrics, limits, now };

  app.removeContentTypeParser("text/plain"); // Fastify reads it by default; here it is always a mistake
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler(() => {
    throw new HttpFailure(404, "not-found", "There is nothing at this address. Check it.");
  });
  app.decorateRequest("caller", undefined);
  app.decorateRequest("board", undefined);
  logCalls(app);

  await app.register(cookie);
  await securityHeaders(app, addresses);
  if (limits) await app.register(rateLimit, { global: false });
  await openApi(app);
  await app.register(boardRoutes, { context, host });
  await app.register(seatRoutes, { context });
  await app.register(requestRoutes, { context });
  await app.register(eventRoutes, { context });
  await app.register(exportRoutes, { context });
  await operationRoutes(app, { context });
  await syncRoutes(app, {
    context,
    pingEveryMs: options.pingEveryMs ?? 30_000,
    drainMs: options.drainMs ?? 2_000,
  });
  await clientFiles(app, settings.clientDir);
  app.addHook("onClose", async () => {
    await host.close();
    await storage.close();
  });
  return app;
}

/** Whom to believe about the client's address: so many proxies in a row, or those at certain addresses. */
const trustOf = (trustProxy: Settings["trustProxy"]) =>
  typeof trustProxy === "number" ? (_address: string, hop: number) => hop < trustProxy : trustProxy;
