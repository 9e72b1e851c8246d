// Since when nobody who leads is here, on a turned clock.
import { readParticipantId, type ControlState, type ParticipantId } from "@secondstory/shared";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { must } from "../testing/server.ts";
import { LeadWatch } from "./lead-watch.ts";

const [noa, lena] = [must(readParticipantId("noa")), must(readParticipantId("lena"))];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A watch over people who come and go at a word. */
function scene() {
  const here = new Set<ParticipantId>();
  const control = {
    roster: { [noa]: { role: "facilitator" }, [lena]: { role: "participant" } },
    lead: { letsStepIn: true, leaderlessAt: undefined as number | undefined },
    seal: undefined as object | undefined,
  };
  const told: boolean[] = [];
  const watch = new LeadWatch({
    afterMs: 60_000,
    connected: () => here,
    control: () => control as unknown as ControlState, // as much of it as is read
    onChange: (isLeaderless) => {
      told.push(isLeaderless);
      control.lead.leaderlessAt = isLeaderless ? Date.now() : undefined;
    },
  });
  const come = (id: ParticipantId) => {
    here.add(id);
    watch.lookSoon();
    vi.advanceTimersByTime(0);
  };
  const go = (id: ParticipantId) => {
    here.delete(id);
    watch.lookSoon();
    vi.advanceTimersByTime(0);
  };
  return { watch, control, told, come, go };
}

test("[L2] after a minute without anybody who leads somebody may step in, until one is back", () => {
  const { watch, told, come, go } = scene();
  come(noa);
  come(lena);
  vi.advanceTimersByTime(600_000);
  go(noa);
  vi.advanceTimersByTime(59_000);
  expect([watch.isLeaderless, told]).toEqual([false, []]);
  vi.advanceTimersByTime(1_001);
  expect([watch.isLeaderless, told]).toEqual([true, [true]]);
  come(noa);
  expect([watch.isLeaderless, told]).toEqual([false, [true, false]]);
  go(noa);
  vi.advanceTimersByTime(59_000);
  expect(watch.isLeaderless).toBe(false);
});

test("[L2] the time stands still while nobody is connected", () => {
  const { watch, told, come, go } = scene();
  come(lena);
  vi.advanceTimersByTime(40_000);
  go(lena);
  vi.advanceTimersByTime(3_600_000);
  expect(watch.isLeaderless).toBe(false);
  come(lena);
  vi.advanceTimersByTime(19_000);
  expect(watch.isLeaderless).toBe(false);
  vi.advanceTimersByTime(1_001);
  expect([watch.isLeaderless, told]).toEqual([true, [true]]);
});

test("[L3] nothing is offered where nobody may step in, nor on a sealed board", () => {
  const { watch, control, told, come } = scene();
  control.lead.letsStepIn = false;
  come(lena);
  vi.advanceTimersByTime(120_000);
  expect(told).toEqual([]);
  control.lead.letsStepIn = true;
  watch.look();
  expect(told).toEqual([true]);
  control.seal = {};
  watch.look();
  expect(told).toEqual([true, false]);
});

test("[L2] what a server before this one noted is taken back: its time does not count here", () => {
  const { control, told, come } = scene();
  control.lead.leaderlessAt = 5;
  come(lena);
  expect(told).toEqual([false]);
  vi.advanceTimersByTime(60_001);
  expect(told).toEqual([false, true]);
});

test("one that is closed looks no more", () => {
  const { watch, told, come } = scene();
  come(lena);
  watch.close();
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([]);
});
