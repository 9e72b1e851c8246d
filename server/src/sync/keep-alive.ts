// Finds out who is gone without saying so: a socket that did not answer the last ping is taken for dead.
import type { WebSocket, WebSocketServer } from "ws";

/** Pings every socket, over and over. Gives the function that stops it. */
export function keepAlive(server: WebSocketServer, everyMs: number): () => void {
  const silent = new WeakSet<WebSocket>();
  server.on("connection", (socket: WebSocket) => {
    socket.on("pong", () => silent.delete(socket));
  });
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.ping();
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
