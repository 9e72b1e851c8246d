// What is logged of calls: their route, never the address, which could hold a secret.
import { LogController, type FastifyInstance, type FastifyServerOptions } from "fastify";
import { nanoid } from "nanoid";

/** Fastify's options for logs and request ids. */
export const logOptions: Pick<FastifyServerOptions, "genReqId" | "logController"> = {
  genReqId: ({ headers }) => {
    const given = headers["x-request-id"];
    return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : nanoid(12);
  },
  logController: new LogController({ disableRequestLogging: true }), // its lines hold the whole address
};

/** Logs every call once it is answered, by its route. */
export function logCalls(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { caller, board, method, routeOptions, log } = request;
    log.info(
      {
        method,
        route: routeOptions.url ?? "unknown",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        board,
        participant: caller?.identity.type === "seat" ? caller.identity.participant : undefined,
      },
      "call",
    );
  });
}
