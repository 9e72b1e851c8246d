// A WebSocket as a room wants to see it.
import type { Duplex } from "node:stream";
import type { CloseReason } from "@secondstory/shared";
import type { WebSocket } from "ws";
import type { Connection } from "../rooms/peer.ts";

/** Lends a socket to a room. */
export function connectionOf(
  socket: WebSocket,
  raw: Duplex,
  close: (reason: CloseReason) => void,
): Connection {
  let waiting: (() => void)[] = [];
  const onSent = () => {
    if (waiting.length === 0 || raw.writableLength > 0) return;
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback();
  };
  return {
    send(frames) {
      if (socket.readyState === socket.OPEN) raw.write(frames);
    },
    close,
    get bufferedBytes() {
      return raw.writableLength;
    },
    onDrained(callback) {
      waiting.push(callback);
      if (raw.writableLength === 0) setImmediate(onSent); // everything has left already
      else raw.once("drain", onSent);
    },
  };
}
