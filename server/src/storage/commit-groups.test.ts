import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommitGroups } from "./commit-groups.ts";
import { boardIdOf, bytes } from "./contract-scene.ts";
import type { Outcome, WriteCall } from "./sqlite-messages.ts";
import { StorageFailure } from "./storage.ts";

const board = boardIdOf("board-1");

const append = (number: number): WriteCall => ({
  name: "append",
  args: [board, "board", [bytes(number)]],
});
const decide: WriteCall = { name: "decide", args: [board, { at: 1 }] };

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setImmediate", "clearImmediate", "performance"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Groups whose thread answers when the test says so. */
function scene() {
  const sent: (readonly WriteCall[])[] = [];
  const groups = new CommitGroups(10, (calls) => sent.push(calls));
  const answer = () => groups.answer(sent.at(-1)?.map((_, index) => ({ value: index })) ?? []);
  return { sent, groups, answer };
}

const turn = () => vi.advanceTimersByTime(0);

test("[S27] an idle storage writes at the end of the turn, all that the turn asked for", () => {
  const { sent, groups } = scene();
  void groups.write(append(1));
  void groups.write(append(2));
  expect(sent).toEqual([]);
  turn();
  expect(sent).toEqual([[append(1), append(2)]]);
});

test("[S27] steady writes wait some milliseconds for company, counted from the first of them", () => {
  const { sent, groups, answer } = scene();
  void groups.write(append(1));
  turn();
  vi.advanceTimersByTime(4);
  void groups.write(append(2));
  vi.advanceTimersByTime(2);
  answer();
  vi.advanceTimersByTime(7);
  void groups.write(append(3));
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([[append(1)], [append(2), append(3)]]);
});

test("[S27] a storage that nobody has written to for a moment is idle again", () => {
  const { sent, groups, answer } = scene();
  void groups.write(append(1));
  turn();
  answer();
  vi.advanceTimersByTime(51);
  void groups.write(append(2));
  turn();
  expect(sent).toEqual([[append(1)], [append(2)]]);
});

test("[S27] one group is under way at a time; what comes meanwhile goes with its answer if that took long", () => {
  const { sent, groups, answer } = scene();
  void groups.write(append(1));
  turn();
  void groups.write(append(2));
  vi.advanceTimersByTime(500); // a slow disk
  void groups.write(append(3));
  expect(sent).toHaveLength(1);
  answer();
  turn();
  expect(sent).toEqual([[append(1)], [append(2), append(3)]]);
});

test("[S27] whoever waits is not made to, and takes along what was asked for before", () => {
  const { sent, groups, answer } = scene();
  void groups.write(append(1));
  turn();
  answer();
  void groups.write(append(2));
  turn();
  expect(sent).toHaveLength(1);
  void groups.write(decide);
  void groups.write(append(3));
  turn();
  expect(sent.slice(1)).toEqual([[append(2), decide, append(3)]]);
  answer();
  void groups.write(append(4));
  turn();
  expect(sent).toHaveLength(2); // the next ones take their time again
});

test("each call hears its own outcome", async () => {
  const { groups } = scene();
  const asked = Promise.allSettled([groups.write(append(1)), groups.write(append(2))]);
  turn();
  const outcomes: readonly Outcome[] = [
    { value: 7 },
    { code: "board-gone", message: "there is no such board" },
  ];
  groups.answer(outcomes);
  expect(await asked).toEqual([
    { status: "fulfilled", value: 7 },
    { status: "rejected", reason: new StorageFailure("board-gone", "there is no such board") },
  ]);
});

test("settling sends what waits for its moment, and is over when all is answered", async () => {
  const { sent, groups, answer } = scene();
  await groups.settled();
  void groups.write(append(1));
  turn();
  const settled = vi.fn();
  void groups.write(append(2));
  void groups.settled().then(settled);
  answer();
  turn();
  expect(sent).toHaveLength(2);
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  answer();
  await Promise.resolve();
  await Promise.resolve();
  expect(settled).toHaveBeenCalledOnce();
});

test("a thread that has ended refuses what is under way and what was gathered", async () => {
  const { sent, groups } = scene();
  const first = groups.write(append(1));
  turn();
  const second = groups.write(append(2));
  const settled = groups.settled();
  const failure = new StorageFailure("closed", "the database thread has ended");
  groups.end(failure);
  await expect(first).rejects.toBe(failure);
  await expect(second).rejects.toBe(failure);
  await settled;
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(1);
});
