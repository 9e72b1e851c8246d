// Clients that do not take what they are sent, and servers that have to end all the same.
import { expect, test } from "vitest";
import type { WireSettings } from "../limits.ts";
import { Copy, fetchCopy } from "../testing/docs.ts";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import { clientFrame, openRaw } from "../testing/raw-socket.ts";
import { testServer, type TestServer } from "../testing/server.ts";
import { syncMessage, type TestSocket } from "../testing/socket.ts";

const pieceBytes = 1024 * 1024;

async function scene(options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer(options);
  const board = await server.createBoard();
  const { headers } = await server.join(board, "participant");
  const origin = await server.origin();
  const path = `/api/boards/${board.id}/sync/board`;
  const open = () => server.socket(board.id, "board", { headers });
  return { server, board, open, openSlow: () => openRaw(origin, path, { headers }) };
}

const figure = async (server: TestServer, name: string): Promise<number> => {
  const { body } = await server.call({ method: "GET", url: "/metrics" });
  return Number(String(body).match(new RegExp(`^secondstory_${name} (\\d+)$`, "m"))?.[1]);
};

/** Types until a queue waits for somebody who does not read. Gives what was typed. */
async function fillQueue(server: TestServer, writer: TestSocket, reader: TestSocket) {
  const [typed, read] = [new Copy(), new Copy()];
  while ((await figure(server, "queue_bytes")) === 0) {
    writer.send(syncMessage("update", typed.type("x".repeat(pieceBytes))));
    read.take((await reader.next("update")).bytes);
  }
  expect(read.text).toBe(typed.text);
}

/** A writer, a reader, and somebody who has stopped reading and whose queue has begun to fill. */
async function stalledScene(wire: Partial<WireSettings>) {
  const { server, open, openSlow } = await scene({ wire });
  const [writer, reader] = [await open(), await open()];
  const slow = openSlow();
  await slow.until((came) => came.length > 0);
  slow.tcp.pause();
  await fillQueue(server, writer, reader);
  return { server, reader, slow };
}

test("[S21] who does not take the queue in time is closed with 1013; the others get everything", async () => {
  const wire = { queueBytes: 64 * 1024, slowMs: 20, closeMs: 60_000 };
  const { server, reader, slow } = await stalledScene(wire);
  await server.logged('"code":1013');
  expect(await figure(server, "queue_bytes")).toBeLessThan(2 * pieceBytes);
  slow.tcp.resume(); // what waited leaves, and the close after it
  expect(await slow.closed).toBe(1013);
  expect(reader.ws.readyState).toBe(reader.ws.OPEN);
});

test("[S21] who does not even take the close is cut off", async () => {
  const wire = { queueBytes: 64 * 1024, slowMs: 20, closeMs: 20 };
  const { server } = await stalledScene(wire);
  await server.logged("socket closed");
  expect(await figure(server, "connections")).toBe(2);
  expect(await figure(server, "queue_bytes")).toBe(0);
});

test("[S21] who takes the queue in time stays", async () => {
  const wire = { queueBytes: 64 * 1024, slowMs: 60_000 };
  const { server, slow } = await stalledScene(wire);
  slow.tcp.resume();
  const came = slow.frames.length;
  await slow.until((frames) => frames.length > came);
  await expect.poll(() => figure(server, "queue_bytes")).toBe(0);
  expect(await figure(server, "connections")).toBe(3);
});

test("[S22] sockets that do not answer the close are cut off when a server ends", async () => {
  const { server, openSlow } = await scene({ wire: { drainMs: 60 } });
  const silent = openSlow();
  await silent.until((came) => came.length > 0);
  silent.tcp.pause(); // it does not see the close, and does not hang up
  await server.app.close();
  silent.tcp.resume();
  expect(await silent.closed).toBe(1012);
});

test("[S22] a disk that hangs does not keep a server from ending; who comes meanwhile is told to come back", async () => {
  const storage = new FragileStorage();
  const { server, open } = await scene({ storage, wire: { drainMs: 300 } });
  const writer = await open();
  await writer.next("step1");
  const { gate, open: release } = shutGate();
  storage.gate = gate;
  writer.send(syncMessage("update", new Copy().type("on its way")));
  await fetchCopy(writer);
  const ended = server.app.close();
  expect(await (await open()).closed).toBe(1012);
  const ready = await fetch(`${await server.origin()}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ error: { code: "restarting" } });
  expect(await writer.closed).toBe(1012);
  await ended;
  release();
});

test("[S21] pings of somebody who does not read pile up nothing; the last one is answered in the end", async () => {
  const { server, open, openSlow } = await scene({ wire: { queueBytes: 64 * 1024 } });
  const reader = await open();
  const slow = openSlow();
  await slow.until((came) => came.length > 0);
  slow.tcp.pause();
  const ping = clientFrame(new Uint8Array(125), { opcode: 9 });
  const pings = Buffer.concat(Array.from({ length: 8_000 }, () => ping));
  for (let times = 0; times < 20; times++) slow.write(pings); // more than the systems between them hold
  slow.write(clientFrame(Uint8Array.of(7), { opcode: 9 }));
  slow.write(clientFrame(syncMessage("update", new Copy().type("behind all of them"))));
  await reader.next("update");
  expect(await figure(server, "queue_bytes")).toBeLessThan(2 * 64 * 1024);
  slow.tcp.resume();
  await slow.until((came) => came.some(({ opcode, payload }) => opcode === 10 && payload[0] === 7));
});
