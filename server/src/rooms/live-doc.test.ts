// One document between its peers and the disk: what comes at an awkward moment.
import { readCardId, openBoard, readBoardState } from "@secondstory/shared";
import { expect, test } from "vitest";
import { Copy, emptyUpdate } from "../testing/docs.ts";
import { FragileStorage, shutGate } from "../testing/fragile-storage.ts";
import {
  updateOfClients,
  updateOfDeletions,
  updateOfGaps,
  updateOfValues,
  vectorOfClients,
} from "../testing/hostile-updates.ts";
import { roomScene, write, type Guest } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

/** What a browser knows that took in all it was sent. */
function heardBy({ wire }: Guest): Copy {
  const copy = new Copy();
  for (const message of wire.received)
    if (message.type === "step2" || message.type === "update") copy.take(message.bytes);
  return copy;
}

const anEvent = { at: 0, text: "Paged", kind: "alert", evidence: [] } as const;

test("[S16] what is still being read is not said to be saved because something empty came behind it", async () => {
  const { storage, newGuest } = await roomScene();
  const ada = await newGuest();
  const { gate, open } = shutGate();
  storage.gate = gate;
  write(ada, new Copy().type("a long text ".repeat(60_000)));
  ada.room.receive(ada.peer, syncMessage("step2", emptyUpdate));
  expect(ada.wire.saved).toBe(0);
  open();
  await ada.wire.until((wire) => wire.saved === 2);
});

test("[S21] who is left behind by a write of the server gets what others wrote just before it too", async () => {
  const storage = new FragileStorage();
  const tick = { perPeerMs: 100_000, maxMs: 100_000, crowd: 100 };
  const { newGuest } = await roomScene({ tick }, storage);
  const ada = await newGuest();
  const bob = await newGuest();
  const copy = new Copy();
  write(ada, copy.type("one "));
  await bob.wire.until((wire) => wire.of("update").length === 1);
  await ada.room.settle();

  const { gate, open } = shutGate();
  storage.gate = gate;
  const adding = ada.room.addEvents([{ id: must(readCardId("event-1")), ...anEvent }]);
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
  write(ada, copy.type("two")); // waits for its tick while the event goes to the disk
  bob.wire.isStuck = true;
  bob.wire.bufferedBytes = 1_000_000;
  open();
  await adding;
  await ada.room.settle();
  bob.wire.drain();
  expect(heardBy(bob).text).toBe("one two");
  expect(Object.keys(readBoardState(openBoard(heardBy(bob).doc)).cards)).toEqual(["event-1"]);
});

test("[S12] what waits for a disk that fails counts for what a document may hold", async () => {
  const storage = new FragileStorage();
  const { newGuest } = await roomScene({ maxDocBytes: 10_000 }, storage);
  const ada = await newGuest();
  storage.isBroken = true;
  const copy = new Copy();
  for (let times = 0; times < 20; times++) {
    write(ada, copy.type("x".repeat(1_000)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(ada.wire.closedWith).toBe("tooLarge");
});

test("[S12] what is still being read counts for what a document may hold", async () => {
  const { newGuest } = await roomScene({ maxDocBytes: 2_000_000 });
  const ada = await newGuest();
  for (let times = 0; times < 4; times++) write(ada, new Copy().type("x".repeat(600_000)));
  expect(ada.wire.closedWith).toBe("tooLarge");
  await ada.room.settle();
});

test("what says nothing new takes no room", async () => {
  const { newGuest } = await roomScene({ maxDocBytes: 10_000 });
  const ada = await newGuest();
  const update = new Copy().type("x".repeat(1_000));
  for (let times = 0; times < 20; times++) write(ada, update);
  await ada.wire.until((wire) => wire.saved === 20);
  expect(ada.wire.closedWith).toBeUndefined();
});

test("[S12] updates and state vectors of too many parts close their peer, whatever their size", async () => {
  const limits = { maxUpdateParts: 2_000, maxWaitingParts: 100 };
  const { newGuest } = await roomScene(limits);
  const code = async (type: "step1" | "update", bytes: Uint8Array) => {
    const ada = await newGuest();
    ada.room.receive(ada.peer, syncMessage(type, bytes));
    await ada.room.settle();
    return ada.wire.closedWith;
  };
  expect(await code("update", updateOfClients(2_000))).toBeUndefined();
  expect(await code("update", updateOfClients(2_001))).toBe("tooLarge");
  expect(await code("update", updateOfValues(600_000))).toBe("tooLarge");
  expect(await code("step1", vectorOfClients(2_001))).toBe("tooLarge");
  expect(await code("update", updateOfGaps(100))).toBeUndefined();
  expect(await code("update", updateOfGaps(101))).toBe("tryLater");
});

test("an update of many parts is read in steps although it is small", async () => {
  const { newGuest } = await roomScene();
  const ada = await newGuest();
  write(ada, updateOfDeletions(60_000));
  expect(ada.wire.saved).toBe(0);
  write(ada, new Copy().type("words"));
  await ada.wire.until((wire) => wire.saved === 2);
});

test("an answer in pieces is counted as the one frame that it is", async () => {
  const { metrics, newGuest } = await roomScene();
  const ada = await newGuest();
  write(ada, new Copy().type("x".repeat(100_000)));
  await ada.wire.until((wire) => wire.saved === 1);
  const [frames, bytes] = [metrics.framesOut.value, metrics.bytesOut.value];
  ada.room.receive(ada.peer, syncMessage("step1", new Copy().vector));
  expect(metrics.framesOut.value - frames).toBe(1);
  expect(metrics.bytesOut.value - bytes).toBeGreaterThan(100_000);
});
