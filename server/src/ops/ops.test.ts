// The commands as an operator says them, beside a server that runs and without one.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildApp } from "../app.ts";
import { readSettings } from "../settings.ts";
import { openSqliteStorage } from "../storage/sqlite.ts";
import { runOps } from "./ops.ts";

async function scene() {
  const root = await mkdtemp(join(tmpdir(), "second-story-ops-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const env: Record<string, string> = {
    DATA_DIR: join(root, "data"),
    PUBLIC_URL: "https://tools.test/second-story",
    LOG_LEVEL: "silent",
    LIMITS: "off",
  };
  const say = async (...words: readonly string[]) => {
    let out = "";
    let err = "";
    const code = await runOps(words, {
      settings: () => readSettings(env),
      out: (text) => (out += text),
      err: (text) => (err += text),
      now: Date.now,
    });
    return { code, out, err };
  };
  return { root, env, say };
}

/** A server on the folder that the commands work on too. */
async function startServer(env: Record<string, string>) {
  const settings = readSettings(env);
  const app = await buildApp({ storage: await openSqliteStorage(settings.dataDir), settings });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  env["PORT"] = new URL(origin).port;
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await app.close();
    isClosed = true;
  };
  onTestFinished(close);
  const call = async (method: string, path: string, bearer?: string, body?: object) => {
    const answer = await fetch(origin + path, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    // tests look into answers freely
    // oxlint-disable-next-line typescript/no-explicit-any
    const read = (): any => JSON.parse(text);
    return { status: answer.status, text, read };
  };
  return { call, close, origin };
}

async function boardOn({ call }: Awaited<ReturnType<typeof startServer>>, title: string) {
  const { id, secrets } = (await call("POST", "/api/boards", undefined, { title })).read();
  const event = { at: "2026-11-22T02:03:00Z", text: "The pager rings" };
  const path = `/api/boards/${id}`;
  await call("POST", `${path}/events`, secrets.facilitator, { events: [event] });
  const { token } = (
    await call("POST", `${path}/join`, undefined, { secret: secrets.participant })
  ).read();
  return { id: String(id), path, secrets, token: String(token) };
}

test("[S63] boards are listed, given a link, taken along and backed up beside a server, and restored for another", async () => {
  const { root, env, say } = await scene();
  const server = await startServer(env);
  const board = await boardOn(server, "Checkout errors");

  const listed = JSON.parse((await say("boards", "list", "--json")).out);
  expect(listed).toEqual([
    expect.objectContaining({
      id: board.id,
      title: "Checkout errors",
      phase: "prepare",
      people: 1,
    }),
  ]);
  expect((await say("boards", "list")).out).toMatch(
    new RegExp(`^${board.id}  2\\S+ \\S+  prepare  1 person  0\\.0 MB  Checkout errors\n$`),
  );

  const { out: link } = await say("boards", "link", board.id);
  expect(link).toMatch(new RegExp(`^https://tools\\.test/second-story/b/${board.id}#[\\w-]+\n$`));
  const secret = link.trim().split("#")[1] ?? "";
  const joined = await server.call("POST", `${board.path}/join`, undefined, { secret });
  expect(joined.read().role).toBe("facilitator");

  const markdown = (await say("boards", "export", board.id)).out;
  const served = await server.call("GET", `${board.path}/export.md`, board.secrets.observer);
  expect(markdown).toContain("The pager rings");
  expect(markdown).toBe(served.text);
  const file = join(root, "board.json");
  await say("boards", "export", board.id, "--format", "json", "--out", file);
  const json = await server.call("GET", `${board.path}/export.json`, board.secrets.observer);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(json.read());

  const backup = join(root, "backup.tar");
  expect((await say("backup", backup)).out).toMatch(/backup\.tar: 1 board, 0\.\d MB\n$/);
  await server.close();
  env["DATA_DIR"] = join(root, "fresh");
  expect((await say("restore", backup)).out).toMatch(
    /fresh: 1 board as of .*, every checksum right\n$/,
  );
  const restored = await startServer(env);
  const again = await restored.call("GET", `${board.path}/export.md`, board.token); // seats too
  expect(again.text).toBe(served.text);
});

test("[S39] a board is deleted by the server that runs, or without one, and never half", async () => {
  const { env, say } = await scene();
  const server = await startServer(env);
  const [first, second] = [await boardOn(server, "One"), await boardOn(server, "Two")];
  const port = env["PORT"] ?? "";

  await expect(
    say("boards", "delete", first.id, "--yes", "--server", "http://127.0.0.1:9"),
  ).rejects.toThrow(/none answers at http:\/\/127\.0\.0\.1:9: set PORT/);
  const elsewhere = await startServer({ ...env, DATA_DIR: `${env["DATA_DIR"]}-elsewhere` });
  await expect(
    say("boards", "delete", first.id, "--yes", "--server", elsewhere.origin),
  ).rejects.toThrow(/works on other data/);
  env["PORT"] = port;
  const links = await server.call("GET", `${first.path}/links`, first.secrets.facilitator);
  expect(links.read().links).toHaveLength(3); // nothing of the attempts is left

  await say("boards", "delete", first.id, "--yes");
  expect((await server.call("GET", first.path, first.token)).status).toBe(404);
  expect((await server.call("GET", second.path, second.token)).status).toBe(200);
  await server.close();
  await say("boards", "delete", second.id, "--yes");
  expect((await say("boards", "list")).out).toBe("");
});

test("what an operator does with a board is in the audit log, without a word of it", async () => {
  const { env, say } = await scene();
  const server = await startServer(env);
  const board = await boardOn(server, "Checkout errors");
  await say("boards", "link", board.id, "--role", "observer");
  await say("boards", "export", board.id);
  const log = await readFile(join(env["DATA_DIR"] ?? "", "audit.log"), "utf8");
  const lines = log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    expect.objectContaining({
      event: "link-made",
      board: board.id,
      by: "operator",
      role: "observer",
    }),
    expect.objectContaining({ event: "export", board: board.id, by: "operator", format: "md" }),
  ]);
  expect(log).not.toContain("Checkout");
});

test("what is not understood, or not there, is said in a sentence", async () => {
  const { env, say } = await scene();
  expect(await say("--help")).toMatchObject({
    code: 0,
    out: expect.stringContaining("boards link <id>"),
  });
  expect((await say()).code).toBe(2);
  for (const words of [
    ["bakup"],
    ["backup"],
    ["backup", "a", "b"],
    ["boards"],
    ["boards", "list", "x"],
    ["boards", "link"],
    ["boards", "link", "x", "--role", "boss"],
    ["boards", "export", "x", "--format", "pdf"],
    ["boards", "export", "x", "--nonsense"],
    ["boards", "delete", "x"],
    ["boards", "delete", "x", "--yes", "--server", "here"],
  ]) {
    const { code, out, err } = await say(...words);
    expect([words, code, out]).toEqual([words, 2, ""]);
    expect(err).toMatch(/\. --help shows what there is\.$/);
  }
  await expect(say("boards", "list")).rejects.toThrow(/^There is no data in .*: set DATA_DIR/);
  await (await startServer(env)).close();
  for (const words of [
    ["link", "x"],
    ["export", "x"],
    ["delete", "x", "--yes"],
  ])
    await expect(say("boards", ...words)).rejects.toThrow('There is no board x: "boards list"');
  const dashed = ["-pDPvycAGJDrGk3BRE56A", "--DPvycAGJDrGk3BRE56A"]; // nanoid makes such
  for (const id of dashed)
    for (const words of [
      ["link", id, "--role", "observer"],
      ["export", id],
      ["delete", "--yes", id],
    ])
      await expect(say("boards", ...words)).rejects.toThrow(`There is no board ${id}:`);
});
