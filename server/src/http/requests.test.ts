import { expect, test } from "vitest";
import { fetchControl } from "../testing/docs.ts";
import { testServer } from "../testing/server.ts";

test("[S33] a request answers with what steers the meeting afterwards, and everyone hears of it", async () => {
  const server = await testServer({ now: () => 5_000 });
  const board = await server.createBoard({ title: "Ours" });
  const ada = await server.join(board, "facilitator");
  const { status, body } = await server.ask(ada, { type: "advance" });
  expect(status).toBe(200);
  expect(body.control).toMatchObject({
    title: "Ours",
    phase: "check-in",
    phaseSince: 5_000,
    lastMove: { by: ada.participant, from: "prepare" },
  });
  const socket = await server.socket(board.id, "control", { headers: ada.headers });
  expect(await fetchControl(socket)).toEqual(body.control);
});

test("[S33] a known id changes nothing, and answers with the control as it stands", async () => {
  const server = await testServer();
  const ada = await server.join(await server.createBoard(), "facilitator");
  const advance = () => server.ask(ada, { type: "advance", id: "click-1" });
  const answers = await Promise.all([advance(), advance(), advance()]);
  for (const { status, body } of answers)
    expect([status, body.control.phase]).toEqual([200, "check-in"]);
  await server.ask(ada, { type: "goTo", phase: "lessons" });
  expect((await advance()).body.control.phase).toBe("lessons");
});

test("[S33] a request made against a phase that was left changes nothing", async () => {
  const server = await testServer();
  const ada = await server.join(await server.createBoard(), "facilitator");
  const advance = () => server.ask(ada, { type: "advance", from: "prepare" });
  expect((await advance()).body.control.phase).toBe("check-in");
  const late = await advance();
  expect([late.status, late.body.control.phase]).toEqual([200, "check-in"]);
  const lateLink = await server.ask(ada, { type: "newLink", role: "observer", from: "prepare" });
  expect([lateLink.status, lateLink.body.secret]).toEqual([200, undefined]);
});

test("[T3] [T4] the timer is decided by the server's clock; a stale deadline changes nothing, two minutes are two", async () => {
  const server = await testServer({ now: () => 1_000_000 });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const ben = await server.join(board, "facilitator");
  const none = await server.ask(ada, { type: "pauseTimer" });
  expect([none.status, none.body.error.code]).toEqual([400, "no-timer"]);
  const started = await server.ask(ada, { type: "startTimer", minutes: 5, from: null });
  expect(started.body.control.timer).toEqual({ lengthMs: 300_000, endsAt: 1_300_000 });
  const endsAfter = async (seat: typeof ada, request: object) =>
    (await server.ask(seat, { ...request })).body.control.timer?.endsAt;
  const extend = { type: "extendTimer" };
  await Promise.all([endsAfter(ada, extend), endsAfter(ben, extend)]);
  expect(await endsAfter(ben, { type: "stopTimer", from: 1_300_000 })).toBe(1_420_000);
  const twice = { ...extend, id: "press" };
  await endsAfter(ada, twice);
  expect(await endsAfter(ada, twice)).toBe(1_480_000);
  expect(await endsAfter(ada, { type: "stopTimer", from: 1_480_000 })).toBeUndefined();
  const bob = await server.join(board, "participant");
  expect((await server.ask(bob, { type: "startTimer", minutes: 5 })).status).toBe(403);
});

test("a request that was refused does not use up its id", async () => {
  const server = await testServer();
  const ada = await server.join(await server.createBoard(), "facilitator");
  expect((await server.ask(ada, { type: "back", id: "click-1" })).status).toBe(400);
  const advanced = await server.ask(ada, { type: "advance", id: "click-1" });
  expect(advanced.body.control.phase).toBe("check-in");
});

test("every refusal has a code: 403 by role, 409 when sealed, 400 otherwise", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const cyd = await server.join(board, "observer");
  const codeOf = async (seat: typeof ada, request: object) => {
    const { status, body } = await server.ask(seat, { ...request });
    expect(body.error?.message ?? "").toMatch(/^([A-Z].+[.!])?$/);
    return [status, body.error?.code];
  };
  expect(await codeOf(bob, { type: "advance" })).toEqual([403, "role-too-low"]);
  expect(await codeOf(cyd, { type: "rename", title: "x" })).toEqual([403, "role-too-low"]);
  expect(await codeOf(ada, { type: "back" })).toEqual([400, "first-phase"]);
  expect(await codeOf(ada, { type: "fly" })).toEqual([400, "invalid"]);
  expect(await codeOf(ada, { type: "goTo", phase: "party" })).toEqual([400, "invalid"]);
  expect(await codeOf(ada, { type: "rename" })).toEqual([400, "nothing-to-rename"]);
  expect(await codeOf(ada, { type: "rename", title: "x".repeat(201) })).toEqual([400, "invalid"]);
  expect(await codeOf(bob, { type: "rename", name: " " })).toEqual([400, "name-empty"]);
  expect(await codeOf(ada, { type: "reopen" })).toEqual([400, "not-sealed"]);
  expect(await codeOf(ada, { type: "remove", participant: "nobody" })).toEqual([
    400,
    "participant-gone",
  ]);
  const demote = { type: "setRole", participant: ada.participant, role: "observer" };
  expect(await codeOf(ada, demote)).toEqual([400, "last-facilitator"]);
});

test("[S34] a sealed board takes reopening and people's own names, and refuses the rest with 409", async () => {
  const server = await testServer({ now: () => 7_000 });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "observer");
  const sealed = await server.ask(ada, { type: "seal" });
  expect(sealed.body.control.seal).toEqual({ at: 7_000, by: ada.participant });

  for (const request of [
    { type: "advance" },
    { type: "rename", title: "x" },
    { type: "seal" },
    { type: "newLink", role: "observer" },
  ])
    expect((await server.ask(ada, request)).status).toBe(409);
  expect((await server.ask(bob, { type: "rename", name: "Bob" })).status).toBe(200);
  const late = await server.join(board, "participant", "Late");
  expect(late.role).toBe("participant");
  const reopened = await server.ask(ada, { type: "reopen" });
  expect([reopened.status, reopened.body.control.seal]).toEqual([200, undefined]);
  expect((await server.ask(ada, { type: "advance" })).status).toBe(200);
});

test("a new link works beside the older ones until its role's links are switched off", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const { body } = await server.ask(ada, { type: "newLink", role: "participant", id: "new-1" });
  expect(body.link).toContain(`/b/${board.id}#${body.secret}`);
  const repeated = await server.ask(ada, { type: "newLink", role: "participant", id: "new-1" });
  expect(repeated.body.secret).toBeUndefined();

  const join = async (secret: string) =>
    (
      await server.call({
        method: "POST",
        url: `/api/boards/${board.id}/join`,
        payload: { secret },
      })
    ).status;
  expect([await join(body.secret), await join(board.secrets.participant)]).toEqual([200, 200]);
  await server.ask(ada, { type: "switchOffLinks", role: "participant" });
  expect([await join(body.secret), await join(board.secrets.participant)]).toEqual([401, 401]);
  expect(await join(board.secrets.observer)).toBe(200);
});

test("removing somebody ends their seat and, if wished, the link they came by", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const cyd = await server.join(board, "observer");
  const socket = await server.socket(board.id, "control", { headers: bob.headers });
  await server.ask(ada, { type: "remove", participant: bob.participant, switchOffLinks: true });
  expect(await socket.closed).toBe(4401);
  expect((await server.ask(bob, { type: "rename", name: "Back" })).status).toBe(401);
  const rejoin = await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/join`,
    payload: { secret: board.secrets.participant },
  });
  expect(rejoin.body.error.code).toBe("secret-switched-off");
  const { body } = await server.ask(ada, { type: "remove", participant: cyd.participant });
  expect(Object.keys(body.control.roster)).toEqual([ada.participant]);
  expect((await server.join(board, "observer")).role).toBe("observer");
});

test("[WA3] an observer's ask is everybody's to see, and goes when they leave", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const ida = await server.join(board, "observer");
  const asks = async () => {
    const { body } = await server.call({
      method: "GET",
      url: `/api/boards/${board.id}/export.json`,
      headers: ada.headers,
    });
    return Object.keys(body.control.asks);
  };
  const { status, body } = await server.ask(ida, { type: "askToWrite" });
  expect([status, Object.keys(body.control.asks)]).toEqual([200, [ida.participant]]);
  expect(await asks()).toEqual([ida.participant]);
  await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/leave`,
    payload: {},
    headers: ida.headers,
  });
  expect(await asks()).toEqual([]);
});
