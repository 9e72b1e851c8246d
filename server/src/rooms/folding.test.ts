// Folding a room's log while people write, the disk fails, or something waits for what is missing.
import { nanoid } from "nanoid";
import { expect, test } from "vitest";
import { Copy } from "../testing/docs.ts";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import { must } from "../testing/server.ts";
import { copyOf, roomScene, write, type Guest, type RoomScene } from "../testing/room.ts";
import { syncMessage } from "../testing/socket.ts";
import { readBoardId } from "@secondstory/shared";
import type { DocHost } from "./doc-host.ts";
import { yjsHost } from "./yjs-host.ts";

const settings = { compaction: { rows: 3, sizeBytes: 1_000_000 } };

/** A board whose log is folded after three rows, and somebody who writes on it. */
async function foldingScene() {
  const storage = new FragileStorage();
  const scene = await roomScene(settings, storage);
  return { storage, scene, guest: await scene.newGuest() };
}

/** Writes so often that the log is due, one row each. */
async function writeRows(guest: Guest, copy: Copy, count: number): Promise<void> {
  for (let row = 0; row < count; row++) {
    const before = guest.wire.saved ?? 0;
    write(guest, copy.type(`${row} `));
    await guest.wire.until((wire) => (wire.saved ?? 0) > before);
  }
}

/** What the next server would find. */
async function onDisk({ storage, board }: RoomScene): Promise<Copy> {
  const { state, rows } = await storage.loadDoc(board, "board");
  const copy = new Copy();
  for (const update of [...(state ? [state] : []), ...rows.map((row) => row.update)])
    copy.take(update);
  return copy;
}

/** What a newcomer gets of the room that is open. */
async function newcomer(scene: RoomScene): Promise<string> {
  const { room, peer, wire } = await scene.newGuest();
  room.receive(peer, syncMessage("step1", new Copy().vector));
  return copyOf(wire.received).text;
}

test("[S3] rows that come while the log is folded stay", async () => {
  const { storage, scene, guest } = await foldingScene();
  const copy = new Copy();
  const { gate, open } = shutGate();
  storage.compactGate = gate;
  await writeRows(guest, copy, 3);
  await storage.compacting;
  await writeRows(guest, copy, 3); // while the state waits to be stored
  open();
  await storage.compacted;
  expect((await onDisk(scene)).text).toBe(copy.text);
  expect(await newcomer(scene)).toBe(copy.text);
});

test("[S3] a state that could not be stored is no loss, and is tried again once the log has grown", async () => {
  const { storage, scene, guest } = await foldingScene();
  const copy = new Copy();
  storage.isCompactBroken = true;
  await writeRows(guest, copy, 4);
  await storage.compacting;
  await guest.room.readBoard(); // the next in turn
  expect((await onDisk(scene)).text).toBe(copy.text);
  expect(await newcomer(scene)).toBe(copy.text);
  expect(scene.failures).toContain("log not folded");
  storage.isCompactBroken = false;
  await writeRows(guest, copy, 4);
  await storage.compacted;
  expect((await storage.loadDoc(scene.board, "board")).state).toBeDefined();
  expect((await onDisk(scene)).text).toBe(copy.text);
});

test("[S3] what waits for something missing outlives the rows it came in", async () => {
  const { storage, scene, guest } = await foldingScene();
  const strayed = new Copy();
  const [first, second] = [strayed.type("first "), strayed.type("second")];
  write(guest, second);
  const copy = new Copy();
  await writeRows(guest, copy, 4);
  await storage.compacted;
  await guest.room.settle();
  const again = await roomScene({}, storage, scene.board);
  const back = await again.newGuest();
  write(back, first);
  const text = await newcomer(again);
  expect(text).toContain("first second");
  expect(text).toContain(copy.text);
});

test("[S3] a state that comes when the room is gone takes the place of nothing", async () => {
  const first = shutGate();
  const folding = Promise.withResolvers<void>();
  let folds = 0;
  const host: DocHost = {
    ...yjsHost,
    async openBoard(updates) {
      const doc = await yjsHost.openBoard(updates);
      return {
        ...doc,
        async state() {
          const state = await doc.state();
          folding.resolve();
          if (++folds === 1) await first.gate; // a thread that is very slow
          return state;
        },
      };
    },
  };
  const storage = new FragileStorage();
  const board = must(readBoardId(nanoid()));
  const scene = await roomScene({ ...settings, idleMs: 0 }, storage, board, host);
  const [ada, bob] = [await scene.person("participant"), await scene.person("participant")];
  const guest = await scene.enter(ada);
  const copy = new Copy();
  await writeRows(guest, copy, 3);
  await folding.promise;
  guest.leave();
  while (!guest.room.isGone) await new Promise((resolve) => setImmediate(resolve));
  const next = await scene.enter(bob);
  expect(next.room).not.toBe(guest.room);
  await writeRows(next, copy, 3);
  await storage.compacted;
  first.open();
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
  expect((await onDisk(scene)).text).toBe(copy.text);
  expect(scene.failures).toEqual([]);
});

test("[S3] a deletion that came before what it deletes outlives the folding too", async () => {
  const { storage, scene, guest } = await foldingScene();
  const strayed = new Copy();
  const [kept, struck] = [strayed.type("kept "), strayed.type("struck")];
  write(guest, strayed.strike(5, 6));
  const copy = new Copy();
  await writeRows(guest, copy, 4);
  await storage.compacted;
  await guest.room.settle();
  const again = await roomScene({}, storage, scene.board);
  const back = await again.newGuest();
  write(back, kept);
  write(back, struck);
  const text = await newcomer(again);
  expect(text).toContain("kept ");
  expect(text).not.toContain("struck");
});
