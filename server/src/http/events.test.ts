import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

async function scene() {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const url = `/api/boards/${board.id}/events`;
  const add = (events: unknown, headers: Record<string, string> = ada.headers) =>
    server.call({ method: "POST", url, payload: { events }, headers });
  const read = async () => {
    const { body } = await server.call({
      method: "GET",
      url: `/api/boards/${board.id}/export.json`,
      headers: ada.headers,
    });
    return body.board.order.timeline.map((id: string) => body.board.cards[id]);
  };
  return { server, board, ada, add, read };
}

test("events of scripts stand on the timeline in the order of time", async () => {
  const { add, read } = await scene();
  const { status, body } = await add([
    { at: "2026-11-22T02:30:00Z", text: "Rolled back", kind: "mitigated" },
    { at: "2026-11-22T03:03:00+01:00", text: "Paged", kind: "alert", url: "https://pager.test/1" },
    { at: Date.UTC(2026, 10, 22, 2, 10), text: "Looked at\nthe logs", evidence: "ERROR 42" },
  ]);
  expect(status).toBe(201);
  expect(body.events).toHaveLength(3);
  const events = await read();
  expect(events.map(({ plain }: { plain: string }) => plain)).toEqual([
    "Paged",
    "Looked at\nthe logs",
    "Rolled back",
  ]);
  expect(events[0].fields).toEqual({
    when: { at: Date.UTC(2026, 10, 22, 2, 3), approx: false },
    kind: "alert",
  });
  expect(events[0].evidence[0].url).toBe("https://pager.test/1");
  expect(events[1].fields.kind).toBe("observation");
  expect(events[1].evidence[0].text).toBe("ERROR 42");
});

test("what cannot be taken is refused whole, and says which event it was", async () => {
  const { add, read } = await scene();
  const good = { at: 0, text: "Good" };
  for (const bad of [
    { at: "yesterday", text: "x" },
    { at: 0, text: "" },
    { at: 0, text: "x".repeat(10_001) },
    { at: 0, text: "x", kind: "party" },
    { at: 0, text: "x", url: "javascript:alert(1)" },
    { text: "x" },
  ]) {
    const { status, body } = await add([good, bad]);
    expect([status, body.error.code]).toEqual([400, "invalid"]);
    expect(body.error.message).toContain("events.1");
  }
  expect((await add(Array.from({ length: 501 }, () => good))).status).toBe(400);
  expect(await read()).toEqual([]);
  expect((await add([{ at: 0, text: "x".repeat(10_000) }])).status).toBe(201);
});

test("observers write no events, and a sealed board takes none", async () => {
  const { server, board, ada, add } = await scene();
  const bob = await server.join(board, "observer");
  const event = [{ at: 0, text: "x" }];
  expect((await add(event, bob.headers)).status).toBe(403);
  expect((await add(event, { authorization: `Bearer ${board.secrets.participant}` })).status).toBe(
    201,
  );
  await server.ask(ada, { type: "seal" });
  const sealed = await add(event);
  expect([sealed.status, sealed.body.error.code]).toEqual([409, "sealed"]);
});

test("[S17] an event is on disk before anyone hears of it, and reaches open sockets", async () => {
  const { server, board, ada, add } = await scene();
  const socket = await server.socket(board.id, "board", { headers: ada.headers });
  await socket.next("step1");
  const answered = add([{ at: 0, text: "Paged" }]);
  await socket.next("update");
  const { rows } = await server.storage.loadDoc(board.id, "board");
  expect(rows).toHaveLength(1);
  expect((await answered).status).toBe(201);
});
