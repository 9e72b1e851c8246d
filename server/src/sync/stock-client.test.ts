// The client that everybody has: y-websocket's own provider, unchanged.
import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { testServer, type TestSeat, type TestServer } from "../testing/server.ts";

async function connect(server: TestServer, seat: TestSeat, doc: string) {
  const origin = (await server.origin()).replace(/^http/, "ws");
  class WithToken extends WebSocket {
    constructor(url: string) {
      super(url, { headers: seat.headers });
    }
  }
  const provider = new WebsocketProvider(
    `${origin}/api/boards/${seat.board}/sync`,
    doc,
    new Y.Doc(),
    // ws's class lacks what only browsers need
    { disableBc: true, WebSocketPolyfill: WithToken as unknown as typeof globalThis.WebSocket },
  );
  onTestFinished(() => provider.destroy());
  if (!provider.synced)
    await new Promise<void>((resolve) => provider.on("sync", (isSynced) => isSynced && resolve()));
  return provider;
}

const change = (doc: Y.Doc) => new Promise<void>((resolve) => doc.once("update", () => resolve()));

test("two stock clients write one text, see each other, and log no unknown message", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await connect(server, await server.join(board, "facilitator"), "board");
  const bob = await connect(server, await server.join(board, "participant"), "board");

  ada.doc.getText("summary").insert(0, "It was late.");
  while (bob.doc.getText("summary").toString() === "") await change(bob.doc);
  bob.doc.getText("summary").insert(12, " Nobody slept.");
  while (ada.doc.getText("summary").length < 20) await change(ada.doc);
  expect(ada.doc.getText("summary").toString()).toBe("It was late. Nobody slept.");

  const seen = new Promise<void>((resolve) =>
    bob.awareness.on("change", () => bob.awareness.getStates().size === 2 && resolve()),
  );
  ada.awareness.setLocalState({ cursor: 3 });
  await seen;
  expect(bob.awareness.getStates().get(ada.doc.clientID)).toEqual({ cursor: 3 });

  const gone = new Promise<void>((resolve) =>
    bob.awareness.on("change", () => bob.awareness.getStates().size === 1 && resolve()),
  );
  ada.destroy();
  await gone;
  expect(complaints).not.toHaveBeenCalled();
});

test("a stock client that may only read stays connected and follows", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator");
  const reader = await connect(server, await server.join(board, "observer"), "board");
  const control = await connect(server, ada, "control");
  const writer = await connect(server, ada, "board");
  const changed = change(reader.doc);
  writer.doc.getText("summary").insert(0, "Words");
  await changed;
  expect(reader.doc.getText("summary").toString()).toBe("Words");
  const moved = change(control.doc);
  await server.ask(ada, { type: "advance" });
  await moved;
  expect(control.doc.getMap("meeting").get("phase")).toBe("check-in");
  expect([reader.wsconnected, control.wsconnected]).toEqual([true, true]);
});
