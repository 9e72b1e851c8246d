import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { roomScene, type Guest } from "../testing/room.ts";

/** A message of one state each for these clients. */
function statesOf(clients: readonly number[], clock = 1): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, `{"at":${client}}`);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, states);
  });
}

const upTo = (count: number) => Array.from({ length: count }, (_, client) => client);

/** Which clients somebody sees who enters now. */
function seenBy({ room, peer, wire }: Guest): readonly number[] {
  room.receive(peer, Uint8Array.of(3));
  const last = wire.of("awareness").at(-1);
  return last?.type === "awareness" ? [...last.states.keys()].toSorted((a, b) => a - b) : [];
}

test("[S20] a connection brings a few clients to the board, however many it names", async () => {
  const { newGuest } = await roomScene({ presenceClients: 3 });
  const [ada, bob] = [await newGuest(), await newGuest()];
  ada.room.receive(ada.peer, statesOf(upTo(10_000)));
  await bob.wire.until((wire) => wire.of("awareness").length > 0);
  expect(seenBy(bob)).toEqual([0, 1, 2]);
  ada.room.receive(ada.peer, statesOf([1, 2, 3], 2)); // those it has may move on
  bob.room.receive(bob.peer, statesOf([7]));
  await ada.wire.until((wire) => wire.of("awareness").length > 0);
  const { wire, room, peer } = await newGuest();
  expect(seenBy({ wire, room, peer, leave: () => undefined })).toEqual([0, 1, 2, 7]);
});

test("[S20] when a connection has left, the next one of the same person brings its own clients", async () => {
  const { person, enter, newGuest } = await roomScene({ presenceClients: 2 });
  const adaId = await person("participant");
  const bob = await newGuest();
  const first = await enter(adaId);
  first.room.receive(first.peer, statesOf([1, 2]));
  await bob.wire.until((wire) => wire.of("awareness").length === 1);
  first.leave();
  const second = await enter(adaId);
  second.room.receive(second.peer, statesOf([2, 3], 2));
  await bob.wire.until(() => seenBy(bob).includes(3));
  expect(seenBy(bob)).toEqual([2, 3]);
});

test("[S21] a slow peer that asks where people are gets one answer, when it has caught up", async () => {
  const { newGuest } = await roomScene();
  const ada = await newGuest();
  const bob = await newGuest();
  ada.room.receive(ada.peer, statesOf([1]));
  await bob.wire.until((wire) => wire.of("awareness").length === 1);
  bob.wire.isStuck = true;
  bob.wire.bufferedBytes = 1_000_000;
  for (let times = 0; times < 100; times++) bob.room.receive(bob.peer, Uint8Array.of(3));
  expect(bob.wire.of("awareness")).toHaveLength(1);
  bob.wire.drain();
  expect(bob.wire.of("awareness")).toHaveLength(2);
});
