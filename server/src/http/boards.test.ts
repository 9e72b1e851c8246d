import { expect, test } from "vitest";
import { fetchCopy } from "../testing/docs.ts";
import { testServer } from "../testing/server.ts";

test("[S30] a board comes with three links whose secrets stand in the fragment, and only hashes are kept", async () => {
  const server = await testServer({
    settings: { publicUrl: new URL("https://board.example.org") },
  });
  const { status, body } = await server.call({
    method: "POST",
    url: "/api/boards",
    payload: { title: "The night of the 14th" },
  });
  expect(status).toBe(201);
  expect(body.title).toBe("The night of the 14th");
  expect(body.links.observer).toBe(
    `https://board.example.org/b/${body.id}#${body.secrets.observer}`,
  );
  expect(new Set(Object.values(body.secrets)).size).toBe(3);
  for (const secret of Object.values<string>(body.secrets))
    expect(Buffer.from(secret, "base64url").length).toBeGreaterThanOrEqual(16);
  const kept = JSON.stringify(await server.storage.listSecrets(body.id));
  for (const secret of Object.values<string>(body.secrets)) expect(kept).not.toContain(secret);
});

test("a board needs no title, and no body at all", async () => {
  const server = await testServer();
  const { status, body } = await server.call({ method: "POST", url: "/api/boards" });
  expect([status, body.title]).toEqual([201, ""]);
});

test("line breaks in a title become blanks; 200 characters are kept, 201 are refused", async () => {
  const server = await testServer();
  const create = (title: unknown) =>
    server.call({ method: "POST", url: "/api/boards", payload: { title } });
  expect((await create("one\r\ntwo\nthree")).body.title).toBe("one two three");
  expect((await create("é".repeat(200))).status).toBe(201);
  const tooLong = await create("x".repeat(201));
  expect(tooLong.status).toBe(400);
  expect(tooLong.body.error.code).toBe("invalid");
  expect(tooLong.body.error.message).toContain("200 characters");
  expect((await create(7)).status).toBe(400);
});

test("a board shows itself to whoever has a seat, with who is connected", async () => {
  const server = await testServer({ now: () => 1_234 });
  const board = await server.createBoard({ title: "Ours" });
  const ada = await server.join(board, "facilitator", "Ada");
  const bob = await server.join(board, "observer", "Bob");
  const socket = await server.socket(board.id, "control", { headers: ada.headers });
  await fetchCopy(socket);
  const show = () =>
    server.call({ method: "GET", url: `/api/boards/${board.id}`, headers: bob.headers });
  const { status, body } = await show();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: board.id,
    title: "Ours",
    phase: "prepare",
    sealed: false,
    createdAt: 1_234,
    participants: [
      { id: ada.participant, name: "Ada", role: "facilitator", connected: true },
      { id: bob.participant, name: "Bob", role: "observer", connected: false },
    ],
  });
});

test("an unknown board is 404, one without a seat 401", async () => {
  const server = await testServer();
  const { id } = await server.createBoard();
  for (const unknown of ["nothing-here", "%00", "a".repeat(100)]) {
    const { status, body } = await server.call({ method: "GET", url: `/api/boards/${unknown}` });
    expect([status, body.error.code]).toEqual([404, "no-board"]);
  }
  for (const headers of [{}, { authorization: "Bearer wrong" }, { cookie: "seat=wrong" }]) {
    const { status, body } = await server.call({
      method: "GET",
      url: `/api/boards/${id}`,
      headers,
    });
    expect([status, body.error.code]).toEqual([401, "no-seat"]);
  }
});

test("[S39] only facilitators delete a board; its sockets close with 4404 and nothing of it stays", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const socket = await server.socket(board.id, "board", { headers: bob.headers });
  const erase = (headers: Record<string, string>) =>
    server.call({ method: "DELETE", url: `/api/boards/${board.id}`, headers });

  expect((await erase(bob.headers)).status).toBe(403);
  expect((await erase(ada.headers)).status).toBe(204);
  expect(await socket.closed).toBe(4404);
  expect(await erase(ada.headers)).toMatchObject({
    status: 404,
    body: { error: { code: "board-deleted" } },
  });
  expect(await server.storage.readBoard(board.id)).toBeUndefined();
  const late = await server.socket(board.id, "board", { headers: bob.headers });
  expect(await late.closed).toBe(4404);
});

test("[S45] whoever asks for a deleted board is told so, and for one that never was, that there is none", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const { headers } = await server.join(board, "facilitator");
  await server.call({ method: "DELETE", url: `/api/boards/${board.id}`, headers });
  const codeOf = async (method: "GET" | "POST", url: string) =>
    (await server.call({ method, url, ...(method === "POST" && { payload: {} }) })).body.error.code;
  expect(await codeOf("GET", `/api/boards/${board.id}`)).toBe("board-deleted");
  expect(await codeOf("POST", `/api/boards/${board.id}/join`)).toBe("board-deleted");
  expect(await codeOf("GET", "/api/boards/never-was")).toBe("no-board");
  expect(await codeOf("POST", "/api/boards/never-was/join")).toBe("no-board");
});
