// What a room sends and what it refuses: frames of a tick, slow receivers, full documents.
import { expect, onTestFinished, test, vi } from "vitest";
import { Copy } from "../testing/docs.ts";
import { copyOf, readAll, roomScene, write, type Guest } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import { awarenessMessage, syncMessage } from "../testing/socket.ts";

test("[S21] a slow receiver is left behind, does not slow the others, and gets one diff when it can", async () => {
  const { metrics, newGuest } = await roomScene({ behindBytes: 1_000 });
  const [ada, bob, slow] = [await newGuest(), await newGuest(), await newGuest()];
  slow.wire.isStuck = true;
  const copy = new Copy();
  for (let count = 1; count <= 50; count++) {
    write(ada, copy.type("x".repeat(100)));
    await bob.wire.until((wire) => wire.of("update").length === count);
  }
  expect(slow.wire.bufferedBytes).toBeLessThan(1_500);
  const sent = slow.wire.of("update").length;
  slow.wire.drain();
  await slow.wire.until((wire) => wire.of("update").length === sent + 1);
  expect(copyOf(slow.wire.of("update")).text).toBe(copy.text);
  expect(metrics.resyncs.value).toBe(1);
});

test("[S38] a document that is full closes whoever would make it larger with 1009, and is read as before", async () => {
  const { newGuest } = await roomScene({ maxDocBytes: 1_000 });
  const [ada, bob] = [await newGuest(), await newGuest()];
  write(ada, new Copy().type("x".repeat(800)));
  await ada.wire.until((wire) => wire.saved === 1);
  write(ada, new Copy().type("y".repeat(800)));
  expect(ada.wire.code).toBe(1009);
  expect((await readAll(bob)).text).toBe("x".repeat(800));
});

test("[S15] what several write in one tick is one frame for the others, and for each author one of the rest", async () => {
  const { newGuest } = await roomScene();
  const [ada, bob, eve] = [await newGuest(), await newGuest(), await newGuest()];
  const [ofAda, ofBob] = [new Copy(), new Copy()];
  for (const words of ["a", "b", "c"]) write(ada, ofAda.type(words));
  write(bob, ofBob.type("x"));
  await eve.wire.until((wire) => wire.of("update").length > 0);
  const heard = ({ wire }: Guest) =>
    wire
      .of("update")
      .map((message) =>
        [...copyOf([message]).text].toSorted((a, b) => a.localeCompare(b)).join(""),
      );
  expect(heard(eve)).toEqual(["abcx"]);
  expect(heard(ada)).toEqual(["x"]);
  expect(heard(bob)).toEqual(["abc"]);
});

test("[S15] when many write at once, all get the same frame, and nobody twice", async () => {
  const { newGuest } = await roomScene();
  const guests: Guest[] = [];
  for (let index = 0; index < 12; index++) guests.push(await newGuest());
  for (const guest of guests) write(guest, new Copy().type("."));
  await must(guests[0]).wire.until((wire) => wire.of("update").length > 0);
  for (const { wire } of guests) {
    expect(wire.of("update")).toHaveLength(1);
    expect(copyOf(wire.of("update")).text).toBe(".".repeat(12));
  }
});

test("[S7] what comes in one very large piece is taken in its turn, and what comes after it too", async () => {
  const { newGuest } = await roomScene();
  const ada = await newGuest();
  const copy = new Copy();
  write(ada, copy.type("x".repeat(700_000)));
  write(ada, copy.type("y"));
  await ada.wire.until((wire) => wire.saved === 2);
  expect((await readAll(ada)).text).toBe(copy.text);
});

test("[S21] who asks while too much is under way is answered when it has left", async () => {
  const { newGuest } = await roomScene({ behindBytes: 1_000 });
  const [ada, slow] = [await newGuest(), await newGuest()];
  const copy = new Copy();
  write(ada, copy.type("words"));
  slow.wire.bufferedBytes = 5_000;
  for (let count = 0; count < 100; count++)
    slow.room.receive(slow.peer, syncMessage("step1", new Copy().vector));
  expect(slow.wire.of("step2")).toEqual([]);
  write(ada, copy.type(" and more"));
  slow.wire.drain();
  await slow.wire.until((wire) => wire.of("step2").length > 0);
  expect(slow.wire.of("step2")).toHaveLength(1);
  expect(copyOf(slow.wire.of("step2")).text).toBe(copy.text);
});

test("[S20] whoever is alone hears its own state after a while: the stock client takes silence for death", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const { person, enter } = await roomScene();
  const ada = await person("facilitator");
  const { room, peer, wire } = await enter(ada);
  const onControl = await enter(ada, "control");
  const move = (clock: number) =>
    room.receive(peer, awarenessMessage({ client: 7, clock, state: { clock } }));
  move(1);
  vi.advanceTimersByTime(9_000);
  move(2);
  expect(wire.of("awareness")).toEqual([]);
  vi.advanceTimersByTime(2_000);
  move(3);
  move(4); // it was just told something
  onControl.room.receive(onControl.peer, awarenessMessage({ client: 8, clock: 1, state: {} }));
  expect(onControl.wire.of("awareness")).toEqual([{ type: "awareness", states: new Map() }]);
  expect(wire.of("awareness")).toEqual([
    { type: "awareness", states: new Map([[7, { clock: 3, state: { clock: 3 } }]]) },
  ]);
});
