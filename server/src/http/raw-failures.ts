// Calls that never become a call: addresses and requests that the HTTP parser cannot read. They are answered in the words
// of the contract too.
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";

const badAddress = {
  error: { code: "unreadable", message: "The address cannot be read. Check how it is escaped." },
};
const badCall = {
  error: { code: "unreadable", message: "The call is not valid HTTP. Check its headers." },
};

/** Answers an address that cannot be decoded. */
export const answerBadAddress = (_error: unknown, _request: FastifyRequest, reply: FastifyReply) =>
  reply.code(400).type("application/json; charset=utf-8").send(JSON.stringify(badAddress));

/** Answers what is not HTTP, and closes. */
export function answerBadCall(error: Error, socket: Socket): void {
  const isGone = "code" in error && error.code === "ECONNRESET";
  if (isGone || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(badCall);
  const head = [
    "HTTP/1.1 400 Bad Request",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
