// The cookie by which a browser that forgot everything finds its boards again.
import { readBoardId } from "@secondstory/shared";
import { expect, test } from "vitest";
import { must, testServer, type TestServer } from "../testing/server.ts";
import { maxNamedBoards, namedBoards } from "./seat-cookies.ts";

/** A browser: keeps cookies by name and path, and sends those whose path fits. */
function browser(server: TestServer) {
  const jar = new Map<string, { readonly name: string; readonly path: string; value: string }>();
  const call = async (method: "GET" | "POST", url: string, payload?: object) => {
    const cookie = [...jar.values()]
      .filter(({ path }) => url === path || url.startsWith(`${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    const own = { host: "board.test", origin: "http://board.test" };
    const answer = await server.call({
      method,
      url,
      headers: { ...own, ...(cookie && { cookie }) },
      ...(payload && { payload }),
    });
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^(\w+)=([^;]*)/.exec(String(line)) ?? [];
      const path = /Path=([^;]+)/.exec(String(line))?.[1] ?? "";
      if (String(line).includes("Max-Age=0")) jar.delete(name + path);
      else jar.set(name + path, { name, path, value });
    }
    return answer;
  };
  const boards = async () => (await call("GET", "/api/boards")).body.boards;
  return { call, boards, jar };
}

test("[S54] a browser that forgot everything is told its boards, the last joined first, and is let in by its seats", async () => {
  const server = await testServer();
  const { call, boards, jar } = browser(server);
  expect(await boards()).toEqual([]);
  const made = [await server.createBoard(), await server.createBoard(), await server.createBoard()];
  const joined = [];
  for (const { id, secrets } of made)
    joined.push(await call("POST", `/api/boards/${id}/join`, { secret: secrets.participant }));
  const [first, second, third] = made.map(({ id }) => id);
  expect(await boards()).toEqual([third, second, first]);
  const again = await call("POST", `/api/boards/${first}/join`, {});
  expect(again.body.participantId).toBe(joined[0]?.body.participantId);
  expect(await boards()).toEqual([first, third, second]);

  expect((await call("POST", `/api/boards/${third}/leave`, {})).status).toBe(204);
  expect(await boards()).toEqual([first, second]);
  expect([...jar.keys()].some((key) => key.includes(String(third)))).toBe(false);
  for (const { value, name } of jar.values())
    if (name === "boards") expect(value).toBe(`${first}.${second}`);
});

test("[S54] the cookie is for this server's calls alone, and no script reads it", async () => {
  const publicUrl = new URL("https://tools.test/second-story/");
  const server = await testServer({ settings: { publicUrl } });
  const { id, secrets } = await server.createBoard();
  const { headers } = await server.call({
    method: "POST",
    url: `/api/boards/${id}/join`,
    payload: { secret: secrets.observer },
  });
  const named = [headers["set-cookie"]]
    .flat()
    .map(String)
    .find((line) => line.startsWith("boards="));
  for (const part of [
    `boards=${id};`,
    "HttpOnly",
    "SameSite=Strict",
    "Secure",
    "Path=/second-story/api/boards;",
  ])
    expect(`${named};`).toContain(part);
});

test("[S54] a board whose seat is gone is named no more once somebody asked for it", async () => {
  const server = await testServer();
  const { call, boards, jar } = browser(server);
  const kept = await server.createBoard();
  const lost = await server.createBoard();
  const deleted = await server.createBoard();
  const ada = await server.join(lost, "facilitator");
  for (const { id, secrets } of [kept, lost, deleted])
    await call("POST", `/api/boards/${id}/join`, { secret: secrets.observer });
  const { participants } = (
    await server.call({ method: "GET", url: `/api/boards/${lost.id}`, headers: ada.headers })
  ).body;
  await server.ask(ada, { type: "remove", participant: participants[1].id });
  await server.storage.deleteBoard(deleted.id, 1);
  expect((await call("POST", `/api/boards/${lost.id}/join`, {})).status).toBe(401);
  expect((await call("POST", `/api/boards/${deleted.id}/leave`, {})).status).toBe(404);
  expect(await boards()).toEqual([kept.id]);
  expect(jar.size).toBe(2);
});

test("[S54] whatever stands in the cookie, boards are named once, and only so many", () => {
  const named = (cookie: string) => namedBoards({ headers: { cookie } });
  expect(named("boards=")).toEqual([]);
  expect(named("boards=one.two.one..__proto__.a b.%")).toEqual(["one", "two"]);
  const many = Array.from({ length: 80 }, (_, number) => must(readBoardId(`board-${number}`)));
  expect(named(`boards=${many.join(".")}`)).toEqual(many.slice(0, maxNamedBoards));
});
