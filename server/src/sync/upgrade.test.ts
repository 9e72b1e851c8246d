import { expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { openRaw } from "../testing/raw-socket.ts";
import { testServer } from "../testing/server.ts";

async function scene(settings: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer(settings);
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const origin = await server.origin();
  const path = `/api/boards/${board.id}/sync/board`;
  return { server, board, ada, origin, path };
}

test("[S35] an upgrade elsewhere, or one that is no WebSocket handshake, is answered in the words of the contract", async () => {
  const { origin, path } = await scene();
  const answers = [
    ["/api/nothing", {}, 404, "not-found"],
    ["/api/boards/x/sync", {}, 404, "not-found"],
    [`${path}/`, {}, 404, "not-found"],
    [path, { "sec-websocket-version": "7" }, 400, "bad-handshake"],
    [path, { "sec-websocket-key": "short" }, 400, "bad-handshake"],
    [path, { upgrade: "h2c" }, 426, "upgrade-required"],
    [path, { "content-length": "0" }, 426, "upgrade-required"],
    [path, { origin: "http://evil.test" }, 403, "foreign-origin"],
  ] as const;
  for (const [address, headers, status, code] of answers) {
    const socket = openRaw(origin, address, {
      headers: { connection: "close, upgrade", ...headers },
    });
    expect([address, await socket.status]).toEqual([address, status]);
    await socket.closed;
    expect(JSON.parse(socket.body()).error).toEqual({
      code,
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
  }
});

test("a client that offers another protocol by habit is answered all the same", async () => {
  const { origin } = await scene();
  const socket = openRaw(origin, "/healthz", {
    headers: { upgrade: "h2c", connection: "Upgrade, HTTP2-Settings, close" },
  });
  expect(await socket.status).toBe(200);
  await socket.closed;
  expect(socket.body()).toBe('{"status":"ok"}');
});

test("[S60] a socket opens with the path of PUBLIC_URL and without it", async () => {
  const settings = { publicUrl: new URL("https://tools.test/second-story") };
  const { origin, path } = await scene({ settings });
  expect(await openRaw(origin, `/second-story${path}`).closed).toBe(4401);
  expect(await openRaw(origin, path).closed).toBe(4401);
  const elsewhere = openRaw(origin, `/second-storyteller${path}`, {
    headers: { connection: "close, upgrade" },
  });
  expect(await elsewhere.status).toBe(404);
  await elsewhere.closed;
});

test("what cannot be decoded names no board", async () => {
  const { origin } = await scene();
  expect(await openRaw(origin, "/api/boards/%zz/sync/board").closed).toBe(4404);
  expect(await openRaw(origin, "/api/boards/x/sync/%ff").closed).toBe(4404);
});

test("[S38] an address may have so many sockets, and gets its place back when one goes", async () => {
  const limits = { ...defaultLimits, socketsPerAddress: 2 };
  const { server, board, ada } = await scene({ settings: { limits } });
  const open = () => server.socket(board.id, "board", { headers: ada.headers });
  const [first, second] = [await open(), await open()];
  await Promise.all([first.next("step1"), second.next("step1")]);
  expect(await (await open()).closed).toBe(1013);
  first.ws.close();
  await first.closed;
  const again = await open();
  await again.next("step1");
});

test("[S38] behind a proxy that is believed, addresses are told apart", async () => {
  const limits = { ...defaultLimits, socketsPerAddress: 1 };
  const { server, board, ada } = await scene({ settings: { limits, trustProxy: "loopback" } });
  const open = (address: string) =>
    server.socket(board.id, "board", {
      headers: { ...ada.headers, "x-forwarded-for": address },
    });
  const [here, there] = [await open("192.0.2.1"), await open("2001:db8::1")];
  await Promise.all([here.next("step1"), there.next("step1")]);
  expect(await (await open("192.0.2.1")).closed).toBe(1013);
  expect(await (await open("2001:db8::2")).closed).toBe(1013); // of the same network
  await (await open("2001:db8:0:1::1")).next("step1");
});

test("[S11] behind a proxy that is believed, the host that it was asked for is our own", async () => {
  const { server, board, ada } = await scene({ settings: { trustProxy: 1 } });
  const open = (origin: string) =>
    server.socket(board.id, "board", {
      headers: { cookie: `seat=${ada.token}`, origin, "x-forwarded-host": "board.test" },
    });
  await (await open("https://board.test")).next("step1");
  expect((await open("https://other.test")).refusedWith).toBe(403);
});

test("[S40] nothing of a socket is heard before it has a seat, and nothing of one that has none", async () => {
  const { server, origin, path, ada, board } = await scene();
  const early = openRaw(origin, path, {
    headers: ada.headers,
    first: Uint8Array.of(0x82, 0x81, 0, 0, 0, 0, 99), // a message that nobody can read, with the handshake
  });
  expect(await early.closed).toBe(1007);
  const stranger = openRaw(origin, path, { first: new Uint8Array(100_000).fill(0xff) });
  expect(await stranger.closed).toBe(4401);
  const { body } = await server.call({ method: "GET", url: "/metrics" });
  expect(body).toMatch(/secondstory_frames_in_total 1\n/);
  expect(body).toContain('secondstory_refusals_total{code="noSeat"} 1');
  await (await server.socket(board.id, "board", { headers: ada.headers })).next("step1");
});
