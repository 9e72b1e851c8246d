// Continuing on another device: one seat more, of the same participant.
import type { InjectOptions } from "fastify";
import { expect, test } from "vitest";
import { Copy, fetchCopy } from "../testing/docs.ts";
import { must, testServer, type TestSeat, type TestServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

const minuteMs = 60_000;

const linkFor = async (server: TestServer, seat: TestSeat) =>
  (await server.ask(seat, { type: "newDeviceLink" })).body;

const join = (
  server: TestServer,
  { board }: TestSeat,
  payload: object,
  headers: NonNullable<InjectOptions["headers"]> = {},
) => server.call({ method: "POST", url: `/api/boards/${board}/join`, payload, headers });

test("[S51] the other device is the same participant with the same role, and counts once", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator", "Ada");
  const { secret, link, expiresAt } = await linkFor(server, ada);
  expect(link).toBe(`http://localhost:80/b/${board.id}#${secret}`);
  expect(expiresAt).toBeGreaterThan(Date.now() + 9 * minuteMs);

  const { status, body, headers } = await join(server, ada, { secret });
  expect([status, body.participantId, body.role]).toEqual([200, ada.participant, "facilitator"]);
  expect(body.token).not.toBe(ada.token);
  expect(String(headers["set-cookie"])).toContain(`seat=${body.token};`);

  const phone = { authorization: `Bearer ${body.token}` };
  const query = `?participant=${ada.participant}`;
  const sockets = await Promise.all([
    server.socket(board.id, "private", { headers: ada.headers, query }),
    server.socket(board.id, "private", { headers: phone, query }),
    server.socket(board.id, "board", { headers: ada.headers, query }),
    server.socket(board.id, "board", { headers: phone, query }),
  ]);
  const [desk, hand] = sockets;
  await Promise.all([desk.next("step1"), hand.next("step1")]);
  desk.send(syncMessage("update", new Copy().type("a draft")));
  expect((await fetchCopy(hand)).text).toContain("a draft");

  const summary = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: phone,
  });
  expect(summary.body.participants).toEqual([
    { id: ada.participant, name: "Ada", role: "facilitator", connected: true },
  ]);
  const left = await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/leave`,
    headers: phone,
    payload: {},
  });
  expect(left.status).toBe(204);
  expect(await hand.closed).toBe(4401);
  expect((await server.ask(ada, { type: "advance" })).status).toBe(200); // the first device stays
});

test("[S51] a link works once, also when two devices try at the same moment", async () => {
  const server = await testServer();
  const ada = await server.join(await server.createBoard(), "participant");
  const { secret } = await linkFor(server, ada);
  const tries = await Promise.all(Array.from({ length: 5 }, () => join(server, ada, { secret })));
  const outcomes = tries.map(({ status, body }) => `${status} ${body.error?.code ?? "in"}`);
  expect(outcomes.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "200 in",
    ...Array.from({ length: 4 }, () => "401 device-link-used"),
  ]);
});

test("[S51] after ten minutes, or once there is a later one, a link says that it has expired", async () => {
  let now = 1_000_000;
  const server = await testServer({ now: () => now });
  const ada = await server.join(await server.createBoard(), "participant");
  const codeOf = async (secret: string) =>
    (await join(server, ada, { secret })).body.error?.code ?? "in";
  const first = await linkFor(server, ada);
  const second = await linkFor(server, ada);
  expect(await codeOf(first.secret)).toBe("device-link-expired");
  now += 10 * minuteMs - 1;
  expect(await codeOf(second.secret)).toBe("in");
  const third = await linkFor(server, ada);
  now += 10 * minuteMs;
  expect(await codeOf(third.secret)).toBe("device-link-expired");
  expect(await codeOf("device.nobody-made-this")).toBe("device-link-unknown");
});

test("[S51] a link is its board's and its participant's: it ends with their removal, and opens nothing else", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const { secret } = await linkFor(server, bob);
  const elsewhere = await server.join(await server.createBoard(), "participant");
  expect((await join(server, elsewhere, { secret })).body.error.code).toBe("device-link-unknown");
  for (const key of [secret, secret.slice("device.".length)]) {
    const headers = { authorization: `Bearer ${key}` };
    const url = `/api/boards/${board.id}`;
    expect((await server.call({ method: "GET", url, headers })).status).toBe(401);
  }
  expect((await join(server, bob, { secret: secret.slice("device.".length) })).status).toBe(401);
  await server.ask(ada, { type: "remove", participant: bob.participant });
  const late = await join(server, bob, { secret });
  expect([late.status, late.body.error.code]).toEqual([401, "device-link-unknown"]);
});

test("[S51] a device where somebody else sat becomes the new one's, and the other seat ends", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "participant", "Ada");
  const bob = await server.join(board, "participant", "Bob");
  const { secret } = await linkFor(server, ada);
  const own = { cookie: `seat=${bob.token}`, host: "b.test", origin: "http://b.test" };
  const foreign = await join(server, ada, { secret }, { ...own, origin: "http://evil.test" });
  expect(foreign.body.error.code).toBe("foreign-origin");
  expect((await join(server, ada, { secret }, own)).body.participantId).toBe(ada.participant);
  expect((await server.ask(bob, { type: "rename", name: "Bobby" })).status).toBe(401);

  const again = await linkFor(server, ada); // opened by mistake where it was made
  const same = { ...own, cookie: `seat=${ada.token}` };
  const kept = await join(server, ada, { secret: again.secret }, same);
  expect(kept.body.participantId).toBe(ada.participant);
  expect((await server.ask(ada, { type: "rename", name: "Ada L." })).status).toBe(200);
});

test("[S51] an observer may continue elsewhere, on a sealed board too; a link alone has no seat to take along", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const ida = await server.join(board, "observer");
  await server.ask(ada, { type: "seal" });
  const { secret } = await linkFor(server, ida);
  expect((await join(server, ida, { secret })).body.role).toBe("observer");
  const { status, body } = await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/requests`,
    headers: { authorization: `Bearer ${board.secrets.facilitator}` },
    payload: { type: "newDeviceLink" },
  });
  expect([status, body.error.code]).toEqual([400, "no-participant"]);
});

test("[S51] nothing of the link is kept that would open the board, and a request repeated makes no second one", async () => {
  const server = await testServer();
  const ada = await server.join(await server.createBoard(), "participant");
  const ask = () => server.ask(ada, { type: "newDeviceLink", id: "press-1" });
  const { body } = await ask();
  expect((await ask()).body).not.toHaveProperty("secret");
  expect((await join(server, ada, { secret: must<string>(body.secret) })).status).toBe(200);
  expect(server.lines.join("")).not.toContain(body.secret.slice("device.".length));
});
