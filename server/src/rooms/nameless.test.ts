// Facts without a name: nobody receives a byte of one before it is published, and nothing says afterwards whose it was.
import {
  keepNameless,
  openBoard,
  openPrivate,
  readBoardState,
  readCardId,
  readNameless,
} from "@secondstory/shared";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { Copy } from "../testing/docs.ts";
import { copyOf, roomScene, write, type Guest, type RoomScene } from "../testing/room.ts";
import { must, testServer, type TestSeat } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";

/** What somebody's browser writes to let a fact wait. */
function waiting(text: string, name: string, copy = new Copy()): Uint8Array {
  let update = new Uint8Array();
  copy.doc.once("update", (bytes: Uint8Array) => {
    update = new Uint8Array(bytes);
  });
  keepNameless(openPrivate(copy.doc), {
    key: `key-${name}`,
    card: must(readCardId(`card-${name}`)),
    text,
    when: { at: 5, approx: true },
    kind: "decision",
    at: 1_000,
  });
  return update;
}

const boardOf = (copy: Copy) => readBoardState(openBoard(copy.doc));
const eventsOf = (copy: Copy) => {
  const { cards, order } = boardOf(copy);
  return order.timeline.map((id) => cards[id]?.plain ?? "").toSorted((a, b) => (a < b ? -1 : 1));
};
const bytesOf = (guest: Guest) => Buffer.from(JSON.stringify(guest.wire.received));

const stepMs = 1_000;

/** A clock that stands until it is turned. */
interface TurnedClock {
  /** So much passes. What the server begins upon it may still be under way. */
  (ms: number): Promise<void>;
  /** It goes on until something has come: a thread that reads a document takes as long as it takes. */
  until(come: Promise<unknown>): Promise<void>;
}

function turnedClock(): TurnedClock {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const pass = async (ms: number) => {
    // in steps, because what is read from a disk in between takes turns of the real clock
    for (let passed = 0; passed <= ms; passed += stepMs) {
      await vi.advanceTimersByTimeAsync(Math.min(stepMs, ms - passed));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const until = async (come: Promise<unknown>) => {
    const wait = { isOver: false };
    const waiting = come.finally(() => {
      wait.isOver = true;
    });
    while (!wait.isOver) await pass(stepMs);
    await waiting;
  };
  return Object.assign(pass, { until });
}

const published = (guest: Guest, count: number) =>
  guest.wire.until((wire) => eventsOf(copyOf(wire.received)).length === count);
const droppedBy = (guest: Guest, own: Copy) =>
  guest.wire.until((wire) => {
    for (const message of wire.received)
      if (message.type === "update") Y.applyUpdate(own.doc, message.bytes);
    return readNameless(openPrivate(own.doc)).length === 0;
  });

async function writer(scene: RoomScene, text: string, name: string) {
  const who = await scene.person("participant");
  const guest = await scene.enter(who, "private");
  const own = new Copy();
  write(guest, waiting(text, name, own));
  await guest.wire.until(({ saved }) => saved === 1);
  return { guest, own, who };
}

test("[WN1] facts of several people come at once, under the server's id, and leave no trace of who wrote which", async () => {
  const pass = turnedClock();
  const scene = await roomScene({ namelessTogether: 2 });
  const reader = await scene.newGuest();
  const ada = await writer(scene, "The flag was mine", "a");
  await pass(20_000);
  expect(eventsOf(copyOf(reader.wire.received))).toEqual([]);
  const cleo = await writer(scene, "I had muted the alert", "c");
  await pass.until(published(reader, 2));
  const updates = reader.wire.of("update");
  expect(updates).toHaveLength(1); // one commit: no order of arrival
  const copy = copyOf(reader.wire.received);
  const { cards } = boardOf(copy);
  const card = must(cards[must(readCardId("card-a"))]);
  expect(card).toMatchObject({
    section: "timeline",
    by: null,
    plain: "The flag was mine",
    fields: { when: { at: 5, approx: true }, kind: "decision" },
  });
  expect(new Set(Object.values(cards).map(({ createdAt }) => createdAt)).size).toBe(1);
  const writers = [...copy.doc.store.clients.keys()];
  expect(writers).not.toContain(ada.own.doc.clientID);
  expect(writers).not.toContain(cleo.own.doc.clientID);
  await pass.until(droppedBy(ada.guest, ada.own));
  await pass.until(droppedBy(cleo.guest, cleo.own));
});

test("[WN2] a single one waits for a while that nobody can count on, and then stands alone", async () => {
  const pass = turnedClock();
  const scene = await roomScene({ namelessWaitMs: 60_000 });
  const reader = await scene.newGuest();
  await writer(scene, "The flag was mine", "a");
  await pass(29_000);
  expect(bytesOf(reader).includes("flag was mine")).toBe(false);
  await pass.until(published(reader, 1));
});

test("[WN2] while a board is sealed nothing is published; reopened, it goes on", async () => {
  const pass = turnedClock();
  const scene = await roomScene({ namelessWaitMs: 10_000 });
  const reader = await scene.newGuest();
  const lead = { type: "link", role: "facilitator", key: "k" } as const;
  await writer(scene, "The flag was mine", "a");
  await reader.room.decide({ type: "seal" }, lead, []);
  await pass(60_000);
  expect(eventsOf(copyOf(reader.wire.received))).toEqual([]);
  await reader.room.decide({ type: "reopen" }, lead, []);
  await pass.until(published(reader, 1));
});

test("[WN3] what waited on disk is published after a restart; what was published before the crash is not doubled", async () => {
  const pass = turnedClock();
  const storage = new FragileStorage();
  const before = await roomScene({}, storage);
  const { who } = await writer(before, "The flag was mine", "a");
  await writer(before, "I had muted the alert", "c");
  // it died right after the board was written, and before the private document was
  const crashed = await before.newGuest();
  await crashed.room.addEvents([
    {
      id: must(readCardId("card-a")),
      at: 5,
      text: "The flag was mine",
      kind: "decision",
      evidence: [],
    },
  ]);
  await before.rooms.close();
  const after = await roomScene({ namelessWaitMs: 10_000 }, storage, before.board);
  const reader = await after.newGuest();
  const own = new Copy();
  const guest = await after.enter(who, "private");
  guest.room.receive(guest.peer, syncMessage("step1", own.vector));
  await guest.wire.until((wire) => wire.of("step2").length > 0);
  for (const message of guest.wire.of("step2"))
    if (message.type === "step2") own.take(message.bytes);
  expect(readNameless(openPrivate(own.doc))).toHaveLength(1);
  reader.room.receive(reader.peer, syncMessage("step1", new Copy().vector));
  await pass.until(published(reader, 2));
  await pass.until(droppedBy(guest, own));
});

test("[WN3] a disk that fails loses nothing and doubles nothing", async () => {
  const pass = turnedClock();
  const scene = await roomScene({ namelessWaitMs: 10_000 });
  const reader = await scene.newGuest();
  const ada = await writer(scene, "The flag was mine", "a");
  scene.storage.isBroken = true;
  await pass(20_000);
  expect(eventsOf(copyOf(reader.wire.received))).toEqual([]);
  scene.storage.isBroken = false;
  await pass.until(published(reader, 1));
  await pass.until(droppedBy(ada.guest, ada.own));
  expect(reader.wire.of("update")).toHaveLength(1);
});

test("[WN4] what somebody takes back, or who was removed, is not published", async () => {
  const pass = turnedClock();
  const scene = await roomScene({ namelessWaitMs: 10_000 });
  const reader = await scene.newGuest();
  const ada = await writer(scene, "The flag was mine", "a");
  const removed = await writer(scene, "I had muted the alert", "c");
  write(ada.guest, deletion(ada.own, "key-a"));
  await ada.guest.wire.until(({ saved }) => saved === 2);
  const lead = { type: "link", role: "facilitator", key: "k" } as const;
  await reader.room.decide({ type: "remove", participant: removed.who }, lead, [
    { type: "end-seats-of", participant: removed.who },
  ]);
  await writer(scene, "Nobody had told us", "d");
  await pass.until(published(reader, 1));
  expect(eventsOf(copyOf(reader.wire.received))).toEqual(["Nobody had told us"]);
});

function deletion(own: Copy, key: string): Uint8Array {
  let update = new Uint8Array();
  own.doc.once("update", (bytes: Uint8Array) => {
    update = new Uint8Array(bytes);
  });
  openPrivate(own.doc).nameless.delete(key);
  return update;
}

test("[WN5] before it is published no socket, answer, export or log holds a word of it", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const ada = await server.join(board, "participant");
  const bob = await server.join(board, "facilitator");
  const open = (seat: TestSeat, doc: string) =>
    server.socket(board.id, doc, { headers: seat.headers, query: "?saved=1" });
  const others = await Promise.all(["board", "control", "private"].map((doc) => open(bob, doc)));
  const raw: string[] = [];
  for (const { ws } of others)
    ws.on("message", (data: Buffer) => raw.push(data.toString("latin1")));
  const mine = await open(ada, "private");
  await mine.next("saved");
  mine.send(syncMessage("update", waiting("Xylophone", "a")));
  await mine.next("saved");
  const spoken = await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/events`,
    payload: { events: [{ at: 0, text: "Something else" }] },
    headers: bob.headers,
  });
  const answers = await Promise.all(
    ["", "/export.md", "/export.json"].map((path) =>
      server.call({ method: "GET", url: `/api/boards/${board.id}${path}`, headers: bob.headers }),
    ),
  );
  const others2 = await Promise.all(["board", "control", "private"].map((doc) => open(bob, doc)));
  for (const socket of others2) {
    socket.send(syncMessage("step1", new Copy().vector));
    raw.push(Buffer.from((await socket.next("step2")).bytes).toString("latin1"));
  }
  expect(raw.join(" ")).toContain("Something else");
  for (const text of [raw.join(" "), JSON.stringify([spoken, answers]), server.lines.join("\n")]) {
    expect(text).not.toContain("Xylophone");
    expect(text).not.toContain("card-a");
  }
});
