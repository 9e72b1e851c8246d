// The door of a board: who waits, what they are told meanwhile, and that it is nothing of the board.
import { docNames } from "@secondstory/shared";
import { expect, test } from "vitest";
import type { AuditEvent } from "../audit/audit.ts";
import { defaultLimits } from "../limits.ts";
import { Copy } from "../testing/docs.ts";
import { must, testServer, type TestServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

/** A board with its door on, something on it, and somebody who waits. */
async function scene(options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer(options);
  const board = await server.createBoard({ title: "TITLEWORD" });
  const ada = await server.join(board, "facilitator", "ADAWORD");
  const bob = await server.join(board, "participant", "BOBWORD");
  const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
    server.call({ method: "POST", url: `/api/boards/${board.id}/${path}`, payload, headers });
  await post("events", { events: [{ at: 0, text: "EVENTWORD" }] }, bob.headers);
  await server.ask(ada, { type: "setDoor", closed: true });
  const eve = await server.join(board, "participant", "Eve");
  const door = (seat = eve) =>
    server.call({ method: "GET", url: `/api/boards/${board.id}/door`, headers: seat.headers });
  return { server, board, ada, bob, eve, post, door };
}

test("[L4] a newcomer has a seat that waits, and is on no list; let in, the same seat opens the board", async () => {
  const { server, board, ada, eve, door } = await scene();
  const joined = await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/join`,
    payload: { secret: board.secrets.observer, name: "Kim" },
  });
  expect(joined.status).toBe(200);
  expect(joined.body).toEqual({
    participantId: expect.any(String),
    role: "observer",
    token: expect.any(String),
    waiting: true,
  });
  expect((await door()).body).toEqual({ stands: "waiting", name: "Eve" });
  const look = (seat: typeof ada) =>
    server.call({ method: "GET", url: `/api/boards/${board.id}`, headers: seat.headers });
  expect((await look(ada)).body.participants).toHaveLength(2);
  const { body } = await server.ask(ada, { type: "letIn", participant: eve.participant });
  expect(body.control.roster[eve.participant]).toMatchObject({ name: "Eve", role: "participant" });
  expect((await door()).body).toEqual({ stands: "in" });
  expect((await look(eve)).body).toMatchObject({ title: "TITLEWORD" });
  const socket = await server.socket(board.id, "board", { headers: eve.headers });
  socket.send(syncMessage("step1", new Copy().vector));
  expect((await socket.next("step2")).bytes.length).toBeGreaterThan(2);
});

test("[L10] somebody at the door gets nothing of the board from any route", async () => {
  const { server, board, eve, door, ada } = await scene();
  const routes = await routesOfBoards(server);
  expect(routes.length).toBeGreaterThan(10);
  const ask = async (who: string, headers: Record<string, string>) => {
    for (const { method, url } of routes) {
      const answer = await server.call({
        method,
        url: url.replace("{id}", board.id).replaceAll(/\{[^}]+\}/g, "x"),
        headers,
        ...(method !== "GET" && { payload: bodyFor(url) }),
      });
      const text = JSON.stringify([answer.body, answer.headers]);
      expect(text, `${who} ${method} ${url}`).not.toMatch(/WORD/);
      const isOwn = /\/(door|join|leave)$/.test(url);
      if (!isOwn) expect(answer.status, `${who} ${method} ${url}`).toBe(403);
    }
  };
  const { participant } = eve;
  const own = routes.findIndex(({ url }) => url.endsWith("/leave"));
  routes.push(...routes.splice(own, 1)); // whoever leaves is not at the door any more
  await ask("a seat at the door", eve.headers);
  expect((await door()).status).toBe(401);
  await ask("a link", { authorization: `Bearer ${board.secrets.participant}` });
  expect((await server.ask(ada, { type: "letIn", participant })).status).toBe(400);
});

test("[L10] nor from a socket: it is closed with 4401, and a script that came by a link when the door is put on", async () => {
  const { server, board, ada, eve } = await scene();
  const byLink = { authorization: `Bearer ${board.secrets.participant}` };
  for (const doc of docNames)
    for (const headers of [eve.headers, byLink]) {
      const socket = await server.socket(board.id, doc, { headers });
      expect(await socket.closed).toBe(4401);
      expect(socket.received).toEqual([]);
    }
  await server.ask(ada, { type: "setDoor", closed: false });
  const script = await server.socket(board.id, "board", { headers: byLink });
  const lead = await server.socket(board.id, "board", {
    headers: { authorization: `Bearer ${board.secrets.facilitator}` },
  });
  await server.ask(ada, { type: "setDoor", closed: true });
  expect(await script.closed).toBe(4401);
  lead.send(syncMessage("step1", new Copy().vector));
  expect((await lead.next("step2")).bytes.length).toBeGreaterThan(2);
});

test("[S53] the audit log says who knocked, was let in and turned away, and who opened and closed the door", async () => {
  const audited: AuditEvent[] = [];
  const audit = async (event: AuditEvent) => void audited.push(event);
  const { server, board, ada, eve, post } = await scene({ audit });
  await post("join", {}, eve.headers); // waits on: nothing new
  await server.ask(ada, { type: "turnAway", participant: eve.participant });
  await server.ask(ada, { type: "turnAway", participant: eve.participant });
  await server.ask(ada, { type: "letIn", participant: eve.participant });
  await server.ask(ada, { type: "setDoor", closed: false });
  await server.ask(ada, { type: "handOver", participant: eve.participant });
  const [by, participant] = [ada.participant, eve.participant];
  expect(audited.slice(3).map(({ board: where, ...rest }) => [where === board.id, rest])).toEqual([
    [true, { event: "door-on", by }],
    [true, { event: "knock", by: participant, role: "participant" }],
    [true, { event: "turn-away", by, participant }],
    [true, { event: "let-in", by, participant }],
    [true, { event: "door-off", by }],
    [true, { event: "hand-over", by, participant }],
  ]);
});

test("nobody at the door is in an export", async () => {
  const { server, board, bob } = await scene();
  for (const format of ["json", "md"]) {
    const url = `/api/boards/${board.id}/export.${format}`;
    const { status, body } = await server.call({ method: "GET", url, headers: bob.headers });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/\bEve\b/);
  }
});

test("[L4] seats, device links and facilitators' links pass the door; a sign-in waits at it", async () => {
  const { server, board, ada, bob, eve, post } = await scene({
    settings: { trustProxy: "loopback", authNameHeader: "x-forwarded-user" },
  });
  expect((await post("join", {}, bob.headers)).body.waiting).toBeUndefined();
  const device = (await server.ask(bob, { type: "newDeviceLink" })).body;
  const phone = (await post("join", { secret: device.secret })).body;
  expect([phone.participantId, phone.waiting]).toEqual([bob.participant, undefined]);
  const lead = (await post("join", { secret: board.secrets.facilitator })).body;
  expect([lead.role, lead.waiting]).toEqual(["facilitator", undefined]);
  const raised = (await post("join", { secret: board.secrets.facilitator }, eve.headers)).body;
  expect(raised).toMatchObject({ participantId: eve.participant, role: "facilitator" });
  expect(raised.waiting).toBeUndefined();
  await server.ask(ada, { type: "admitSignedIn", admit: true });
  const signedIn = await post(
    "join",
    {},
    { "x-forwarded-user": "Grace", host: "board.test", origin: "http://board.test" },
  );
  expect(signedIn.body).toMatchObject({ role: "participant", waiting: true });
});

test("[L5] whoever comes again at the door keeps their seat, also where they ask for another", async () => {
  const { board, ada, eve, server, post } = await scene();
  const again = (payload: object) => post("join", payload, eve.headers);
  expect((await again({})).body).toMatchObject({ token: eve.token, waiting: true });
  const secret = board.secrets.observer;
  expect((await again({ secret, name: "Eva", fresh: true })).body).toMatchObject({
    participantId: eve.participant,
    role: "participant",
    waiting: true,
  });
  const { body } = await server.ask(ada, { type: "letIn", participant: eve.participant });
  expect(body.control.roster[eve.participant].name).toBe("Eva");
});

test("[L6] who is turned away is told so kindly, and asks again a while later; too many do not fit", async () => {
  let at = 1_000;
  const limits = { ...defaultLimits, waitingPerBoard: 1, knockAgainMs: 5_000 };
  const { server, board, ada, eve, post, door } = await scene({
    now: () => at,
    settings: { limits },
  });
  const late = await post("join", { secret: board.secrets.participant });
  expect([late.status, late.body.error.code]).toEqual([429, "door-full"]);
  await server.ask(ada, { type: "turnAway", participant: eve.participant });
  expect((await door()).body).toEqual({ stands: "turned-away", name: "Eve", againInMs: 5_000 });
  const refused = await post("join", {}, eve.headers);
  expect([refused.status, refused.body.error.code]).toEqual([429, "turned-away"]);
  const look = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: eve.headers,
  });
  expect([look.status, look.body.error.code]).toEqual([403, "turned-away"]);
  at = 6_000;
  expect((await post("join", {}, eve.headers)).body.waiting).toBe(true);
  expect((await door()).body).toEqual({ stands: "waiting", name: "Eve" });
});

test("[L4] who waits is still there after a restart, and can leave", async () => {
  const { server, board, ada, eve, post } = await scene();
  const next = await testServer({ storage: server.storage });
  const url = `/api/boards/${board.id}/door`;
  const waits = await next.call({ method: "GET", url, headers: eve.headers });
  expect(waits.body).toEqual({ stands: "waiting", name: "Eve" });
  expect((await post("leave", {}, eve.headers)).status).toBe(204);
  const { body } = await server.ask(ada, { type: "letIn", participant: eve.participant });
  expect(body.error.code).toBe("participant-gone");
});

/** Every route of a board, as the OpenAPI document names them. */
async function routesOfBoards(server: TestServer) {
  const { body } = await server.call({ method: "GET", url: "/api/openapi.json" });
  return Object.entries(body.paths as Record<string, object>)
    .filter(([url]) => url.startsWith("/api/boards/{id}"))
    .flatMap(([url, methods]) =>
      Object.keys(methods).map((method) => ({
        method: must(verbs.find((verb) => verb === method.toUpperCase())),
        url,
      })),
    );
}

const verbs = ["GET", "PUT", "POST", "PATCH", "DELETE"] as const;

/** What a route would take, so that none is refused for its body first. */
const bodyFor = (url: string): object => {
  if (url.endsWith("/requests")) return { type: "askToWrite" };
  if (url.endsWith("/events")) return { events: [{ at: 0, text: "x" }] };
  if (url.endsWith("/notes")) return { id: "1", text: "x", named: true };
  return {};
};
