import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

test("everyone on the board takes it along as Markdown, in the board's language or another", async () => {
  const server = await testServer();
  const board = await server.createBoard({ title: "Die Größe der Nacht", language: "de" });
  const bob = await server.join(board, "observer");
  const ada = await server.join(board, "facilitator");
  await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/events`,
    headers: ada.headers,
    payload: { events: [{ at: "2026-11-22T02:03:00Z", text: "Paged | twice" }] },
  });
  const get = (query: string) =>
    server.call({
      method: "GET",
      url: `/api/boards/${board.id}/export.md${query}`,
      headers: bob.headers,
    });
  const german = await get("");
  expect(german.status).toBe(200);
  expect(german.headers["content-type"]).toBe("text/markdown; charset=utf-8");
  expect(german.headers["content-disposition"]).toBe(
    'attachment; filename="die-groesse-der-nacht.md"',
  );
  expect(german.body).toContain("# Die Größe der Nacht");
  expect(german.body).toContain("Paged \\| twice");
  const english = await get("?lang=en");
  expect(english.body).not.toBe(german.body);
  expect((await get("?lang=de")).body).toBe(german.body);
  expect((await get("?lang=xx")).status).toBe(400);
});

test("the JSON export holds control and board, and nobody without a seat gets either", async () => {
  const server = await testServer();
  const board = await server.createBoard({ title: "The night" });
  const ada = await server.join(board, "facilitator", "Ada");
  const { body, headers } = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}/export.json`,
    headers: ada.headers,
  });
  expect(headers["content-disposition"]).toBe('attachment; filename="the-night.json"');
  expect(body).toMatchObject({
    format: "second-story",
    id: board.id,
    control: { title: "The night", roster: { [ada.participant]: { name: "Ada" } } },
    board: { order: { timeline: [] } },
  });
  for (const kind of ["md", "json"]) {
    const url = `/api/boards/${board.id}/export.${kind}`;
    expect((await server.call({ method: "GET", url })).status).toBe(401);
  }
});
