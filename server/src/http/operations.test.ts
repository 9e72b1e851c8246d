import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { defaultVotes } from "../settings.ts";
import { MemoryStorage } from "../storage/memory.ts";
import { StorageFailure } from "../storage/storage.ts";
import { Metrics } from "../metrics.ts";
import { testServer, type TestServer } from "../testing/server.ts";
import { metricsServer } from "./metrics-door.ts";

test("[S35] every error is a code and a sentence, Fastify's own too", async () => {
  const server = await testServer();
  const json = { "content-type": "application/json" };
  const post = (payload: string, headers: Record<string, string> = json) =>
    server.call({ method: "POST", url: "/api/boards", payload, headers });
  const answers = [
    [await post("{nonsense"), 400, "unreadable"],
    [await post(""), 400, "unreadable"],
    [await post('{"title":7}'), 400, "invalid"],
    [await post("title=7", { "content-type": "text/plain" }), 415, "not-json"],
    [await post(`"${"x".repeat(1_100_000)}"`), 413, "too-large"],
    [await server.call({ method: "GET", url: "/api/nothing" }), 404, "not-found"],
    [await server.call({ method: "GET", url: "/api/boards/%zz" }), 400, "unreadable"],
    [
      await server.call({ method: "GET", url: `/api/boards/${"x".repeat(3_000)}` }),
      404,
      "no-board",
    ],
    [await server.call({ method: "PUT", url: "/api/boards" }), 404, "not-found"],
    [
      await server.call({ method: "GET", url: "/api/boards/x/sync/board" }),
      426,
      "upgrade-required",
    ],
  ] as const;
  for (const [{ status, body }, expectedStatus, code] of answers) {
    expect([status, body.error.code]).toEqual([expectedStatus, code]);
    expect(Object.keys(body)).toEqual(["error"]);
    expect(body.error.message).toMatch(/^[A-Z].*\.$/);
  }
});

test("[S35] what is not HTTP is answered in the same words, and closed", async () => {
  const server = await testServer();
  const { hostname, port } = new URL(await server.origin());
  const socket = connect(Number(port), hostname);
  socket.end("NONSENSE / HTTP/9\r\n\r\n");
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "").error.code).toBe("unreadable");
});

test.each([
  "GET /healthz HTTP/1.1\r\nHost: here\r\n",
  "POST /api/boards HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n",
])("[S35] a call that never comes to an end is told so, and cut off", async (beginning) => {
  const server = await testServer({ wire: { headMs: 40, callMs: 40 } });
  const { hostname, port } = new URL(await server.origin());
  const socket = connect(Number(port), hostname);
  socket.write(beginning);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "").error.code).toBe("too-slow");
});

test("health tells the truth: a server whose storage takes nothing lives, and is not ready", async () => {
  let isFull = false;
  class FullDisk extends MemoryStorage {
    override async check(): Promise<void> {
      if (isFull) throw new StorageFailure("disk", "full");
    }
  }
  const server = await testServer({ storage: new FullDisk() });
  const status = async (url: string) => (await server.call({ method: "GET", url })).status;
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  isFull = true;
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  const { body } = await server.call({ method: "GET", url: "/readyz" });
  expect(body.error.code).toBe("not-saved");
});

test("metrics count rooms, sockets, frames and refusals", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const socket = await server.socket(board.id, "board", { headers: ada.headers });
  await socket.next("step1");
  socket.send(new Uint8Array([99]));
  await socket.closed;
  const { body, headers } = await server.call({ method: "GET", url: "/metrics" });
  expect(headers["content-type"]).toContain("text/plain");
  expect(body).toMatch(/secondstory_rooms 1\n/);
  expect(body).toMatch(/secondstory_connections [01]\n/);
  expect(body).toMatch(/secondstory_frames_in_total 1\n/);
  expect(body).toMatch(/secondstory_frames_out_total 1\n/);
  expect(body).toMatch(/secondstory_commit_seconds_count 1\n/);
  expect(body).toContain('secondstory_refusals_total{code="unreadable"} 1');
  expect(body).toMatch(/secondstory_commit_seconds_bucket\{le="\+Inf"\} 1\n/);
  expect(body).toMatch(/process_resident_memory_bytes \d+\n/);
  expect(body).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.e-]+\n/);
  for (const line of body.trim().split("\n"))
    expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{\w+="[^"]+"\})? [\d.e+-]+$/);
});

test("[S65] metrics open to a token alone, if there is one, and lie on a port of their own, if they have one", async () => {
  const token = "a-long-enough-token";
  const status = async (server: TestServer, headers = {}) =>
    (await server.call({ method: "GET", url: "/metrics", headers })).status;
  const guarded = await testServer({ settings: { metricsDoor: { port: undefined, token } } });
  expect(await status(guarded)).toBe(401);
  for (const wrong of ["Bearer", "Bearer a-long-enough-tokeN", `Basic ${token}`, token])
    expect([wrong, await status(guarded, { authorization: wrong })]).toEqual([wrong, 401]);
  expect(await status(guarded, { authorization: `bearer ${token}` })).toBe(200);

  const elsewhere = await testServer({ settings: { metricsDoor: { port: 9100, token } } });
  expect(await status(elsewhere, { authorization: `Bearer ${token}` })).toBe(404);
  const own = metricsServer(new Metrics(), token).listen(0, "127.0.0.1");
  onTestFinished(() => void own.close());
  await once(own, "listening");
  const address = own.address();
  const port = typeof address === "object" ? address?.port : 0;
  const get = async (path: string, headers = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return [answer.status, await answer.text()] as const;
  };
  const [found, text] = await get("/metrics", { authorization: `Bearer ${token}` });
  expect([found, text]).toEqual([200, expect.stringMatching(/secondstory_rooms 0\n/)]);
  expect(await get("/metrics")).toEqual([401, expect.stringContaining('"no-metrics-token"')]);
  expect(await get("/healthz")).toEqual([404, expect.stringContaining('"not-found"')]);
});

test("the OpenAPI document names every route of the contract", async () => {
  const server = await testServer();
  const { body } = await server.call({ method: "GET", url: "/api/openapi.json" });
  expect(body.openapi).toBe("3.1.0");
  const routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(routes.toSorted()).toEqual([
    "delete /api/boards/{id}",
    "get /api/boards",
    "get /api/boards/{id}",
    "get /api/boards/{id}/door",
    "get /api/boards/{id}/export.json",
    "get /api/boards/{id}/export.md",
    "get /api/boards/{id}/links",
    "post /api/boards",
    "post /api/boards/{id}/events",
    "post /api/boards/{id}/join",
    "post /api/boards/{id}/leave",
    "post /api/boards/{id}/notes",
    "post /api/boards/{id}/requests",
  ]);
});

test("pages carry a strict policy, and a request id goes out as it came in", async () => {
  const server = await testServer();
  const { headers } = await server.call({
    method: "GET",
    url: "/healthz",
    headers: { "x-request-id": "trace-42", host: "board.test:8080" },
  });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';style-src 'self'");
  expect(policy).toContain("connect-src 'self' ws://board.test:8080 wss://board.test:8080");
  expect(policy).not.toContain("unsafe");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-request-id"]).toBe("trace-42");
  const odd = await server.call({
    method: "GET",
    url: "/healthz",
    headers: { "x-request-id": "a b\tc" },
  });
  expect(odd.headers["x-request-id"]).not.toBe("a b\tc");
});

test("the built client is served: hashed files for a year, the page anew, two addresses fall back to it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-story-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>Second Story</title>");
  await writeFile(join(folder, "sw.js"), "worker");
  await writeFile(join(folder, "assets", "app-1a2b.js"), "plain");
  await writeFile(join(folder, "assets", "app-1a2b.js.br"), "squeezed");
  const server = await testServer({ settings: { clientDir: folder } });
  const get = (url: string, headers = {}) => server.call({ method: "GET", url, headers });

  for (const url of ["/", "/b/some-board"]) {
    const page = await get(url);
    expect([page.status, page.body]).toEqual([200, "<title>Second Story</title>"]);
    expect(page.headers["cache-control"]).toBe("no-cache");
  }
  const script = await get("/assets/app-1a2b.js", { "accept-encoding": "br" });
  expect([script.body, script.headers["content-encoding"]]).toEqual(["squeezed", "br"]);
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const worker = await get("/sw.js");
  expect([worker.status, worker.body]).toEqual([200, "worker"]);
  expect(worker.headers["cache-control"]).toBe("no-cache"); // or nobody would hear of a newer version
  expect(worker.headers["content-type"]).toMatch(/^(text|application)\/javascript/);
  expect(worker.headers["content-security-policy"]).toContain("worker-src 'self'");
  for (const url of ["/c/some-board", "/b", "/assets/missing.js", "/b/x/y"])
    expect((await get(url)).status).toBe(404);
  expect((await get("/../package.json")).status).toBe(404);
});

test("[RD10] the page says how long somebody may be gone, and how many votes there are at most", async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-story-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(
    join(folder, "index.html"),
    '<meta name="away-seconds" content="60" /><meta name="most-votes" content="20" />',
  );
  const server = await testServer({
    settings: { clientDir: folder, awaySeconds: 45, votes: { ...defaultVotes, most: 7 } },
  });
  const { body } = await server.call({ method: "GET", url: "/" });
  expect(body).toBe(
    '<meta name="away-seconds" content="45" /><meta name="most-votes" content="7" />',
  );
});

test("[S60] one build serves every path: the page names it, and a proxy may take it off or leave it on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-story-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), '<base href="/" /><title>Second Story</title>');
  await writeFile(join(folder, "assets", "app-1a2b.js"), "plain");
  const publicUrl = new URL("https://tools.test/second-story/");
  const server = await testServer({ settings: { clientDir: folder, publicUrl } });
  const get = (url: string, headers = {}) => server.call({ method: "GET", url, headers });

  for (const url of ["/", "/b/x", "/second-story", "/second-story/", "/second-story/b/x?phase=a"]) {
    const page = await get(url);
    expect([url, page.status, page.body]).toEqual([
      url,
      200,
      '<base href="/second-story/" /><title>Second Story</title>',
    ]);
    expect(page.headers["content-security-policy"]).toContain("base-uri 'self'");
    expect(page.headers["content-security-policy"]).toContain("wss://tools.test;");
  }
  for (const prefix of ["", "/second-story"]) {
    expect((await get(`${prefix}/assets/app-1a2b.js`)).body).toBe("plain");
    expect((await get(`${prefix}/healthz`)).body).toEqual({ status: "ok" });
  }
  for (const url of [
    "/second-storyteller",
    "/second-story/second-story/healthz",
    "/second-story/c",
  ])
    expect([url, (await get(url)).status]).toEqual([url, 404]);
});

test("the page is pressed once, and sent anew only to whoever does not have it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-story-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "index.html"), '<base href="/" />');
  const server = await testServer({ settings: { clientDir: folder } });
  const get = (headers: Record<string, string>) =>
    server.app.inject({ method: "GET", url: "/", headers });

  const pressed = await get({ "accept-encoding": "gzip, br;q=0.9" });
  expect(pressed.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(pressed.rawPayload).toString()).toBe('<base href="/" />');
  const etag = String(pressed.headers.etag);
  const known = { "accept-encoding": "br", "if-none-match": `"other", W/${etag}` };
  expect((await get(known)).statusCode).toBe(304);
  const plain = await get({ "accept-encoding": "br;q=0, deflate", "if-none-match": etag });
  expect([plain.statusCode, plain.body]).toEqual([200, '<base href="/" />']);
});

test("without a built client the page says how to get it", async () => {
  const server = await testServer();
  const { status, body } = await server.call({ method: "GET", url: "/" });
  expect([status, body.error.code]).toEqual([503, "client-not-built"]);
});

test("[S38] limits count per address and per seat, and a hundred people behind one router never notice", async () => {
  const server = await testServer({ settings: { limits: { ...defaultLimits, boardsPerHour: 2 } } });
  const create = () => server.call({ method: "POST", url: "/api/boards" });
  const board = await server.createBoard();
  expect((await create()).status).toBe(201);
  const third = await create();
  expect([third.status, third.body.error.code]).toEqual([429, "too-many"]);

  const seats = await Promise.all(
    Array.from({ length: 100 }, (_, index) => server.join(board, "participant", `P${index}`)),
  );
  for (const seat of seats)
    expect((await server.ask(seat, { type: "rename", name: "Someone" })).status).toBe(200);
});

test("[S38] one seat that asks too much is told so; the others go on", async () => {
  const server = await testServer({
    settings: { limits: { ...defaultLimits, callsPerMinute: 3 } },
  });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const rename = async (seat: typeof ada) =>
    (await server.ask(seat, { type: "rename", name: "Name" })).status;
  expect([await rename(ada), await rename(ada), await rename(ada), await rename(ada)]).toEqual([
    200, 200, 200, 429,
  ]);
  expect(await rename(bob)).toBe(200);
});
