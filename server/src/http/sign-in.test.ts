import type { Role } from "@secondstory/shared";
import { expect, test } from "vitest";
import { testServer, type TestServer } from "../testing/server.ts";

const origin = { host: "board.test", origin: "http://board.test" };
const proxied = { trustProxy: "loopback", authNameHeader: "x-forwarded-user" };
const ada = { ...origin, "x-forwarded-user": "Ada Lovelace" };

type Board = Awaited<ReturnType<TestServer["createBoard"]>>;

async function scene(settings: Parameters<typeof testServer>[0] = { settings: proxied }) {
  const server = await testServer(settings);
  const board = await server.createBoard();
  const join = (payload: object, headers: Record<string, string>, at: Board = board) =>
    server.call({ method: "POST", url: `/api/boards/${at.id}/join`, payload, headers });
  const names = async (secret: string) => {
    const { body } = await server.call({
      method: "GET",
      url: `/api/boards/${board.id}`,
      headers: { authorization: `Bearer ${secret}` },
    });
    return body.participants.map(({ name, role }: { name: string; role: Role }) => [name, role]);
  };
  return { server, board, join, names };
}

test("[S61] a trusted proxy says how somebody is called, whatever they write themselves", async () => {
  const { server, board, join, names } = await scene();
  await join({ secret: board.secrets.participant, name: "Somebody Else" }, ada);
  await join({ secret: board.secrets.observer }, { ...ada, "x-forwarded-user": "Jürgen" });
  const bytes = Buffer.from("Jürgen", "utf8").toString("latin1");
  await join({ secret: board.secrets.observer }, { ...ada, "x-forwarded-user": bytes });
  await join({ secret: board.secrets.observer }, { ...ada, "x-forwarded-user": "x".repeat(99) });
  expect(await names(board.secrets.observer)).toEqual([
    ["Ada Lovelace", "participant"],
    ["Jürgen", "observer"],
    ["Jürgen", "observer"],
    ["x".repeat(60), "observer"],
  ]);
  const summary = await server.call({
    method: "GET",
    url: `/api/boards/${board.id}`,
    headers: { ...ada, authorization: `Bearer ${board.secrets.participant}` },
  });
  expect(summary.body.signedInAs).toBe("Ada Lovelace");
});

test("[S61] nobody else is believed: the header of a stranger, and an empty one, say nothing", async () => {
  for (const settings of [
    { ...proxied, trustProxy: false },
    { ...proxied, trustProxy: "10.0.0.0/8" },
    { ...proxied, authNameHeader: undefined },
  ]) {
    const { server, board, join, names } = await scene({ settings });
    const lead = await server.join(board, "facilitator", "Lead");
    await server.ask(lead, { type: "admitSignedIn", admit: true });
    expect((await join({}, ada)).status).toBe(401);
    await join({ secret: board.secrets.participant, name: "Bob" }, ada);
    expect(await names(board.secrets.observer)).toEqual([
      ["Lead", "facilitator"],
      ["Bob", "participant"],
    ]);
  }
  const { board, join, names } = await scene();
  await join(
    { secret: board.secrets.participant, name: "Bob" },
    { ...ada, "x-forwarded-user": " " },
  );
  expect(await names(board.secrets.observer)).toEqual([["Bob", "participant"]]);
});

test("[S62] a board that admits whoever is signed in takes them without a secret, as participants, until it stops", async () => {
  const { server, board, join, names } = await scene();
  const lead = await server.join(board, "facilitator", "Lead");
  const status = async (payload: object, headers: Record<string, string>) => {
    const { status: code, body } = await join(payload, headers);
    return [code, body.error?.code ?? body.role];
  };
  expect(await status({}, ada)).toEqual([401, "no-seat"]);
  const bob = await server.join(board, "participant", "Bob");
  expect((await server.ask(bob, { type: "admitSignedIn", admit: true })).status).toBe(403);
  const answer = await server.ask(lead, { type: "admitSignedIn", admit: true });
  expect(answer.body.control.admitsSignedIn).toBe(true);

  expect(await status({}, ada)).toEqual([200, "participant"]);
  expect(await status({}, origin)).toEqual([401, "no-seat"]);
  expect(await status({ secret: "wrong" }, ada)).toEqual([401, "secret-unknown"]);
  expect(await status({}, { ...ada, origin: "http://evil.test" })).toEqual([403, "foreign-origin"]);
  const { origin: _, ...scripted } = ada;
  expect(await status({}, scripted)).toEqual([403, "foreign-origin"]);
  expect(await names(board.secrets.observer)).toEqual([
    ["Lead", "facilitator"],
    ["Bob", "participant"],
    ["Ada Lovelace", "participant"],
  ]);

  await server.ask(lead, { type: "admitSignedIn", admit: false });
  expect(await status({}, ada)).toEqual([401, "no-seat"]);
});
