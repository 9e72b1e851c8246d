// The least a server can do: pass frames on, without a document. What it costs is the floor for one write a receiver;
// with DROP it loses this share of them, which the checks must notice.
import { WebSocket, WebSocketServer } from "ws";
import { dice } from "./statistics.ts";

const dropShare = Number(process.env["DROP"] ?? 0);
const throwDie = dice(1);
const rooms = new Map<string, Set<WebSocket>>();
const emptyStep2 = new Uint8Array([0, 1, 2, 0, 0]);

const server = new WebSocketServer({
  host: process.env["HOST"] ?? "127.0.0.1",
  port: Number(process.env["PORT"]),
  perMessageDeflate: false,
});
server.on("connection", (socket, { url = "/" }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("message", (message: Buffer) => {
    const isStep1 = message[0] === 0 && message[1] === 0;
    if (isStep1) return socket.send(emptyStep2);
    for (const other of room)
      if (other !== socket && throwDie() >= dropShare) other.send(message, { binary: true });
  });
  socket.on("close", () => room.delete(socket));
});
