// The process as an operator sees it: one line when it is open, one sentence when it cannot be, a tidy end.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { Copy, fetchCopy } from "./testing/docs.ts";
import { openSocket, syncMessage } from "./testing/socket.ts";

const root = await mkdtemp(join(tmpdir(), "second-story-"));
const started = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await rm(root, { recursive: true, force: true });
});

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: join(root, "compile-cache"),
      PORT: "0",
      LOG_LEVEL: "warn",
      LIMITS: "off",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, "exit").then(([code]) => ({ code, output, errors }));
  const address = async () => {
    while (!output.includes("\n")) await Promise.race([once(child.stdout, "data"), exited]);
    return output.match(/http:\/\/\S+/)?.[0].replace("localhost", "127.0.0.1") ?? errors;
  };
  return { child, exited, address };
}

async function seat(origin: string) {
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(origin + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return Object(await answer.json());
  };
  const { id, secrets } = await post("/api/boards", {});
  const { participant } = Object(secrets);
  const { token } = await post(`/api/boards/${String(id)}/join`, { secret: participant });
  return {
    path: `/api/boards/${String(id)}/sync/board`,
    headers: { authorization: `Bearer ${String(token)}` },
  };
}

test(
  "[S22] it says where it is open, ends tidily on SIGTERM, and a board outlives kill -9",
  { timeout: 30_000 },
  async () => {
    const env = { DATA_DIR: join(root, "first") };
    const first = run(env);
    const origin = await first.address();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { path, headers } = await seat(origin);
    const socket = await openSocket(origin, path, { headers, query: "?saved=1" });
    socket.send(syncMessage("update", new Copy().type("kept")));
    while ((await socket.next("saved")).messages < 1);
    first.child.kill("SIGKILL");
    await first.exited;

    const second = run(env);
    const again = await second.address();
    const back = await openSocket(again, path, { headers });
    expect((await fetchCopy(back)).text).toBe("kept");
    second.child.kill("SIGTERM");
    expect(await back.closed).toBe(1012);
    expect((await second.exited).code).toBe(0);
  },
);

test(
  "[S8] a folder in use, a taken port and a bad setting are said in one sentence each",
  { timeout: 30_000 },
  async () => {
    const env = { DATA_DIR: join(root, "shared") };
    const first = run(env);
    await first.address();
    const second = await run(env).exited;
    expect(second.code).toBe(1);
    expect(second.errors).toMatch(/^Another Second Story uses the data in .+: stop it, or .+\.\n$/);

    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const third = await run({ DATA_DIR: join(root, "third"), PORT: String(port) }).exited;
    taken.close();
    expect(third.errors).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken: .+\.\n$/);

    const apart = {
      DATA_DIR: join(root, "apart"),
      METRICS_PORT: new URL(await first.address()).port,
    };
    const metrics = await run(apart).exited;
    expect(metrics.errors).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken: .+METRICS_PORT.+\.\n$/);

    const fourth = await run({ PORT: "eighty" }).exited;
    expect(fourth.errors).toBe('PORT must be a number from 0 to 65535, not "eighty".\n');
  },
);

test(
  "[S61] [S65] metrics have a port of their own; a name that no trusted proxy could send is ignored, aloud",
  { timeout: 30_000 },
  async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    const server = run({
      DATA_DIR: join(root, "metrics"),
      METRICS_PORT: String(port),
      AUTH_NAME_HEADER: "X-Forwarded-User",
    });
    const origin = await server.address();
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
    server.child.kill("SIGTERM");
    const { code, errors } = await server.exited;
    expect(code).toBe(0);
    expect(errors).toMatch(/^AUTH_NAME_HEADER is ignored, .+: set TRUST_PROXY .+\.\n$/);
  },
);
