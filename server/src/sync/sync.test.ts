import { readBoardId, schemaVersion } from "@secondstory/shared";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { defaultLimits } from "../limits.ts";
import { Copy, emptyUpdate, fetchControl, fetchCopy } from "../testing/docs.ts";
import { must, testServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

async function scene() {
  const server = await testServer({ now: () => 42_000 });
  const board = await server.createBoard({ title: "Ours" });
  const ada = await server.join(board, "facilitator", "Ada");
  const bob = await server.join(board, "participant", "Bob");
  const cyd = await server.join(board, "observer", "Cyd");
  return { server, board, ada, bob, cyd };
}

test("[S11] a foreign Origin is refused before the upgrade, with 403", async () => {
  const { server, board, ada } = await scene();
  const open = (headers: Record<string, string>) => server.socket(board.id, "board", { headers });
  const { host } = new URL(await server.origin());
  for (const origin of ["http://evil.test", "null", "http://127.0.0.1:1"]) {
    const socket = await open({ ...ada.headers, origin });
    expect(socket.refusedWith).toBe(403);
  }
  const cookie = `seat=${ada.token}`;
  const own = await open({ cookie, origin: `http://${host}` });
  await own.next("step1");
  const withoutOrigin = await open({ cookie });
  expect(await withoutOrigin.closed).toBe(4401);
});

test("[S12] a socket is accepted and then closed with the code of what is wrong", async () => {
  const { server, board, ada, cyd } = await scene();
  const codeOf = async (doc: string, headers: Record<string, string>, query = "", id = board.id) =>
    (await server.socket(id, doc, { headers, query })).closed;
  expect(await codeOf("board", {})).toBe(4401);
  expect(await codeOf("board", { authorization: "Bearer wrong" })).toBe(4401);
  const unknown = must(readBoardId("nothing-here"));
  expect(await codeOf("board", ada.headers, "", unknown)).toBe(4404);
  expect(await codeOf("nothing", ada.headers)).toBe(4404);
  expect(await codeOf("board", ada.headers, `?participant=${cyd.participant}`)).toBe(4401);
  expect(await codeOf("board", ada.headers, `?schema=${schemaVersion - 1}`)).toBe(4426);
  expect(await codeOf("private", cyd.headers)).toBe(4403);
  const link = { authorization: `Bearer ${board.secrets.participant}` };
  expect(await codeOf("private", link)).toBe(4403);
  const { ws, next } = await server.socket(board.id, "board", {
    headers: ada.headers,
    query: `?participant=${ada.participant}&schema=${schemaVersion + 1}`,
  });
  await next("step1");
  expect(ws.readyState).toBe(ws.OPEN);
});

test("[S15] what somebody types reaches the others once, and never its author", async () => {
  const { server, board, ada, bob, cyd } = await scene();
  const [a, b, c] = await Promise.all(
    [ada, bob, cyd].map(({ headers }) => server.socket(board.id, "board", { headers })),
  );
  const typed = new Copy();
  for (const words of ["Hello", " world"]) must(a).send(syncMessage("update", typed.type(words)));
  for (const reader of [must(b), must(c)]) {
    const copy = await fetchCopy(reader);
    while (copy.text !== "Hello world") copy.take((await reader.next("update")).bytes);
  }
  const again = await fetchCopy(must(a));
  expect(again.text).toBe("Hello world");
  expect(must(a).received.filter(({ type }) => type === "update")).toEqual([]);
});

test("a script that came by a link writes and reads what its role may", async () => {
  const { server, board } = await scene();
  const socket = await server.socket(board.id, "board", {
    headers: { authorization: `Bearer ${board.secrets.participant}` },
  });
  const copy = new Copy();
  socket.send(syncMessage("update", copy.type("By a script")));
  expect(
    (
      await fetchCopy(
        await server.socket(board.id, "board", {
          headers: { authorization: `Bearer ${board.secrets.observer}` },
        }),
      )
    ).text,
  ).toBe("By a script");
});

test("[S16] saved counts this connection's messages, says n = 0 at once, and nothing before it is on disk", async () => {
  const { server, board, ada, bob } = await scene();
  const socket = await server.socket(board.id, "board", {
    headers: ada.headers,
    query: "?saved=1",
  });
  expect(await socket.next("saved")).toEqual({ type: "saved", messages: 0, at: 42_000 });
  const copy = new Copy();
  socket.send(syncMessage("step2", emptyUpdate));
  socket.send(syncMessage("update", copy.type("one")));
  socket.send(syncMessage("update", copy.type(" two")));
  let saved = await socket.next("saved");
  while (saved.messages < 3) saved = await socket.next("saved");
  expect(saved.messages).toBe(3);
  const { rows } = await server.storage.loadDoc(board.id, "board");
  socket.send(syncMessage("update", copy.state)); // nothing new in it: on disk already
  expect((await socket.next("saved")).messages).toBe(4);
  expect((await server.storage.loadDoc(board.id, "board")).rows).toEqual(rows);

  const stock = await server.socket(board.id, "board", { headers: bob.headers });
  stock.send(syncMessage("update", new Copy().type("x")));
  await fetchCopy(stock);
  expect(stock.received.some(({ type }) => type === "saved")).toBe(false);
});

test("[S13] readers keep a live socket: nobody asks them, an empty answer is ignored, and writing closes it", async () => {
  const { server, board, ada, cyd } = await scene();
  for (const [seat, doc] of [
    [cyd, "board"],
    [ada, "control"],
  ] as const) {
    const socket = await server.socket(board.id, doc, { headers: seat.headers });
    socket.send(syncMessage("step2", emptyUpdate));
    await fetchCopy(socket);
    expect(socket.received.map(({ type }) => type)).toEqual(["step2"]);
    socket.send(syncMessage("update", new Copy().type("not allowed")));
    expect(await socket.closed).toBe(4403);
  }
  expect((await server.storage.loadDoc(board.id, "board")).rows).toEqual([]);
});

test("[S13] a sealed board is read by all and written by none", async () => {
  const { server, board, ada, bob } = await scene();
  await server.ask(ada, { type: "seal" });
  for (const [doc, seat] of [
    ["board", ada],
    ["private", bob],
  ] as const) {
    const socket = await server.socket(board.id, doc, { headers: seat.headers });
    await fetchCopy(socket);
    expect(socket.received.map(({ type }) => type)).toEqual(["step2"]);
    socket.send(syncMessage("step2", new Copy().type("late")));
    expect(await socket.closed).toBe(4409);
  }
});

test("[S19] a seal, a demotion and a promotion take effect on live sockets at once", async () => {
  const { server, board, ada, bob, cyd } = await scene();
  const open = (seat: typeof ada) => server.socket(board.id, "board", { headers: seat.headers });
  const [bobs, cyds] = [await open(bob), await open(cyd)];
  await bobs.next("step1");
  const write = (socket: typeof bobs) =>
    socket.send(syncMessage("update", new Copy().type("words")));

  await server.ask(ada, { type: "setRole", participant: cyd.participant, role: "participant" });
  await cyds.next("step1"); // whoever may write from here on is asked for what they have
  write(cyds);
  await bobs.next("update");

  await server.ask(ada, { type: "setRole", participant: bob.participant, role: "observer" });
  write(bobs);
  expect(await bobs.closed).toBe(4403);

  await server.ask(ada, { type: "seal" });
  await server.ask(ada, { type: "reopen" });
  await cyds.next("step1");
  await server.ask(ada, { type: "seal" });
  write(cyds);
  expect(await cyds.closed).toBe(4409);
});

test("[S19] an observer's private socket ends with the role, and a removed participant's all", async () => {
  const { server, board, ada, bob } = await scene();
  const kept = await server.socket(board.id, "private", { headers: bob.headers });
  await kept.next("step1");
  await server.ask(ada, { type: "setRole", participant: bob.participant, role: "observer" });
  expect(await kept.closed).toBe(4403);
  const seen = await server.socket(board.id, "board", { headers: bob.headers });
  await fetchCopy(seen);
  await server.ask(ada, { type: "remove", participant: bob.participant });
  expect(await seen.closed).toBe(4401);
});

test("scripts lose their sockets with the link they came by", async () => {
  const { server, board, ada } = await scene();
  const headers = { authorization: `Bearer ${board.secrets.observer}` };
  const socket = await server.socket(board.id, "board", { headers });
  await fetchCopy(socket);
  await server.ask(ada, { type: "switchOffLinks", role: "observer" });
  expect(await socket.closed).toBe(4401);
});

test("a private document is its owner's alone, on every device", async () => {
  const { server, board, ada, bob } = await scene();
  const open = (seat: typeof ada) => server.socket(board.id, "private", { headers: seat.headers });
  const [phone, laptop, others] = [await open(bob), await open(bob), await open(ada)];
  const copy = new Copy();
  phone.send(syncMessage("update", copy.type("not yet shared")));
  const onLaptop = await fetchCopy(laptop);
  while (onLaptop.text === "") onLaptop.take((await laptop.next("update")).bytes);
  expect((await fetchCopy(others)).text).toBe("");
  expect(others.received.filter(({ type }) => type === "update")).toEqual([]);
});

test("[S17] a decision reaches the control sockets after it is on disk", async () => {
  const { server, board, ada, cyd } = await scene();
  const socket = await server.socket(board.id, "control", { headers: cyd.headers });
  await fetchControl(socket);
  const before = (await server.storage.loadDoc(board.id, "control")).rows.length;
  const asked = server.ask(ada, { type: "advance" });
  await socket.next("update");
  expect((await server.storage.loadDoc(board.id, "control")).rows).toHaveLength(before + 1);
  await asked;
});

test("[S18] what cannot be read closes with 1007 and harms nobody else", async () => {
  const { server, board, ada, bob } = await scene();
  const other = await server.socket(board.id, "board", { headers: bob.headers });
  await other.next("step1");
  const unreadable: (Uint8Array | string)[] = [
    new Uint8Array([]),
    new Uint8Array([0]),
    new Uint8Array([0, 2, 200, 1]),
    new Uint8Array([7]),
    new Uint8Array([0, 9, 0]),
    new Uint8Array([1, 3, 9, 9, 9]),
    syncMessage("update", new Uint8Array([1, 2, 3, 4, 5])),
    syncMessage("step1", new Uint8Array([255, 255, 255])),
    // an item that leans on what its own client has yet to write: Yjs would break over it
    syncMessage("update", new Uint8Array([1, 1, 5, 0, 0x84, 5, 7, 1, 97, 0])),
    "text",
  ];
  for (const frame of unreadable) {
    const socket = await server.socket(board.id, "board", { headers: ada.headers });
    socket.ws.send(frame);
    expect(await socket.closed).toBe(1007);
  }
  other.send(syncMessage("update", new Copy().type("still here")));
  expect((await fetchCopy(other)).text).toBe("still here");
  expect(other.received.filter(({ type }) => type === "update")).toEqual([]);
  expect((await server.storage.loadDoc(board.id, "board")).rows).toHaveLength(1);
});

test("a frame beyond 16 MiB closes with 1009", async () => {
  const { server, board, ada } = await scene();
  const socket = await server.socket(board.id, "board", { headers: ada.headers });
  socket.send(new Uint8Array(16 * 1024 * 1024 + 1));
  expect(await socket.closed).toBe(1009);
});

test("[S38] a socket that sends too fast, or one too many, closes with 1013", async () => {
  const limits = { ...defaultLimits, socketsPerBoard: 2, messagesPerSecond: 5 };
  const server = await testServer({ settings: { limits } });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const open = () => server.socket(board.id, "board", { headers: ada.headers });
  const [first, second] = [await open(), await open()];
  await Promise.all([first.next("step1"), second.next("step1")]);
  expect(await (await open()).closed).toBe(1013);
  for (let count = 0; count < 12; count++) first.send(syncMessage("step2", emptyUpdate));
  expect(await first.closed).toBe(1013);
});

test("[S38] a socket that sends too much closes with 1013; the largest frame alone is not too much", async () => {
  const limits = { ...defaultLimits, bytesPerSecond: 1 };
  const server = await testServer({ settings: { limits }, wire: { frameBytes: 10_000 } });
  const board = await server.createBoard();
  const { headers } = await server.join(board, "participant");
  const socket = await server.socket(board.id, "board", { headers });
  const copy = new Copy();
  for (let count = 0; count < 2; count++)
    socket.send(syncMessage("update", copy.type("x".repeat(9_000))));
  expect((await fetchCopy(socket)).text).toBe(copy.text);
  socket.send(syncMessage("update", copy.type("x".repeat(9_000))));
  expect(await socket.closed).toBe(1013);
});

test("[S22] a server that ends keeps what it was sent, and closes with 1012", async () => {
  const { server, board, ada } = await scene();
  const socket = await server.socket(board.id, "board", { headers: ada.headers });
  await socket.next("step1");
  socket.send(syncMessage("update", new Copy().type("just in time")));
  await fetchCopy(socket);
  const storage = server.storage;
  const rowsAtClose = storage.loadDoc.bind(storage);
  let rows = 0;
  storage.close = async () => {
    rows = (await rowsAtClose(board.id, "board")).rows.length;
  };
  await server.app.close();
  expect(await socket.closed).toBe(1012);
  expect(rows).toBe(1);
});

test("[S23] sockets that close while they open leave nothing behind that keeps the room", async () => {
  const server = await testServer({ rooms: { idleMs: 1 } });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const origin = (await server.origin()).replace(/^http/, "ws");
  const url = `${origin}/api/boards/${board.id}/sync/board`;
  const closing = Array.from({ length: 20 }, async (_, index) => {
    const ws = new WebSocket(url, { headers: ada.headers });
    ws.on("error", () => undefined); // torn down on purpose
    const closed = new Promise((resolve) => ws.on("close", resolve));
    ws.on(index % 2 === 0 ? "upgrade" : "open", () => ws.terminate());
    await closed;
  });
  await Promise.all(closing);
  await expect
    .poll(async () => (await server.call({ method: "GET", url: "/metrics" })).body)
    .toMatch(/secondstory_rooms 0\n[^]*secondstory_connections 0\n/);
});
