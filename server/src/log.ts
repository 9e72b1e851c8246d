// What is logged: ids, sizes, codes, times. Never a word, a name, a secret, or an address that could hold one.
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import type { LogLevel } from "./settings.ts";

/** Where log lines go; standard output without one. */
export interface LogStream {
  write(line: string): void;
}

/** Opens a log. */
export function openLog(level: LogLevel, stream: LogStream | undefined): FastifyBaseLogger {
  const options = { level, base: null, serializers: { err: readError } };
  return stream ? pino(options, stream) : pino(options);
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
