// A WebSocket as a room wants to see it.
import type { CloseReason } from "@secondstory/shared";
import type { WebSocket } from "ws";
import type { Connection } from "../rooms/peer.ts";

/** Lends a socket to a room. */
export function connectionOf(socket: WebSocket, close: (reason: CloseReason) => void): Connection {
  let waiting: (() => void)[] = [];
  // one function for all frames: a closure for each would cost more than the frame
  const onSent = () => {
    if (waiting.length === 0 || socket.bufferedAmount > 0) return;
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback();
  };
  return {
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame, onSent);
    },
    close,
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    onDrained(callback) {
      waiting.push(callback);
      if (socket.bufferedAmount === 0) setImmediate(onSent); // everything has left already
    },
  };
}
