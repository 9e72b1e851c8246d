import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { putRoutesOn } from "./app.ts";
import { openServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { MemoryStorage } from "./storage/memory.ts";
import { testServer } from "./testing/server.ts";
import { openSocket } from "./testing/socket.ts";

test("[S41] sockets are served before the routes are there; a call that comes early waits for them", async () => {
  const storage = new MemoryStorage();
  const before = await testServer({ storage });
  const { board, headers } = await before.join(await before.createBoard(), "participant");

  const server = openServer({ storage, settings: readSettings({ LOG_LEVEL: "silent" }) });
  server.http.listen(0, "127.0.0.1");
  await once(server.http, "listening");
  const { port } = server.http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const call = fetch(`${origin}/api/boards/${board}`, { headers });
  await once(server.http, "request");
  const socket = await openSocket(origin, `/api/boards/${board}/sync/board`, { headers });
  await socket.next("step1");

  const app = await putRoutesOn(server);
  await app.ready();
  expect((await call).status).toBe(200);
  await app.close();
  expect(await socket.closed).toBe(1012);
  expect(server.http.listening).toBe(false);
});
