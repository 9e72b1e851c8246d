// The end of a server: everything on disk first, then every socket closed with 1012, so that clients come back by themselves.
import { once } from "node:events";
import { closeCodes } from "@secondstory/shared";
import type { WebSocketServer } from "ws";
import type { Rooms } from "../rooms/rooms.ts";

/** Drains the rooms and closes the sockets; those that do not close in time are cut off. */
export async function drain(server: WebSocketServer, rooms: Rooms, limitMs: number): Promise<void> {
  await rooms.close();
  const closing = [...server.clients].map((socket) => {
    const closed = once(socket, "close");
    socket.close(closeCodes.restarting, "restarting");
    return closed;
  });
  const timer = setTimeout(() => {
    for (const socket of server.clients) socket.terminate();
  }, limitMs);
  await Promise.all(closing);
  clearTimeout(timer);
  server.close();
}
