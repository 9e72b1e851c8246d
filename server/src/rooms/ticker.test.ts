import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Ticker } from "./ticker.ts";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setImmediate", "clearImmediate", "performance"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function ticking(everyMs: () => number) {
  const ranAt: number[] = [];
  const start = performance.now();
  const ticker = new Ticker(() => ranAt.push(performance.now() - start), everyMs);
  return { ticker, ranAt };
}

test("[S29] after a quiet time it runs at the end of the turn, once for all who asked", () => {
  const { ticker, ranAt } = ticking(() => 10);
  ticker.request();
  ticker.request();
  expect(ranAt).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(ranAt).toEqual([0]);
});

test("[S29] then it runs once a tick; half a tick it waits for company unless it was quiet for four", () => {
  const { ticker, ranAt } = ticking(() => 10);
  ticker.request();
  vi.advanceTimersByTime(2);
  ticker.request(); // 8 ms of the tick are left
  vi.advanceTimersByTime(28);
  ticker.request(); // 20 ms after the last time: company may come
  vi.advanceTimersByTime(55);
  ticker.request(); // 50 ms after: nobody else is about
  vi.advanceTimersByTime(0);
  expect(ranAt).toEqual([0, 10, 35, 85]);
});

test("[S29] the length of a tick is asked each time, so it follows the load", () => {
  let everyMs = 10;
  const { ticker, ranAt } = ticking(() => everyMs);
  ticker.request();
  vi.advanceTimersByTime(1);
  everyMs = 40;
  ticker.request();
  vi.advanceTimersByTime(100);
  expect(ranAt).toEqual([0, 40]);
});

test("[S29] in a crowd whoever comes first waits longer for company", () => {
  const ranAt: number[] = [];
  const start = performance.now();
  const run = () => ranAt.push(performance.now() - start);
  const ticker = new Ticker(
    run,
    () => 10,
    () => 10,
  );
  ticker.request();
  vi.advanceTimersByTime(15);
  ticker.request();
  vi.advanceTimersByTime(9);
  expect(ranAt).toEqual([0]);
  vi.advanceTimersByTime(1);
  expect(ranAt).toEqual([0, 25]);
});

test("what somebody else did counts as a run, and a stopped one does not run", () => {
  const { ticker, ranAt } = ticking(() => 10);
  ticker.request();
  ticker.note();
  vi.advanceTimersByTime(4);
  expect(ticker.isHalfOver).toBe(false);
  vi.advanceTimersByTime(1);
  expect(ticker.isHalfOver).toBe(true);
  ticker.request();
  ticker.stop();
  vi.advanceTimersByTime(100);
  expect(ranAt).toEqual([]);
});
