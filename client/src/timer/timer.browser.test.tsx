// The shared timer as people see it: right on a clock that is wrong, gentle at its end, and drawn every second in its digits
// alone.
import { Profiler } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Timer } from "@secondstory/shared";
import { RoomForTests, testSession, type TestRoom, type TestSession } from "../room/testing.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { TimerInDock } from "./timer-in-dock.tsx";

const minute = 60_000;
/** The server's clock when a test begins. */
const begin = Date.UTC(2026, 10, 22, 21, 0);

let serverAt = begin;
beforeEach(async () => {
  serverAt = begin;
  await page.viewport(1440, 900);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  if (vi.isFakeTimers()) vi.runOnlyPendingTimers(); // the voice is one for all tests
  vi.useRealTimers();
});

async function pass(ms: number) {
  for (let gone = 0; gone < ms; gone += 1_000) {
    serverAt += 1_000;
    await vi.advanceTimersByTimeAsync(1_010);
  }
}

const setTimer = ({ control }: TestSession, timer: Partial<Timer> | null) =>
  control.doc.transact(() =>
    control.meeting.set("timer", timer && { lengthMs: 10 * minute, ...timer }),
  );

async function show(timer: Partial<Timer> | null, room: TestRoom = {}) {
  const session = testSession({ me: "noa", now: () => serverAt, ...room });
  setTimer(session, timer);
  let drawn = 0;
  await render(
    <RoomForTests session={session}>
      <section aria-label="Meeting" className="relative mt-96">
        <Profiler id="timer" onRender={() => drawn++}>
          <TimerInDock />
        </Profiler>
      </section>
      <LiveRegion />
    </RoomForTests>,
  );
  await vi.advanceTimersByTimeAsync(0);
  return { session, draws: () => drawn };
}

const expectClock = (name: string) => expect.element(page.getByRole("button", { name }));

test("[T6] the rest is counted by the server's clock, second by second", async () => {
  await show({ endsAt: begin + 2 * minute });
  await expectClock("02:00 left").toBeVisible();
  await pass(3_000);
  await expectClock("01:57 left").toBeVisible();
});

test("[T6] what the server says of its time counts at once", async () => {
  const { session } = await show({ endsAt: begin + 2 * minute });
  serverAt += 30_000; // the offset was measured anew
  session.connection.set({ ...session.connection.get(), clockOffsetMs: 30_000 });
  await expectClock("01:30 left").toBeVisible();
});

test("[T2] a paused timer stands still", async () => {
  await show({ endsAt: begin + 2 * minute, pausedAt: begin - minute });
  await expectClock("03:00 paused").toBeVisible();
  await pass(5_000);
  await expectClock("03:00 paused").toBeVisible();
});

test("[T1] at the end it says so once, politely, and counts over", async () => {
  await show({ endsAt: begin + 2_000 });
  await pass(1_000);
  await expect.element(page.getByText("Time is up.")).not.toBeInTheDocument();
  await pass(2_000);
  await expectClock("+0:01 Time is up").toBeVisible();
  await expect.element(page.getByRole("status").getByText("Time is up.")).toBeInTheDocument();
  await pass(60_000);
  await expectClock("+1:01 over").toBeVisible();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test("half of the time and the last minute are said, a minute more is not taken for a step back", async () => {
  const { session } = await show({ endsAt: begin + 5 * minute + 1_000 });
  await pass(1_000);
  await expect.element(page.getByText("Half of the time is left.")).toBeInTheDocument();
  setTimer(session, { endsAt: serverAt + minute + 1_000 });
  await pass(4_000); // sentences are spoken in batches
  await expect.element(page.getByText("One minute is left.")).toBeInTheDocument();
});

test("every second draws the digits and the line of sand, and nothing else", async () => {
  const { draws } = await show({ endsAt: begin + 9 * minute });
  await expectClock("09:00 left").toBeVisible();
  const before = draws();
  await pass(3_000);
  await expectClock("08:57 left").toBeVisible();
  const text = page.getByText("08:57", { exact: true }).element();
  const untouched = page.getByText("left", { exact: true }).element();
  const changes: Node[] = [];
  const observer = new MutationObserver((records) => changes.push(...records.map((r) => r.target)));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  await pass(2_000);
  await expectClock("08:55 left").toBeVisible();
  observer.disconnect();
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.every((node) => text.contains(node))).toBe(true);
  expect(untouched.isConnected).toBe(true);
  expect(draws() - before).toBeLessThanOrEqual(2 * 5 + 2);
});

test("a facilitator starts with what the phase suggests, pauses, adds a minute and stops", async () => {
  const { session } = await show(null, { phase: "timeline" });
  vi.useRealTimers();
  await userEvent.click(page.getByRole("button", { name: "Timer" }));
  await userEvent.click(page.getByRole("button", { name: "Start 28 min · Timeline" }));
  expect(session.requests).toEqual([{ type: "startTimer", minutes: 28 }]);
  setTimer(session, { endsAt: begin + 20 * minute });
  await userEvent.click(page.getByRole("button", { name: "One more minute" }));
  await userEvent.click(page.getByRole("button", { name: "20:00 left" }));
  await userEvent.click(page.getByRole("button", { name: "Pause" }));
  await userEvent.click(page.getByRole("button", { name: "Stop" }));
  expect(session.requests.slice(1).map(({ type }) => type)).toEqual([
    "extendTimer",
    "pauseTimer",
    "stopTimer",
  ]);
});

test("minutes that cannot be are said to be wrong, and kept in the field", async () => {
  const { session } = await show(null);
  vi.useRealTimers();
  await userEvent.click(page.getByRole("button", { name: "Timer" }));
  const field = page.getByRole("textbox", { name: "Another length" });
  await userEvent.fill(field, "many");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("A number of minutes, up to 480.")).toBeVisible();
  await expect.element(field).toHaveValue("many");
  await userEvent.fill(field, "2,5");
  await userEvent.keyboard("{Enter}");
  expect(session.requests).toEqual([{ type: "startTimer", minutes: 2.5 }]);
});

test("[T5] participants see it and since when we are late, and learn who can change it", async () => {
  const zone = { name: "second-story:zone", value: "utc" };
  localStorage.setItem(zone.name, zone.value);
  await show({ endsAt: begin + minute, lateSince: begin - 2 * minute }, { me: "robin" });
  vi.useRealTimers();
  await userEvent.click(page.getByRole("button", { name: "01:00 left" }));
  await expect.element(page.getByText(/^Late since \d\d:58\.$/)).toBeVisible();
  await expect
    .element(page.getByText("A facilitator starts, stops and lengthens the timer."))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Pause" })).not.toBeInTheDocument();
  localStorage.removeItem(zone.name);
});

test("T starts, pauses and goes on, and Shift+T adds a minute: for facilitators", async () => {
  const { session } = await show(null);
  vi.useRealTimers();
  await userEvent.keyboard("t");
  setTimer(session, { endsAt: begin + minute });
  await userEvent.keyboard("t");
  setTimer(session, { endsAt: begin + minute, pausedAt: begin });
  await userEvent.keyboard("t{Shift>}T{/Shift}");
  await expect
    .poll(() => session.requests.map(({ type }) => type))
    .toEqual(["startTimer", "pauseTimer", "startTimer", "extendTimer"]);
});

test("who takes part has no keys and no button for it", async () => {
  const { session } = await show(null, { me: "robin" });
  await userEvent.keyboard("t");
  expect(session.requests).toEqual([]);
  expect(page.getByRole("button").elements()).toEqual([]);
});
