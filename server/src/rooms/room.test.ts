import { openControl, readCardId, readControl } from "@secondstory/shared";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Copy, emptyUpdate } from "../testing/docs.ts";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import { readAll, roomScene, write } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

test("[S14] nobody is answered before the document is loaded, and all who wait share one loading", async () => {
  const storage = new FragileStorage();
  const first = await roomScene({}, storage);
  const ada = await first.person("participant");
  const before = await first.enter(ada);
  write(before, new Copy().type("written before"));
  await before.wire.until((wire) => wire.saved === 1);

  const { enter, person } = await roomScene({}, storage, first.board);
  const bob = await person("participant");
  const { gate, open } = shutGate();
  storage.readGate = gate;
  const entering = Promise.all([enter(ada), enter(bob)]);
  let hasEntered = false;
  void entering.then(() => (hasEntered = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(hasEntered).toBe(false);
  open();
  for (const guest of await entering) expect((await readAll(guest)).text).toBe("written before");
});

test("[S16] what is not on disk is not said to be saved, though others see it at once", async () => {
  const { storage, newGuest } = await roomScene();
  const [ada, bob] = [await newGuest(), await newGuest()];
  const { gate, open } = shutGate();
  storage.gate = gate;
  write(ada, new Copy().type("words"));
  await bob.wire.until((wire) => wire.of("update").length === 1);
  ada.room.receive(ada.peer, syncMessage("step2", emptyUpdate)); // nothing to keep, but it comes after the words
  await readAll(ada); // what was under way has been done when this is answered
  expect(ada.wire.saved).toBe(0);
  open();
  await ada.wire.until((wire) => wire.saved === 2);
});

test("[S17] what the server writes is neither sent nor answered nor true before it is on disk", async () => {
  const { storage, person, enter, board } = await roomScene();
  const ada = await person("facilitator");
  const [onControl, onBoard] = [await enter(ada, "control"), await enter(ada)];
  const { room, peer, wire } = onControl;
  const { gate, open } = shutGate();
  storage.gate = gate;
  const answered: string[] = [];
  const deciding = room
    .decide({ type: "advance" }, peer.identity, [])
    .finally(() => answered.push("decided"));
  const id = must(readCardId("event-1"));
  const event = { id, at: 0, text: "Paged", kind: "alert", evidence: [] } as const;
  const adding = room.addEvents([event]).finally(() => answered.push("added"));
  const reading = readAll(onControl);
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toEqual([]);
  expect([wire.of("update"), onBoard.wire.of("update")]).toEqual([[], []]);
  const meanwhile = readControl(openControl((await reading).doc));
  expect([meanwhile.phase, meanwhile.lastMove]).toEqual(["prepare", undefined]);
  expect(room.control.phase).toBe("prepare");
  expect((await storage.loadDoc(board, "board")).rows).toEqual([]);
  open();
  await Promise.all([deciding, adding]);
  expect([wire.of("update").length, onBoard.wire.of("update").length]).toEqual([1, 1]);
  expect(room.control.phase).toBe("check-in");
});

test("[S24] while the disk refuses, the room serves and keeps; when it takes writes again, nothing is missing", async () => {
  const { rooms, storage, person, enter, board, failures, newGuest } = await roomScene();
  const [ada, bob] = [await enter(await person("facilitator")), await newGuest()];
  storage.isBroken = true;
  const copy = new Copy();
  write(ada, copy.type("one "));
  await bob.wire.until((wire) => wire.of("update").length === 1);
  write(ada, copy.type("two"));
  expect((await readAll(bob)).text).toBe("one two");
  expect(await rooms.isFailing()).toBe(true);
  expect(failures).toContain("disk failure");
  expect(ada.wire.saved).toBe(0);
  expect((await storage.loadDoc(board, "board")).rows).toEqual([]);

  storage.isBroken = false;
  await ada.wire.until((wire) => wire.saved === 2);
  expect(await rooms.isFailing()).toBe(false);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(2);
});

test("[S17] what the server could not keep did not happen: refused, unsent, and undone in the document", async () => {
  const { storage, person, enter } = await roomScene();
  const ada = await person("facilitator");
  const onControl = await enter(ada, "control");
  const identity = onControl.peer.identity;
  storage.isBroken = true;
  await expect(onControl.room.decide({ type: "advance" }, identity, [])).rejects.toMatchObject({
    code: "disk",
  });
  expect(onControl.room.control.phase).toBe("prepare");
  storage.isBroken = false;
  const vector = Y.decodeStateVector((await readAll(onControl)).vector);
  expect(onControl.wire.of("update")).toEqual([]);
  const decided = await onControl.room.decide({ type: "advance" }, identity, []);
  expect(decided.ok && decided.value.control.lastMove?.from).toBe("prepare");
  // [S25] the document was opened again, with a client id of its own
  const after = Y.decodeStateVector((await readAll(onControl)).vector);
  expect([...after.keys()].filter((client) => !vector.has(client))).toHaveLength(1);
});

test("updates that wait for something missing are kept like all others", async () => {
  const storage = new FragileStorage();
  const { person, enter, board } = await roomScene({}, storage);
  const ada = await person("participant");
  const guest = await enter(ada);
  const copy = new Copy();
  const [first, second, third] = [copy.type("a"), copy.type("b"), copy.type("c")];
  for (const update of [third, second]) write(guest, update);
  await guest.wire.until((wire) => wire.saved === 2);
  expect((await storage.loadDoc(board, "board")).rows).toHaveLength(2);

  const next = await roomScene({}, storage, board); // as after a crash
  const again = await next.enter(ada);
  write(again, first);
  expect((await readAll(again)).text).toBe("abc");
});

test("[S3] folding the log loses nothing, whatever is written meanwhile", async () => {
  const storage = new FragileStorage();
  const scene = await roomScene({ compaction: { rows: 5, sizeBytes: 1_000_000 } }, storage);
  const ada = await scene.person("participant");
  const guest = await scene.enter(ada);
  const copy = new Copy();
  for (let count = 1; count <= 23; count++) {
    write(guest, copy.type(`${count} `));
    await guest.wire.until((wire) => wire.saved === count);
  }
  await guest.room.settle();
  const { state, rows } = await storage.loadDoc(scene.board, "board");
  expect(state).toBeDefined();
  expect(rows.length).toBeLessThan(10);
  const again = await (await roomScene({}, storage, scene.board)).enter(ada);
  expect((await readAll(again)).text).toBe(copy.text);
});

test("[S25] a document that the server writes gets a fresh client id at every opening", async () => {
  const storage = new FragileStorage();
  let board;
  const clients = new Set<number>();
  for (let round = 0; round < 3; round++) {
    const scene = await roomScene({}, storage, board);
    board = scene.board;
    const ada = await scene.person("facilitator");
    const guest = await scene.enter(ada, "control");
    for (const client of Y.decodeStateVector((await readAll(guest)).vector).keys())
      clients.add(client);
  }
  expect(clients.size).toBe(4); // who seeded it, and one for each opening
});

test("[S18] random frames close the one who sent them at most; the room goes on", async () => {
  const { person, enter, newGuest } = await roomScene();
  const bob = await newGuest();
  const ada = await person("participant");
  const copy = new Copy();
  const real = [
    syncMessage("update", copy.type("some words")),
    syncMessage("step1", copy.vector),
    syncMessage("step2", copy.state),
  ];
  const mutated = fc
    .tuple(fc.constantFrom(...real), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
    .map(([frame, changes]) => {
      const bytes = frame.slice();
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });
  const frame = fc.oneof(fc.uint8Array({ maxLength: 60 }), mutated);
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { maxLength: 8 }), async (frames) => {
      const guest = await enter(ada);
      for (const bytes of frames) guest.room.receive(guest.peer, bytes);
      await guest.room.settle();
      expect([undefined, "unreadable"]).toContain(guest.wire.closedWith);
      guest.leave();
      expect(guest.room.isGone).toBe(false);
    }),
    { numRuns: 300 },
  );
  write(bob, new Copy().type("still here"));
  expect((await readAll(bob)).text).toContain("still here");
  expect(bob.wire.closedWith).toBeUndefined();
});

test("[S7] people who write at once all end with the same words, and a restart changes none", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.string({ minLength: 1, maxLength: 3 })), { maxLength: 20 }),
      async (edits) => {
        const storage = new FragileStorage();
        const scene = await roomScene({ compaction: { rows: 4, sizeBytes: 1_000_000 } }, storage);
        const guests = [];
        for (let index = 0; index < 3; index++) guests.push(await scene.newGuest());
        const copies = guests.map(() => new Copy());
        for (const [who, words] of edits)
          write(must(guests[who]), must(copies[who]).type(words.toWellFormed()));
        const first = must(guests[0]);
        await first.room.settle();
        for (const [index, { wire }] of guests.entries())
          for (const message of wire.of("update"))
            if (message.type === "update") must(copies[index]).take(message.bytes);
        const texts = new Set(copies.map(({ text }) => text));
        expect(texts.size).toBe(1);
        const later = await roomScene({}, storage, scene.board);
        const again = await later.enter(await later.person("observer"));
        expect((await readAll(again)).text).toBe(must(copies[0]).text);
      },
    ),
    { numRuns: 40 },
  );
});
