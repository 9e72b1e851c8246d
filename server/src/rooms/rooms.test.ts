import { readBoardId } from "@secondstory/shared";
import { expect, test, vi } from "vitest";
import { Copy } from "../testing/docs.ts";
import { hashKey } from "../access/keys.ts";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import { roomScene, write } from "../testing/room.ts";
import { must } from "../testing/server.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function withTurnedClock(run: (pass: (ms: number) => Promise<void>) => Promise<void>) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await run(async (ms) => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  } finally {
    vi.useRealTimers();
  }
}

test("an unknown board has no room", async () => {
  const { rooms } = await roomScene();
  expect(await rooms.hold(must(readBoardId("unknown")))).toBeUndefined();
});

test("[S23] a room stays while somebody holds it, and is stored away when nobody did for a while", async () => {
  await withTurnedClock(async (pass) => {
    const { rooms, board, metrics, storage, newGuest } = await roomScene({ idleMs: 1_000 });
    const guest = await newGuest();
    await pass(5_000);
    expect(guest.room.isGone).toBe(false);
    write(guest, new Copy().type("last words"));
    guest.leave();
    await pass(999);
    expect(guest.room.isGone).toBe(false);
    await pass(1);
    for (let turns = 0; turns < 20 && !guest.room.isGone; turns++) await turn();
    expect(guest.room.isGone).toBe(true);
    expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
    expect(metrics.rooms.read()).toBe(0);
    const again = must(await rooms.hold(board));
    expect(again.room).not.toBe(guest.room);
    again.release();
  });
});

test("[S23] whoever comes back while the room is storing waits, and finds everything", async () => {
  await withTurnedClock(async (pass) => {
    const { rooms, board, person, enter, storage } = await roomScene({ idleMs: 1_000 });
    const ada = await person("participant");
    const guest = await enter(ada);
    const { gate, open } = shutGate();
    storage.gate = gate;
    write(guest, new Copy().type("last words"));
    guest.leave();
    await pass(1_000);
    const returning = rooms.hold(board);
    await turn();
    open();
    const { room, release } = must(await returning);
    expect(room).not.toBe(guest.room);
    expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
    release();
  });
});

test("[S23] whoever comes back just before finds the same room", async () => {
  await withTurnedClock(async (pass) => {
    const { person, enter } = await roomScene({ idleMs: 1_000 });
    const ada = await person("participant");
    const first = await enter(ada);
    first.leave();
    await pass(999);
    const second = await enter(ada);
    await pass(5_000);
    expect(second.room).toBe(first.room);
    expect(second.room.isGone).toBe(false);
  });
});

test("[S24] a room whose disk refuses is not stored away", async () => {
  await withTurnedClock(async (pass) => {
    const { rooms, board, person, enter, storage } = await roomScene({ idleMs: 1_000 });
    const ada = await person("participant");
    const guest = await enter(ada);
    storage.isBroken = true;
    write(guest, new Copy().type("not kept yet"));
    guest.leave();
    await pass(1_000);
    for (let turns = 0; turns < 20; turns++) await turn();
    const { room } = must(await rooms.hold(board));
    expect(room).toBe(guest.room);
    storage.isBroken = false;
    await pass(10_000);
    for (let turns = 0; turns < 20; turns++) await turn();
    expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
  });
});

test("[S22] closing keeps everything first, closes every socket with 1012, and lets nobody in", async () => {
  const { rooms, board, storage, newGuest } = await roomScene();
  const guest = await newGuest();
  write(guest, new Copy().type("just in time"));
  await rooms.close();
  expect(guest.wire.code).toBe(1012);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(1);
  await expect(rooms.hold(board)).rejects.toMatchObject({ code: "closed" });
});

test("a room that cannot be loaded is tried again by the next visitor", async () => {
  const { rooms, board, storage } = await roomScene();
  const loadDoc = storage.loadDoc.bind(storage);
  storage.loadDoc = async () => {
    throw new Error("a bad sector");
  };
  await expect(rooms.hold(board)).rejects.toThrow("a bad sector");
  storage.loadDoc = loadDoc;
  expect(await rooms.hold(board)).toBeDefined();
});

test("[S13] a seat that ends while its socket still waits for a document is not let in", async () => {
  const storage = new FragileStorage();
  const { person, enter, rooms, board } = await roomScene({}, storage);
  const ada = await person("participant");
  const { gate, open } = shutGate();
  storage.readGate = gate;
  const entering = enter(ada);
  await new Promise((resolve) => setImmediate(resolve));
  const identity = { type: "seat", participant: ada, key: hashKey(ada) } as const;
  await rooms.use(board, (room) => room.endSeat(identity));
  open();
  await expect(entering).rejects.toThrow("refused");
});

test("[S12] those who wait for a document count for how many sockets a board takes", async () => {
  const storage = new FragileStorage();
  const { person, enter } = await roomScene({ maxConnections: 2 }, storage);
  const ada = await person("participant");
  const { gate, open } = shutGate();
  storage.readGate = gate;
  const entering = Promise.allSettled([enter(ada), enter(ada), enter(ada)]);
  await new Promise((resolve) => setImmediate(resolve));
  open();
  const results = await entering;
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
});
