// The links of a board: several of a role, each switched off by itself.
import { linkIdOf } from "@secondstory/shared";
import { expect, test } from "vitest";
import { testServer, type TestSeat, type TestServer } from "../testing/server.ts";

const linksOf = (server: TestServer, seat: TestSeat) =>
  server.call({ method: "GET", url: `/api/boards/${seat.board}/links`, headers: seat.headers });

test("[S52] a facilitator sees which links there are, who made them and who came by them, and no secret", async () => {
  let now = 1_000;
  const server = await testServer({ now: () => now });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  now = 2_000;
  const { secret } = (await server.ask(ada, { type: "newLink", role: "participant" })).body;
  const bob = await server.join(
    { ...board, secrets: { ...board.secrets, participant: secret } },
    "participant",
  );
  const { status, body } = await linksOf(server, ada);
  expect(status).toBe(200);
  expect(body.links).toHaveLength(4);
  const linkWith = (text: string) =>
    body.links.find(({ link }: { link: string }) => link === linkIdOf(text));
  expect(linkWith(board.secrets.facilitator)).toEqual({
    link: linkIdOf(board.secrets.facilitator),
    role: "facilitator",
    madeAt: 1_000,
    usedBy: [ada.participant],
  });
  expect(linkWith(secret)).toEqual({
    link: linkIdOf(secret),
    role: "participant",
    madeAt: 2_000,
    madeBy: ada.participant,
    usedBy: [bob.participant],
  });
  for (const text of [secret, ...Object.values(board.secrets)])
    expect(JSON.stringify(body)).not.toContain(text);
  const refused = await linksOf(server, bob);
  expect([refused.status, refused.body.error.code]).toEqual([403, "role-too-low"]);
});

test("[S52] one link is switched off: nobody joins by it, who came by it stays, the others work", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const { secret } = (await server.ask(ada, { type: "newLink", role: "participant" })).body;
  const link = linkIdOf(board.secrets.participant);
  const script = await server.socket(board.id, "board", {
    headers: { authorization: `Bearer ${board.secrets.participant}` },
  });
  expect((await server.ask(bob, { type: "switchOffLink", link })).status).toBe(403);
  expect((await server.ask(bob, { type: "switchOffLink", link: "no-such1" })).status).toBe(403);
  expect((await server.ask(ada, { type: "switchOffLink", link })).status).toBe(200);
  expect(await script.closed).toBe(4401); // a script that came by the link alone
  expect((await server.ask(ada, { type: "switchOffLink", link })).status).toBe(200);

  const joinBy = async (text: string) =>
    (
      await server.call({
        method: "POST",
        url: `/api/boards/${board.id}/join`,
        payload: { secret: text },
      })
    ).body.error?.code ?? "in";
  expect(await joinBy(board.secrets.participant)).toBe("secret-switched-off");
  expect(await joinBy(secret)).toBe("in");
  expect(await joinBy(board.secrets.observer)).toBe("in");
  expect((await server.ask(bob, { type: "rename", name: "Bobby" })).status).toBe(200);
  const { body } = await linksOf(server, ada);
  const off = body.links.filter((one: object) => "switchedOffAt" in one);
  expect(off.map((one: { link: string }) => one.link)).toEqual([link]);

  const unknown = await server.ask(ada, { type: "switchOffLink", link: "no-such1" });
  expect([unknown.status, unknown.body.error.code]).toEqual([400, "no-such-link"]);
  expect((await server.ask(ada, { type: "switchOffLink", link: "not an id" })).status).toBe(400);
});
