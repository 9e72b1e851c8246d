// What is logged: ids, sizes, codes, times. Never a word, a name, a secret, or an address that could hold one.
import { LogController, type FastifyInstance, type FastifyServerOptions } from "fastify";
import { nanoid } from "nanoid";
import type { LogLevel } from "../settings.ts";

/** Where log lines go; standard output without one. */
export interface LogStream {
  write(line: string): void;
}

/** Fastify's options for logs and request ids. */
export function logOptions(
  level: LogLevel,
  stream: LogStream | undefined,
): Pick<FastifyServerOptions, "logger" | "genReqId" | "logController"> {
  return {
    logger: { level, base: null, ...(stream && { stream }), serializers: { err: readError } },
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : nanoid(12);
    },
    logController: new LogController({ disableRequestLogging: true }), // its lines hold the whole address
  };
}

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

interface LoggedError extends Record<string, unknown> {
  readonly type: string;
  /** The code alone. */
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/** An error without its message, which may quote what somebody wrote: the places in the code say enough. */
function readError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const places = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: "code" in error ? String(error.code) : "",
    stack: places.join("\n"),
    ...(error.cause instanceof Error && { cause: readError(error.cause) }),
  };
}
