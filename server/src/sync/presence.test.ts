import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import { awarenessMessage, type TestSocket } from "../testing/socket.ts";

async function scene() {
  const server = await testServer({ rooms: { presenceEveryMs: 1 } });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const bob = await server.join(board, "participant");
  const cyd = await server.join(board, "observer");
  const open = async (seat: typeof ada) => {
    const socket = await server.socket(board.id, "board", { headers: seat.headers });
    socket.send(new Uint8Array([3])); // asks who is here, so that the socket is known to be attached
    return socket;
  };
  return { ada, bob, cyd, open };
}

/** Waits until a socket was told this of a client. */
async function until(socket: TestSocket, client: number, state: unknown): Promise<void> {
  for (;;) {
    const { states } = await socket.next("awareness");
    if (JSON.stringify(states.get(client)?.state) === JSON.stringify(state)) return;
  }
}

const told = (socket: TestSocket, client: number) =>
  socket.received.flatMap((message) =>
    message.type === "awareness" ? (message.states.get(client) ?? []) : [],
  );

test("[S20] a state reaches the others, newcomers too, and never comes back to who brought it", async () => {
  const { ada, bob, cyd, open } = await scene();
  const [a, b] = [await open(ada), await open(bob)];
  const state = { participantId: ada.participant, lookingAt: "timeline" };
  a.send(awarenessMessage({ client: 7, clock: 1, state }));
  await until(b, 7, state);
  const c = await open(cyd);
  await until(c, 7, state);
  // observers say where they look, too
  c.send(awarenessMessage({ client: 9, clock: 1, state: { participantId: cyd.participant } }));
  await until(a, 9, { participantId: cyd.participant });
  expect(told(a, 7)).toEqual([]);
});

test("[S20] whoever names another participant is not heard; a state that names nobody passes", async () => {
  const { ada, bob, open } = await scene();
  const [a, b] = [await open(ada), await open(bob)];
  a.send(awarenessMessage({ client: 7, clock: 1, state: { participantId: bob.participant } }));
  a.send(awarenessMessage({ client: 8, clock: 1, state: { participantId: 5 } }));
  a.send(awarenessMessage({ client: 9, clock: 1, state: { cursor: 1 } }));
  await until(b, 9, { cursor: 1 });
  expect([told(b, 7), told(b, 8)]).toEqual([[], []]);
});

test("[S20] a client id belongs to the connection that brought it", async () => {
  const { ada, bob, cyd, open } = await scene();
  const [a, b, c] = [await open(ada), await open(bob), await open(cyd)];
  a.send(awarenessMessage({ client: 7, clock: 1, state: { at: "ada" } }));
  await until(c, 7, { at: "ada" });
  b.send(awarenessMessage({ client: 7, clock: 2, state: { at: "bob" } }));
  b.send(awarenessMessage({ client: 7, clock: 3, state: null }));
  b.send(awarenessMessage({ client: 8, clock: 1, state: {} }));
  await until(c, 8, {});
  expect(told(c, 7)).toEqual([{ clock: 1, state: { at: "ada" } }]);
});

test("[S20] whoever leaves is taken off at once, an echo does not bring them back, and they may return", async () => {
  const { ada, bob, cyd, open } = await scene();
  const [a, b, c] = [await open(ada), await open(bob), await open(cyd)];
  const state = { at: "here" };
  a.send(awarenessMessage({ client: 7, clock: 4, state }));
  b.send(awarenessMessage({ client: 8, clock: 1, state: {} }));
  await until(c, 7, state);
  a.ws.close();
  await until(c, 7, null);
  b.send(
    awarenessMessage({ client: 7, clock: 4, state }, { client: 8, clock: 2, state: { b: 2 } }),
  );
  await until(c, 8, { b: 2 });
  expect(told(c, 7).at(-1)?.state).toBeNull();
  const back = await open(ada);
  back.send(awarenessMessage({ client: 7, clock: 4, state }));
  await until(c, 7, state);
});

test("[S20] only the newest state of a client goes out", async () => {
  const { ada, bob, open } = await scene();
  const [a, b] = [await open(ada), await open(bob)];
  const moves = Array.from({ length: 50 }, (_, index) => ({
    client: 7,
    clock: index + 1,
    state: { x: index },
  }));
  a.send(awarenessMessage(...moves));
  await until(b, 7, { x: 49 });
  expect(told(b, 7)).toHaveLength(1);
});

test("[S20] awareness on the other documents is ignored", async () => {
  const { ada, bob, open } = await scene();
  const b = await open(bob);
  const server = await testServer();
  const board = await server.createBoard();
  const seat = await server.join(board, "participant");
  const control = await server.socket(board.id, "control", { headers: seat.headers });
  const watching = await server.socket(board.id, "control", { headers: seat.headers });
  control.send(awarenessMessage({ client: 7, clock: 1, state: {} }));
  control.send(new Uint8Array([3]));
  const a = await open(ada);
  a.send(awarenessMessage({ client: 8, clock: 1, state: {} }));
  await until(b, 8, {});
  for (const socket of [control, watching])
    expect(socket.received.filter(({ type }) => type === "awareness")).toEqual([]);
});
