// How the sockets of one visit go and come back, without a network and by a clock of its own.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { docNames, type DocName } from "@secondstory/shared";
import type { DocSocketEvents } from "./doc-socket.ts";
import { createSockets } from "./sockets.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody's three sockets; `luck` is what the dice say. */
function visit(names: readonly DocName[] = docNames) {
  const dice = { luck: 1 };
  const attempts: DocName[] = [];
  const checked: string[] = [];
  const live = new Map<DocName, DocSocketEvents>();
  const lost: string[] = [];
  const silent = { onOpen() {}, onSent() {}, onSaved() {}, onSynced() {} };
  const sockets = createSockets({
    connect: (name, events) => {
      attempts.push(name);
      live.set(name, events);
      return {
        check: () => checked.push(name),
        askAnew: () => {},
        close: () => live.delete(name),
      };
    },
    events: (name) => ({ ...silent, onLost: (code) => lost.push(`${name} ${code}`) }),
    random: () => dice.luck,
    now: () => performance.now(),
  });
  const succeed = (name: DocName) => {
    live.get(name)?.onOpen();
    live.get(name)?.onSynced();
  };
  const lose = (code: number, ...which: readonly DocName[]) => {
    for (const name of which) {
      const events = live.get(name);
      live.delete(name);
      events?.onLost(code);
    }
  };
  /** What was tried since the last time this was asked. */
  const tried = () => attempts.splice(0);
  for (const name of names) sockets.open(name);
  for (const name of names) succeed(name);
  tried();
  return { sockets, dice, checked, lost, live, succeed, lose, tried };
}

const wait = (ms: number) => vi.advanceTimersByTime(ms);

test("[N1] all are lost at once, one tries, and the others follow as soon as it is through", () => {
  const { sockets, lose, succeed, tried } = visit();
  lose(1006, ...docNames);
  expect(docNames.map((name) => sockets.isSynced(name))).toEqual([false, false, false]);
  wait(149);
  expect(tried()).toEqual([]);
  wait(1);
  expect(tried()).toEqual(["board"]);
  succeed("board");
  expect(tried()).toEqual(["control", "private"]);
  succeed("control");
  succeed("private");
  expect(docNames.every((name) => sockets.isSynced(name))).toBe(true);
});

test("[N1] the wait is drawn by lot, once for all", () => {
  const { dice, lose, tried } = visit();
  dice.luck = 0.2;
  lose(1012, "private");
  dice.luck = 1;
  lose(1012, "control", "board");
  wait(30);
  expect(tried()).toEqual(["board"]);
});

test("[N2] as long as the server is away the tries go on, one socket at a time, ever more seldom", () => {
  const { lose, tried } = visit();
  lose(1006, ...docNames);
  const at: number[] = [];
  for (let ms = 0; ms < 30_000; ms += 10) {
    wait(10);
    for (const name of tried()) {
      expect(name).toBe("board");
      at.push(ms);
      lose(1006, name);
    }
  }
  const waits = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
  expect(waits[0]).toBe(150);
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
  expect(waits.at(-1)).toBe(2_500);
});

test("[N2] whoever was well for a while begins afresh; a connection that only flickers does not", () => {
  const { lose, succeed, tried } = visit();
  const comeBack = () => {
    wait(60_000);
    for (const name of docNames) succeed(name);
    tried();
  };
  lose(1006, ...docNames);
  wait(150);
  tried();
  lose(1006, "board");
  comeBack();
  wait(9_000);
  lose(1006, ...docNames);
  wait(2_499);
  expect(tried()).toEqual([]);
  comeBack();
  wait(10_000);
  lose(1006, ...docNames);
  wait(150);
  expect(tried()).toEqual(["board"]);
});

test("[N4] whoever is told to come later waits longer, also if the rest is lost meanwhile", () => {
  const { lose, succeed, tried, lost } = visit();
  lose(1013, "private");
  wait(500);
  lose(1006, "board", "control");
  wait(1_499);
  expect(tried()).toEqual([]);
  wait(1);
  expect(tried()).toEqual(["board"]);
  succeed("board");
  expect(tried()).toEqual(["control", "private"]);
  expect(lost).toEqual(["private 1013", "board 1006", "control 1006"]);
});

test("[N5] the network is back, or somebody looks: what is lost tries at once, what seems alive is checked", () => {
  const { sockets, lose, succeed, tried, checked } = visit();
  lose(1013, "board", "control");
  sockets.reconnect();
  expect(tried()).toEqual(["board"]);
  expect(checked).toEqual(["private"]);
  succeed("board");
  expect(tried()).toEqual(["control"]);
  wait(60_000);
  expect(tried()).toEqual([]);
});

test("[N6] a code that means the end is told, and nothing tries again", () => {
  const { sockets, lose, tried, lost } = visit();
  lose(4401, "board");
  expect(lost).toEqual(["board 4401"]);
  wait(60_000);
  sockets.reconnect();
  expect(tried()).toEqual([]);
});

test("[N6] who was dropped or closed does not come back", () => {
  const { sockets, lose, tried, live } = visit();
  sockets.drop("private");
  expect([...live.keys()]).toEqual(["board", "control"]);
  lose(1006, "board");
  sockets.close();
  wait(60_000);
  expect(tried()).toEqual([]);
  expect(live.size).toBe(0);
});

test("[N6] after 4403 and 4409 one comes back and reads", () => {
  const { lose, tried } = visit(["board", "control"]);
  lose(4409, "board");
  wait(150);
  expect(tried()).toEqual(["board"]);
  lose(4403, "board");
  wait(150);
  expect(tried()).toEqual(["board"]);
});
