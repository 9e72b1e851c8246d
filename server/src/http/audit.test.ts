// What the audit log keeps of a board's life, and what never gets into it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkIdOf } from "@secondstory/shared";
import { expect, onTestFinished, test } from "vitest";
import { auditFile, auditFileName } from "../audit/audit-file.ts";
import { must, testServer } from "../testing/server.ts";

test("[S53] the audit log says who came, led, took along and deleted: ids, never a word or a secret", async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-story-audit-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const now = () => 1_000;
  const server = await testServer({ now, audit: auditFile(folder, { maxBytes: 100_000, now }) });
  const board = await server.createBoard({ title: "TITLEWORD" });
  const ada = await server.join(board, "facilitator", "NAMEWORD");
  const bob = await server.join(board, "participant", "OTHERWORD");
  const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
    server.call({ method: "POST", url: `/api/boards/${board.id}/${path}`, payload, headers });
  const get = (path: string) =>
    server.call({ method: "GET", url: `/api/boards/${board.id}/${path}`, headers: ada.headers });
  const events = [{ at: 0, text: "EVENTWORD" }];
  await post("events", { events }, bob.headers);
  await server.ask(ada, { type: "rename", title: "LATERWORD", name: "NEXTWORD" });
  const made = (await server.ask(ada, { type: "newLink", role: "observer" })).body;
  await server.ask(ada, { type: "switchOffLink", link: linkIdOf(made.secret) });
  await server.ask(ada, { type: "switchOffLinks", role: "observer" });
  await server.ask(ada, { type: "setRole", participant: bob.participant, role: "observer" });
  const device = (await server.ask(bob, { type: "newDeviceLink" })).body;
  const phone = (await post("join", { secret: device.secret })).body;
  await post("join", { secret: device.secret }); // refused: nothing happened
  await post("join", { secret: board.secrets.facilitator }, bob.headers);
  await post("leave", {}, { authorization: `Bearer ${phone.token}` });
  await server.ask(bob, { type: "seal", id: "press-1" });
  await server.ask(bob, { type: "seal", id: "press-1" });
  await get("export.md");
  await get("export.json");
  await server.ask(ada, { type: "reopen" });
  await server.ask(ada, { type: "remove", participant: bob.participant });
  const scripted = { authorization: `Bearer ${board.secrets.facilitator}` };
  await post("requests", { type: "seal" }, scripted);
  await server.call({ method: "DELETE", url: `/api/boards/${board.id}`, headers: ada.headers });

  const text = await readFile(join(folder, auditFileName), "utf8");
  const lines: Record<string, unknown>[] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const { at, board: where } of lines)
    expect([at, where]).toEqual(["1970-01-01T00:00:01.000Z", board.id]);
  const [a, b, link] = [ada.participant, bob.participant, must(linkIdOf(made.secret))];
  expect(lines.map(({ at: _at, board: _board, ...rest }) => rest)).toEqual([
    { event: "create" },
    { event: "join", by: a, role: "facilitator" },
    { event: "join", by: b, role: "participant" },
    { event: "link-made", by: a, role: "observer", link },
    { event: "link-off", by: a, role: "observer", link },
    { event: "links-off", by: a, role: "observer" },
    { event: "role", by: a, participant: b, role: "observer" },
    { event: "device-link-made", by: b },
    { event: "device-link-used", by: b, role: "observer" },
    { event: "role", by: b, role: "facilitator" },
    { event: "leave", by: b },
    { event: "seal", by: b },
    { event: "export", by: a, format: "md" },
    { event: "export", by: a, format: "json" },
    { event: "reopen", by: a },
    { event: "remove", by: a, participant: b },
    { event: "seal", by: "link" },
    { event: "delete", by: a },
  ]);
  expect(text).not.toMatch(/WORD/);
  for (const secret of [ada, bob].map(({ token }) => token).concat(Object.values(board.secrets)))
    expect(text).not.toContain(secret);
  for (const secret of [made.secret, device.secret, phone.token])
    expect(text).not.toContain(secret.slice(-32));
});

test("[S53] an audit log that cannot be written stops nobody, and the log of the server says so", async () => {
  const server = await testServer({ audit: () => Promise.reject(new Error("stumbled over WORD")) });
  const ada = await server.join(await server.createBoard(), "facilitator");
  expect((await server.ask(ada, { type: "seal" })).status).toBe(200);
  await server.logged("audit failure");
  expect(server.lines.join("")).not.toContain("WORD");
});
