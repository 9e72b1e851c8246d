// What the dock shows of who is ready and who has a hand up, and what it asks before the meeting moves.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Lead } from "../frame/lead.tsx";
import { PeopleDialog } from "../panels/people-dialog.tsx";
import { RoomForTests, testSession, type TestRoom, type TestSession } from "../room/testing.tsx";
import { closePanel } from "../screen/panels.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { HandsLine } from "./hands-line.tsx";
import { MyButtons } from "./my-buttons.tsx";
import { ReadyCount } from "./ready-count.tsx";
import { ReadyLine } from "./ready-line.tsx";

beforeEach(async () => {
  closePanel();
  await page.viewport(1440, 900);
});
afterEach(() => void vi.useRealTimers());

const people = [
  { id: "noa", name: "Noa", role: "facilitator" },
  { id: "robin", name: "Robin" },
  { id: "kim", name: "Kim" },
  { id: "ida", name: "Ida", role: "observer" },
] as const;

/** Who is on the board in another browser, as awareness tells it. */
function comes(session: TestSession, ...ids: readonly string[]) {
  ids.forEach((participantId, index) => {
    session.awareness.states.set(index + 1, { participantId });
  });
  session.awareness.emit("change", [
    { added: ids.map((_, index) => index + 1), updated: [], removed: [] },
    "test",
  ]);
}

async function show(room: TestRoom) {
  const session = testSession({ people, phase: "lessons", ...room });
  session.control.meeting.set("phaseSince", 10); // everybody was there when it began
  comes(session, "noa", "robin", "kim");
  await render(
    <RoomForTests session={session}>
      <div className="relative mt-64 flex justify-end gap-4">
        <ReadyCount />
        <MyButtons />
        {room.me === "noa" && <Lead isAlone={false} />}
      </div>
      {room.me === "noa" && (
        <>
          <HandsLine />
          <ReadyLine />
          <PeopleDialog />
        </>
      )}
      <LiveRegion />
    </RoomForTests>,
  );
  return session;
}

const next = () => page.getByRole("button", { name: /Actions/ });

test("[RD1] whoever writes says that they are ready by button or key, and takes it back", async () => {
  const session = await show({ me: "robin" });
  const button = page.getByRole("button", { name: "I am ready" });
  await expect.element(button).toHaveAttribute("aria-pressed", "false");
  await button.click();
  session.control.ready.set("robin", 1);
  await expect.element(button).toHaveAttribute("aria-pressed", "true");
  await userEvent.keyboard("d");
  await userEvent.keyboard("h");
  expect(session.requests).toEqual([
    { type: "ready", ready: true },
    { type: "ready", ready: false },
    { type: "raiseHand" },
  ]);
});

test("[RD1] an observer, and everybody once the board is sealed, is offered neither", async () => {
  const session = await show({ me: "ida" });
  await userEvent.keyboard("d");
  await userEvent.keyboard("h");
  expect(session.requests).toEqual([]);
  expect(page.getByRole("button", { name: "I am ready" }).elements()).toEqual([]);
});

test("[RD12] where people say that they are ready, the first press of the way on says who is not and the second goes", async () => {
  const session = await show({ me: "noa" });
  session.control.ready.set("robin", 1);
  await expect.element(page.getByText("1 of 3 ready")).toBeVisible();
  await next().click();
  await expect
    .element(page.getByText("1 person is not ready yet. Press again to go on.").first())
    .toBeVisible();
  expect(session.requests).toEqual([]);
  await next().click();
  await expect.poll(() => session.requests).toMatchObject([{ type: "advance" }]);
});

test("[RD12] nobody is asked where nobody says so, where all have, and on the way back", async () => {
  const session = await show({ me: "noa" });
  await next().click();
  await expect.poll(() => session.requests).toHaveLength(1);
  session.control.ready.set("robin", 1);
  await page.getByRole("button", { name: /back to/ }).click();
  await expect.poll(() => session.requests).toHaveLength(2);
  session.control.ready.set("kim", 1);
  await expect.element(page.getByText("2 of 3 ready")).toBeVisible();
  await next().click(); // Noa, who presses it, is not awaited
  await expect.poll(() => session.requests).toHaveLength(3);
});

test("[RD6] who is away is named as left out", async () => {
  const session = await show({ me: "noa" });
  session.control.ready.set("robin", 1);
  session.awareness.states.set(3, { participantId: "kim", isAway: true });
  session.awareness.emit("change", [{ added: [], updated: [3], removed: [] }, "test"]);
  await page.getByText("1 of 2 ready").click();
  const list = page.getByRole("dialog");
  await expect.element(list.getByRole("heading", { name: "Away, not counted" })).toBeVisible();
  expect(list.element().textContent).toContain("Not yetNoaAway, not countedKim");
});

test("[RD3] raised hands are said to who leads, and found above the dock where names are not written out", async () => {
  const session = await show({ me: "noa" });
  await page.viewport(390, 800);
  session.control.hands.set("kim", 2);
  session.control.hands.set("robin", 1);
  await expect.element(page.getByText(/Kim raised a hand\./)).toBeInTheDocument();
  const list = page.getByRole("list", { name: "Raised hands" });
  await expect.element(list.getByRole("listitem").nth(1)).toBeVisible();
  const names = list
    .getByRole("listitem")
    .elements()
    .map((item) => item.textContent);
  expect(names).toEqual(["RobinDown", "KimDown"]); // in the order in which they went up
  await list.getByRole("button", { name: "Take Robin’s hand down" }).click();
  expect(session.requests).toEqual([{ type: "lowerHand", participant: "robin" }]);
});

test("[RD13] on a phone whoever leads finds the count above the dock, and behind it everybody and their own say", async () => {
  const session = await show({ me: "noa" });
  await page.viewport(360, 780);
  session.control.ready.set("robin", 1);
  session.control.hands.set("kim", 1);
  await page.getByRole("button", { name: "1 of 3 ready" }).click();
  const list = page.getByRole("dialog");
  await expect.element(list.getByRole("heading", { name: "Not yet" })).toBeVisible();
  expect(list.element().textContent).toContain("Raised handsKimReadyRobinNot yetNoa, Kim");
  await list.getByRole("button", { name: "I am ready" }).click();
  expect(session.requests).toEqual([{ type: "ready", ready: true }]);
  await page.viewport(1440, 900);
  await expect.element(list.getByRole("heading", { name: "Not yet" })).not.toBeInTheDocument();
});
