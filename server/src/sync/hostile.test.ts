// Clients that break the WebSocket protocol, or never answer.
import { expect, test } from "vitest";
import { Copy, fetchCopy } from "../testing/docs.ts";
import { clientFrame, openRaw } from "../testing/raw-socket.ts";
import { testServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

async function scene(wire: Parameters<typeof testServer>[0] & object = {}) {
  const server = await testServer(wire);
  const board = await server.createBoard();
  const { headers } = await server.join(board, "participant");
  const origin = await server.origin();
  const path = `/api/boards/${board.id}/sync/board`;
  return { server, board, headers, origin, path, open: () => openRaw(origin, path, { headers }) };
}

const bytes = (...values: number[]) => Uint8Array.from(values);

test("[S12] frames that WebSocket forbids close with the code that it names, and harm nobody else", async () => {
  const { server, board, headers, open } = await scene({ wire: { frameBytes: 1_000 } });
  const other = await server.socket(board.id, "board", { headers });
  await other.next("step1");
  const half = { isLast: false };
  const attempts: readonly (readonly [what: string, code: number, ...frames: Uint8Array[]])[] = [
    ["unmasked", 1002, clientFrame(bytes(0, 0, 1, 0), { isMasked: false })],
    ["reserved bits", 1002, clientFrame(bytes(0), { reserved: 4 })],
    ["unknown opcode", 1002, clientFrame(bytes(0), { opcode: 3 })],
    ["a continuation of nothing", 1002, clientFrame(bytes(0), { opcode: 0 })],
    ["a message within another", 1002, clientFrame(bytes(0), half), clientFrame(bytes(0))],
    ["a ping in parts", 1002, clientFrame(bytes(0), { opcode: 9, ...half })],
    ["a long ping", 1002, clientFrame(new Uint8Array(200), { opcode: 9 })],
    ["a close of one byte", 1002, clientFrame(bytes(3), { opcode: 8 })],
    ["text", 1007, clientFrame(bytes(104, 105), { opcode: 1 })],
    ["text that is none", 1007, clientFrame(bytes(0xff, 0xfe), { opcode: 1 })],
    ["too large", 1009, clientFrame(new Uint8Array(1_001))],
    ["larger than anything", 1009, clientFrame(bytes(), { claimedBytes: 2 ** 50 })],
    [
      "too large, in parts",
      1009,
      clientFrame(new Uint8Array(600), half),
      clientFrame(new Uint8Array(600), { opcode: 0 }),
    ],
  ];
  for (const [what, code, ...frames] of attempts) {
    const socket = open();
    await socket.until((came) => came.length > 0);
    for (const frame of frames) socket.write(frame);
    expect([what, await socket.closed]).toEqual([what, code]);
  }
  other.send(syncMessage("update", new Copy().type("still here")));
  expect((await fetchCopy(other)).text).toBe("still here");
});

test("a message in parts, with a ping between them, is one message", async () => {
  const { server, board, headers, open } = await scene();
  const socket = open();
  const message = syncMessage("update", new Copy().type("in two parts"));
  socket.write(clientFrame(message.subarray(0, 9), { isLast: false }));
  socket.write(clientFrame(bytes(1, 2), { opcode: 9 }));
  socket.write(clientFrame(message.subarray(9), { opcode: 0 }));
  await socket.until((came) => came.some(({ opcode }) => opcode === 10));
  const reader = await server.socket(board.id, "board", { headers });
  const copy = await fetchCopy(reader);
  while (copy.text === "") copy.take((await reader.next("update")).bytes);
  expect(copy.text).toBe("in two parts");
});

test("[S40] whoever goes on talking after the close is not heard, and is cut off", async () => {
  const { server, open } = await scene({ wire: { closeMs: 50 } });
  const socket = open();
  await socket.until((came) => came.length > 0);
  socket.write(clientFrame(bytes(99)));
  await socket.until((came) => came.some(({ opcode }) => opcode === 8));
  for (let count = 0; count < 100; count++) socket.write(clientFrame(new Uint8Array(60_000)));
  expect(await socket.closed).toBe(1007);
  await server.logged("socket closed");
  const { body } = await server.call({ method: "GET", url: "/metrics" });
  expect(body).toMatch(/secondstory_frames_in_total 1\n/);
});

test("[S40] whoever answers no ping is taken for dead; whoever does is not", async () => {
  const { server, board, headers, open } = await scene({ wire: { pingEveryMs: 60 } });
  const alive = await server.socket(board.id, "board", { headers });
  const dead = open();
  expect(await dead.closed).toBeUndefined();
  expect(dead.frames.some(({ opcode }) => opcode === 9)).toBe(true);
  expect(alive.ws.readyState).toBe(alive.ws.OPEN);
});
