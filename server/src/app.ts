// Puts the routes on a server. Nothing listens, nothing is read from the environment: main.ts does both.
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { boardRoutes } from "./http/boards.ts";
import { eventRoutes } from "./http/events.ts";
import { exportRoutes } from "./http/exports.ts";
import { answerFailure } from "./http/failures.ts";
import { failures } from "./http/http-failure.ts";
import { doorRoutes } from "./http/door.ts";
import { linkRoutes } from "./http/links.ts";
import { logCalls, logOptions } from "./http/logging.ts";
import { noteRoutes } from "./http/notes.ts";
import { openApi } from "./http/openapi.ts";
import { operationRoutes } from "./http/operations.ts";
import { answerBadAddress } from "./http/raw-failures.ts";
import { requestRoutes } from "./http/requests.ts";
import { seatRoutes } from "./http/seats.ts";
import { securityHeaders } from "./http/security.ts";
import { clientFiles } from "./http/static-files.ts";
import { openServer, type Server, type ServerOptions } from "./server.ts";

/** Without factories of ours Fastify loads its own compilers of schemas, a hundred modules; zod's are set further down. */
const notUsed = (): never => {
  throw new Error("the compilers are set when the app is built");
};

/** Builds a whole server that does not listen yet. Closing it drains its rooms and closes the storage. */
export const buildApp = (options: ServerOptions): Promise<FastifyInstance> =>
  putRoutesOn(openServer(options));

/** Puts the routes on a server; they answer once they are ready. To close them is to close the server. */
export async function putRoutesOn(server: Server): Promise<FastifyInstance> {
  const { context, host, http, log, trust, clientDir, awaySeconds, mostVotes, metricsDoor } =
    server;
  const app = Fastify({
    ...logOptions,
    loggerInstance: log,
    serverFactory: () => http,
    clientErrorHandler: () => undefined, // the server answers these itself
    schemaController: { compilersFactory: { buildValidator: notUsed, buildSerializer: notUsed } },
    routerOptions: { maxParamLength: 5_000 }, // a long id is a board that is not there
    frameworkErrors: answerBadAddress,
    trustProxy: trust,
    rewriteUrl: ({ url = "/" }) => context.addresses.inside(url),
    bodyLimit: 1024 * 1024,
    return503OnClosing: false, // the rooms say it in the words of the contract
  });
  app.removeContentTypeParser("text/plain"); // Fastify reads it by default; here it is always a mistake
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerFailure(context.metrics));
  app.setNotFoundHandler(() => {
    throw failures.nothingHere();
  });
  app.decorateRequest("caller", undefined);
  app.decorateRequest("board", undefined);
  logCalls(app);

  await securityHeaders(app, context.addresses, trust);
  if (context.limits) await app.register(rateLimit, { global: false });
  const describe = openApi(app);
  await app.register(boardRoutes, { context, host });
  await app.register(seatRoutes, { context });
  await app.register(requestRoutes, { context });
  await app.register(doorRoutes, { context });
  await app.register(linkRoutes, { context });
  await app.register(noteRoutes, { context });
  await app.register(eventRoutes, { context });
  await app.register(exportRoutes, { context });
  operationRoutes(app, { context, describe, metricsDoor });
  await clientFiles(app, { clientDir, awaySeconds, mostVotes }, context.addresses);
  app.addHook("onReady", async () => server.serve(app.routing));
  app.addHook("preClose", () => server.drain());
  app.addHook("onClose", () => server.close());
  return app;
}
