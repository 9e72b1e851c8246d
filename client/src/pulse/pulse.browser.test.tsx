// The pulse on the screen: asked, answered in private, shown once.
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { readPulseAnswer } from "@secondstory/shared";
import { RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { setSharing } from "../screen/sharing.ts";
import { PulseOf } from "./pulse.tsx";

afterEach(() => setSharing(false));

async function show(pulses: Readonly<Record<string, object>>, room: TestRoom = {}) {
  const session = testSession({ phase: "check-in", ...room });
  for (const [phase, pulse] of Object.entries(pulses)) session.control.pulses.set(phase, pulse);
  await render(
    <RoomForTests session={session}>
      <PulseOf phase={room.phase === "check-out" ? "check-out" : "check-in"} />
    </RoomForTests>,
  );
  return session;
}

test("[RP7] five positions are one group of radios; the answer stays in my private document, and may be changed", async () => {
  const session = await show({ "check-in": { state: "open" } });
  const group = page.getByRole("radiogroup", { name: "And how does it feel?" });
  const names = group
    .getByRole("radio")
    .elements()
    .map((radio) => radio.closest("label")?.textContent);
  expect(names).toEqual(["very heavy", "heavy", "in between", "light", "very light"]);
  await userEvent.click(group.getByText("in between"));
  expect(readPulseAnswer(session.privateDoc, "check-in")).toBe("in-between");
  await userEvent.keyboard("{ArrowRight}");
  expect(readPulseAnswer(session.privateDoc, "check-in")).toBe("light");
  expect(session.requests).toEqual([]);
  expect(JSON.stringify(session.awareness.getLocalState())).not.toContain("light");
});

test("[RP7] while others may see this screen my answer is not drawn", async () => {
  const session = await show({ "check-in": { state: "open" } });
  setSharing(true);
  await expect.element(page.getByText("Hidden while others may see your screen")).toBeVisible();
  expect(page.getByRole("radio").elements()).toEqual([]);
  expect(session.requests).toEqual([]);
});

test("[RP7] who reads along, and everybody after it is closed, is not asked", async () => {
  await show({ "check-in": { state: "open" } }, { me: "ida" });
  await expect.element(page.getByText(/The picture is shown/)).toBeVisible();
  expect(page.getByRole("radio").elements()).toEqual([]);
  const session = await show({ "check-in": { state: "closed" } });
  await expect.element(page.getByText("The answers are being counted.")).toBeVisible();
  expect(session.requests).toEqual([]);
});

test("[RP2] the picture says in words what it draws: arriving beside leaving, no average", async () => {
  await show(
    {
      "check-in": { state: "shown", counts: [2, 4, 3, 2, 0] },
      "check-out": { state: "shown", counts: [0, 1, 2, 4, 2] },
    },
    { phase: "check-out" },
  );
  await expect
    .element(
      page.getByRole("img", {
        name: "Arriving: very heavy 2, heavy 4, in between 3, light 2, very light 0. Leaving: very heavy 0, heavy 1, in between 2, light 4, very light 2.",
      }),
    )
    .toBeVisible();
  await expect.element(page.getByText("arriving, 11")).toBeVisible();
});

test("[RP1] who leads closes it by hand, and asks again after too few answers; others cannot", async () => {
  const noa = await show({ "check-in": { state: "open" } }, { me: "noa" });
  await page.getByRole("button", { name: "Count now and show it to everyone" }).click();
  noa.control.pulses.set("check-in", { state: "too-few" });
  await page.getByRole("button", { name: "Ask again" }).click();
  expect(noa.requests).toEqual([
    { type: "closePulse", phase: "check-in" },
    { type: "openPulse", phase: "check-in" },
  ]);
});
