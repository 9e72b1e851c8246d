// Calls that never become a call: what the HTTP parser cannot read, and upgrades that are refused. They are answered in the
// words of the contract too.
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpFailure } from "./http-failure.ts";
import { STATUS_CODES } from "./node-http.ts";

const badAddress = new HttpFailure(
  400,
  "unreadable",
  "The address cannot be read. Check how it is escaped.",
);
const badCall = new HttpFailure(
  400,
  "unreadable",
  "The call is not valid HTTP. Check its headers.",
);
const slowCall = new HttpFailure(
  408,
  "too-slow",
  "The call took too long to come in. Send it again.",
);
const longHead = new HttpFailure(
  431,
  "head-too-large",
  "The headers are too large. Send fewer cookies.",
);

/** Answers an address that cannot be decoded. */
export const answerBadAddress = (_error: unknown, _request: FastifyRequest, reply: FastifyReply) =>
  reply
    .code(badAddress.statusCode)
    .type("application/json; charset=utf-8")
    .send(bodyOf(badAddress));

/** Answers what is not HTTP, or does not come to an end, and closes. */
export function answerBadCall(error: Error, socket: Socket): void {
  const code = "code" in error ? error.code : undefined;
  if (code === "ECONNRESET" || !socket.writable) socket.destroy();
  else if (code === "ERR_HTTP_REQUEST_TIMEOUT") answerRaw(socket, slowCall);
  else answerRaw(socket, code === "HPE_HEADER_OVERFLOW" ? longHead : badCall);
}

/** Writes an answer to a bare socket, and closes it. */
export function answerRaw(
  socket: Socket,
  failure: HttpFailure,
  headers: readonly string[] = [],
): void {
  const body = bodyOf(failure);
  const head = [
    `HTTP/1.1 ${failure.statusCode} ${STATUS_CODES[failure.statusCode] ?? ""}`,
    "Content-Type: application/json; charset=utf-8",
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...headers,
  ];
  socket.on("error", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

const bodyOf = ({ code, message }: HttpFailure): string =>
  JSON.stringify({ error: { code, message } });
