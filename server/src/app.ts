// Puts a server together. Nothing listens, nothing is read from the environment: main.ts does both.
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { addressesOf } from "./access/addresses.ts";
import { trustOf } from "./access/asker.ts";
import { boardRoutes } from "./http/boards.ts";
import type { Context } from "./http/context.ts";
import { eventRoutes } from "./http/events.ts";
import { exportRoutes } from "./http/exports.ts";
import { answerFailure, HttpFailure } from "./http/failures.ts";
import { logCalls, logOptions, type LogStream } from "./http/logging.ts";
import { answerBadAddress, answerBadCall } from "./http/raw-failures.ts";
import { openApi } from "./http/openapi.ts";
import { operationRoutes } from "./http/operations.ts";
import { watchProcess } from "./http/process-figures.ts";
import { requestRoutes } from "./http/requests.ts";
import { seatRoutes } from "./http/seats.ts";
import { securityHeaders } from "./http/security.ts";
import { clientFiles } from "./http/static-files.ts";
import { Metrics } from "./metrics.ts";
import type { DocHost } from "./rooms/doc-host.ts";
import type { RoomSettings } from "./rooms/room-options.ts";
import { Rooms } from "./rooms/rooms.ts";
import { yjsHost } from "./rooms/yjs-host.ts";
import type { Settings, WireSettings } from "./settings.ts";
import type { Storage } from "./storage/storage.ts";
import { asksForSocket } from "./sync/handshake.ts";
import { syncRoutes } from "./sync/sync.ts";

/** What a server is made of. Whatever is left out has a default that fits one machine. */
export interface AppOptions {
  readonly storage: Storage;
  readonly settings: Pick<
    Settings,
    "publicUrl" | "logLevel" | "limits" | "wire" | "trustProxy" | "clientDir"
  >;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly host?: DocHost;
  readonly rooms?: Partial<RoomSettings> & { readonly idleMs?: number };
  readonly wire?: Partial<WireSettings>;
  readonly logStream?: LogStream;
  /** Collects figures of the process too: once a process. */
  readonly hasProcessMetrics?: boolean;
}

/** Without factories of ours Fastify loads its own compilers of schemas, a hundred modules; zod's are set further down. */
const notUsed = (): never => {
  throw new Error("the compilers are set when the app is built");
};

/** How rooms behave if nothing else is said. */
const roomDefaults = {
  compaction: { rows: 500, sizeBytes: 1024 * 1024 },
  presenceEveryMs: 50,
  idleMs: 30_000,
} as const;

/** Builds a server that does not listen yet. Closing it drains its rooms and closes the storage. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { storage, settings, now = Date.now, host = yjsHost } = options;
  const { limits } = settings;
  const wire = { ...settings.wire, ...options.wire };
  const trust = trustOf(settings.trustProxy);
  const app = Fastify({
    ...logOptions(settings.logLevel, options.logStream),
    schemaController: { compilersFactory: { buildValidator: notUsed, buildSerializer: notUsed } },
    routerOptions: { maxParamLength: 5_000 }, // a long id is a board that is not there
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadCall,
    trustProxy: trust,
    bodyLimit: 1024 * 1024,
    requestTimeout: wire.callMs,
    http: {
      shouldUpgradeCallback: asksForSocket,
      headersTimeout: wire.headMs,
      connectionsCheckingInterval: wire.headMs / 4,
    },
    forceCloseConnections: "idle",
    return503OnClosing: false, // the rooms say it in the words of the contract,
  });
  const metrics = new Metrics();
  const addresses = addressesOf(settings.publicUrl);
  const rooms = new Rooms({
    storage,
    host,
    now,
    metrics,
    settings: {
      ...roomDefaults,
      presenceSlowBytes: wire.queueBytes / 4,
      behindBytes: wire.queueBytes,
      maxConnections: limits?.socketsPerBoard,
      maxDocBytes: limits?.documentBytes,
      ...options.rooms,
    },
    idleMs: options.rooms?.idleMs ?? roomDefaults.idleMs,
    onFailure: (what, board, error) => app.log.error({ board, err: error }, what),
  });
  const ending = { hasBegun: false };
  const context: Context = { storage, rooms, addresses, metrics, limits, ending, now };

  app.removeContentTypeParser("text/plain"); // Fastify reads it by default; here it is always a mistake
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerFailure(metrics));
  app.setNotFoundHandler(() => {
    throw new HttpFailure(404, "not-found", "There is nothing at this address. Check it.");
  });
  app.decorateRequest("caller", undefined);
  app.decorateRequest("board", undefined);
  logCalls(app);

  await securityHeaders(app, addresses);
  if (limits) await app.register(rateLimit, { global: false });
  const describe = openApi(app);
  await app.register(boardRoutes, { context, host });
  await app.register(seatRoutes, { context });
  await app.register(requestRoutes, { context });
  await app.register(eventRoutes, { context });
  await app.register(exportRoutes, { context });
  const readProcess = options.hasProcessMetrics ? watchProcess() : () => [];
  operationRoutes(app, { context, describe, readProcess });
  syncRoutes(app, { context, wire, trust });
  await clientFiles(app, settings.clientDir);
  app.addHook("onClose", async () => {
    await host.close();
    await storage.close();
  });
  return app;
}
