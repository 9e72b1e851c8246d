// Starts the server: reads the environment, listens, says where, and ends tidily. The only file that does.
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { auditFile } from "./audit/audit-file.ts";
import type { Server } from "./server.ts";
import { BadSetting } from "./environment.ts";
import { readSettings, type Settings } from "./settings.ts";
import { openSqliteStorage } from "./storage/sqlite.ts";
import { StorageFailure } from "./storage/storage.ts";

/** How long ending may take: supervisors kill after 10 s, most of them. */
const maxEndingMs = 9_000;

/**
 * When the routes are loaded if nobody has called by then. Whoever comes back after a restart comes by socket, and finds the
 * event loop free.
 */
const loadRoutesAfterMs = 1_000;

/** The server cannot start. The message is one sentence for the operator. */
class CannotStart extends Error {
  override readonly name = "CannotStart";
}

/** Starts the server, or ends the process with a sentence that says why not. */
export async function start(): Promise<void> {
  try {
    await listen(readSettings(process.env));
  } catch (error) {
    giveUp(error);
  }
}

async function listen(settings: Settings): Promise<void> {
  const opening = openSqliteStorage(settings.dataDir).catch((error: unknown) => {
    throw new CannotStart(storageSentence(error, settings.dataDir), { cause: error });
  });
  // the database opens in its own thread while everything else is read
  const [storage, { openServer }] = await Promise.all([opening, import("./server.ts")]);
  if (settings.authNameHeader !== undefined && settings.trustProxy === false)
    console.error(
      "AUTH_NAME_HEADER is ignored, because anybody could send that header: set TRUST_PROXY to the address of your proxy.",
    );
  const audit = auditFile(settings.dataDir, { maxBytes: settings.auditBytes, now: Date.now });
  const server = openServer({ storage, settings, audit });
  const { http, context, metricsDoor } = server;
  let routes: Promise<FastifyInstance> | undefined;
  const openRoutes = () => {
    routes ??= loadRoutes(server);
    routes.catch(giveUp);
  };
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), maxEndingMs).unref(); // a disk that hangs must not keep the process
    void close(server, routes).then(() => process.exit(0), giveUp);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
  http.once("request", openRoutes);
  try {
    await listenOn(http, settings.port, settings.host);
    if (metricsDoor.port !== undefined) {
      const { metricsServer } = await import("./http/metrics-door.ts");
      const metrics = metricsServer(context.metrics, metricsDoor.token);
      await listenOn(metrics, metricsDoor.port, settings.host, "METRICS_PORT");
      http.once("close", () => metrics.close());
    }
  } catch (error) {
    await server.close();
    throw error;
  }
  console.log(`Second Story is open at ${publicAddress(settings, http.address())}`);
  setTimeout(openRoutes, loadRoutesAfterMs).unref();
}

async function listenOn(http: HttpServer, port: number, host: string, name = "PORT") {
  http.listen({ port, host });
  try {
    await once(http, "listening");
  } catch (error) {
    throw new CannotStart(listenSentence(error, name, port, host), { cause: error });
  }
}

async function loadRoutes(server: Server): Promise<FastifyInstance> {
  const { putRoutesOn } = await import("./app.ts");
  const app = await putRoutesOn(server);
  await app.ready();
  flushCompileCache(); // a process that is killed writes nothing at its end
  return app;
}

async function close(server: Server, routes: Promise<FastifyInstance> | undefined): Promise<void> {
  const app = await routes;
  if (app) return app.close();
  await server.drain();
  await server.close();
}

function giveUp(error: unknown): void {
  console.error(sentenceFor(error));
  process.exit(1);
}

function sentenceFor(error: unknown): string {
  if (error instanceof CannotStart || error instanceof BadSetting) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function storageSentence(error: unknown, dataDir: string): string {
  if (!(error instanceof StorageFailure)) throw error;
  switch (error.code) {
    case "in-use":
      return `Another Second Story uses the data in ${dataDir}: stop it, or set DATA_DIR to another folder.`;
    case "too-new":
      return `The data in ${dataDir} was written by a later version of Second Story: start that one, or set DATA_DIR to another folder.`;
    default:
      return `The data folder ${dataDir} cannot be used (${error.message}): check that it can be written, or set DATA_DIR to another folder.`;
  }
}

function listenSentence(error: unknown, name: string, port: number, host: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken: stop whatever uses it, or set ${name} to another number.`;
    case "EACCES":
      return `Port ${port} may not be used by this account: set ${name} to a number from 1024 on.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is ${host}, which is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for all.`;
  }
  throw error;
}

function publicAddress({ publicUrl, host }: Settings, address: AddressInfo | string | null) {
  if (publicUrl) return publicUrl.href;
  const port = typeof address === "object" && address ? address.port : 0;
  const isLocal = host === "127.0.0.1" || host === "0.0.0.0" || host === "::";
  return `http://${isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
