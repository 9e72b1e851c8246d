// Sockets that are gone before they have a seat.
import { expect, test } from "vitest";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import { openRaw } from "../testing/raw-socket.ts";
import { testServer } from "../testing/server.ts";

test("[S13] a socket that is cut off while its document loads leaves nobody behind in the room", async () => {
  const storage = new FragileStorage();
  const server = await testServer({
    storage,
    wire: { pingEveryMs: 64 },
    rooms: { maxConnections: 1 },
  });
  const board = await server.createBoard();
  const { headers } = await server.join(board, "participant");
  const { gate, open } = shutGate();
  storage.readGate = gate;
  const mute = openRaw(await server.origin(), `/api/boards/${board.id}/sync/board`, { headers });
  expect(await mute.closed).toBeUndefined(); // it answered no ping
  await server.logged("socket closed");
  open();
  const next = await server.socket(board.id, "board", { headers });
  expect((await next.next("step1")).type).toBe("step1");
});
