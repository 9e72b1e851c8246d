import { expect, test } from "vitest";
import { testServer, type TestServer } from "../testing/server.ts";

const joinUrl = (id: string) => `/api/boards/${id}/join`;
const post = (server: TestServer, url: string, payload: object, headers = {}) =>
  server.call({ method: "POST", url, payload, headers });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const own = { host: "board.test", origin: "http://board.test" };

test("[S31] a secret is traded for a seat of its role, with a token and a cookie of that board alone", async () => {
  const server = await testServer({ settings: { publicUrl: new URL("https://board.test") } });
  const board = await server.createBoard();
  for (const role of ["facilitator", "participant", "observer"] as const) {
    const { status, body, headers } = await post(server, joinUrl(board.id), {
      secret: board.secrets[role],
      name: "Ada",
    });
    expect([status, body.role]).toEqual([200, role]);
    const cookie = String(headers["set-cookie"]);
    expect(cookie).toContain(`seat=${body.token};`);
    for (const part of [
      "HttpOnly",
      "SameSite=Strict",
      "Secure",
      `Path=/api/boards/${board.id}`,
      "Max-Age=34560000",
    ])
      expect(cookie).toContain(part);
    expect(JSON.stringify(await server.storage.listSecrets(board.id))).not.toContain(body.token);
  }
});

test("the cookie is not Secure where people come by plain http", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const { headers } = await post(server, joinUrl(board.id), { secret: board.secrets.observer });
  expect(String(headers["set-cookie"])).not.toContain("Secure");
});

test("[S32] a wrong secret and a switched-off one are refused with codes of their own", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  await server.ask(ada, { type: "switchOffLinks", role: "observer" });
  const codeOf = async (payload: object) => {
    const { status, body } = await post(server, joinUrl(board.id), payload);
    return [status, body.error?.code];
  };
  expect(await codeOf({ secret: "wrong" })).toEqual([401, "secret-unknown"]);
  expect(await codeOf({ secret: board.secrets.observer })).toEqual([401, "secret-switched-off"]);
  expect(await codeOf({ secret: board.secrets.participant })).toEqual([200, undefined]);
  expect(await codeOf({})).toEqual([401, "no-seat"]);
  const unknown = await post(server, joinUrl("nothing-here"), { secret: "wrong" });
  expect([unknown.status, unknown.body.error.code]).toEqual([404, "no-board"]);
});

test("[S31] whoever has a seat keeps it: the participant stays, the role rises and never falls, a name is taken on", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const bob = await server.join(board, "participant", "Bob");
  const again = (payload: object) => post(server, joinUrl(board.id), payload, bob.headers);

  expect((await again({ secret: board.secrets.observer })).body).toMatchObject({
    participantId: bob.participant,
    role: "participant",
    token: bob.token,
  });
  expect((await again({ secret: board.secrets.facilitator, name: "Robert" })).body.role).toBe(
    "facilitator",
  );
  expect((await again({})).body).toMatchObject({
    participantId: bob.participant,
    role: "facilitator",
  });
  const { body } = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: bob.headers,
  });
  expect(body.participants).toEqual([
    { id: bob.participant, name: "Robert", role: "facilitator", connected: false },
  ]);
});

test("a fresh seat is somebody else on the same browser", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const bob = await server.join(board, "participant");
  const payload = { secret: board.secrets.participant, fresh: true };
  const { body } = await post(server, joinUrl(board.id), payload, bob.headers);
  expect(body.participantId).not.toBe(bob.participant);
  expect(body.token).not.toBe(bob.token);
});

test("without a name a friendly one is made up, in the board's language", async () => {
  const server = await testServer();
  for (const [language, pattern] of [
    ["en", /^[A-Z][a-z]+ [A-Z][a-z]+$/],
    ["de", /^[A-Z][a-z]+er [A-Z][a-zöäü]+$/],
  ] as const) {
    const board = await server.createBoard({ language });
    const names = new Set<string>();
    for (const name of [undefined, "", "  \u200b ", "\u202e"])
      await post(server, joinUrl(board.id), {
        secret: board.secrets.observer,
        ...(name !== undefined && { name }),
      });
    const ada = await server.join(board, "facilitator", "Ada");
    const { body } = await server.call({
      method: "GET",
      url: `/api/boards/${board.id}`,
      headers: ada.headers,
    });
    for (const { name } of body.participants.slice(0, 4)) {
      expect(name).toMatch(pattern);
      names.add(name);
    }
    expect(names.size).toBe(4);
  }
});

test("names are trimmed, hold on one line and cannot turn the text around them; 61 characters are refused", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator", "  Ada\n\u202eLovelace\u2066  ");
  const { body } = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: ada.headers,
  });
  expect(body.participants[0].name).toBe("Ada Lovelace");
  const tooLong = await post(server, joinUrl(board.id), {
    secret: board.secrets.observer,
    name: "x".repeat(61),
  });
  expect(tooLong.status).toBe(400);
});

test("[S37] what relies on the cookie needs an Origin of this server; a bearer needs none", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const rename = (headers: Record<string, string>) =>
    post(server, `/api/boards/${board.id}/requests`, { type: "rename", title: "New" }, headers);
  const cookie = `seat=${ada.token}`;

  expect((await rename({ cookie, ...own })).status).toBe(200);
  for (const origin of ["http://evil.test", "null", "http://board.test.evil.test", "nonsense"]) {
    const { status, body } = await rename({ cookie, host: own.host, origin });
    expect([status, body.error.code]).toEqual([403, "foreign-origin"]);
  }
  expect((await rename({ cookie, host: own.host })).status).toBe(403);
  expect((await rename({ ...ada.headers, origin: "http://evil.test" })).status).toBe(200);
  const rejoin = { secret: board.secrets.observer };
  expect((await post(server, joinUrl(board.id), rejoin, { cookie, ...own })).body.role).toBe(
    "facilitator",
  );
  expect(
    (await post(server, joinUrl(board.id), rejoin, { cookie, origin: "http://evil.test" })).status,
  ).toBe(403);
  const read = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: { cookie },
  });
  expect(read.status).toBe(200);
});

test("[S37] with a PUBLIC_URL its origin alone counts, and its path is the cookie's", async () => {
  const publicUrl = new URL("https://tools.test/second-story/");
  const server = await testServer({ settings: { publicUrl } });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const rename = (origin: string) =>
    post(
      server,
      `/api/boards/${board.id}/requests`,
      { type: "rename", title: "New" },
      { cookie: `seat=${ada.token}`, host: "inner:3000", origin },
    );
  expect((await rename("https://tools.test")).status).toBe(200);
  expect((await rename("http://inner:3000")).status).toBe(403);
  const joined = await post(server, joinUrl(board.id), { secret: board.secrets.observer });
  expect(String(joined.headers["set-cookie"])).toContain(
    `Path=/second-story/api/boards/${board.id}`,
  );
});

test("leaving ends the seat at once, and the participant stays on the roster", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator", "Ada");
  const bob = await server.join(board, "participant", "Bob");
  const socket = await server.socket(board.id, "control", { headers: bob.headers });
  const leave = () => post(server, `/api/boards/${board.id}/leave`, {}, bob.headers);

  const left = await leave();
  expect(left.status).toBe(204);
  expect(String(left.headers["set-cookie"])).toContain("seat=;");
  expect(await socket.closed).toBe(4401);
  expect((await leave()).status).toBe(401);
  const { body } = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: ada.headers,
  });
  expect(body.participants.map(({ name }: { name: string }) => name)).toEqual(["Ada", "Bob"]);
});

test("[S32] a link says that it was switched off to whoever only reads with it, too", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const { facilitator, participant } = board.secrets;
  await post(
    server,
    `/api/boards/${board.id}/requests`,
    { type: "switchOffLinks", role: "participant" },
    bearer(facilitator),
  );
  const { status, body } = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: bearer(participant),
  });
  expect([status, body.error.code]).toEqual([401, "secret-switched-off"]);
});

test("a script may come with a link alone, and does what its role may", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const advance = (secret: string) =>
    post(server, `/api/boards/${board.id}/requests`, { type: "advance" }, bearer(secret));
  expect((await advance(board.secrets.participant)).status).toBe(403);
  expect((await advance(board.secrets.facilitator)).body.control.phase).toBe("check-in");
  expect(
    (await post(server, joinUrl(board.id), {}, bearer(board.secrets.participant))).body.role,
  ).toBe("participant");
});
