import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { setGuideOpen } from "../screen/guide-fold.ts";
import { setSharing } from "../screen/sharing.ts";
import GuidePanel from "./guide-panel.tsx";

beforeEach(async () => {
  await page.viewport(1440, 900);
  setGuideOpen(false);
  setSharing(false);
});

const show = (room: TestRoom = {}) =>
  render(
    <RoomForTests session={testSession({ me: "noa", ...room })}>
      <GuidePanel phase="timeline" />
    </RoomForTests>,
  );

const guide = () => page.getByRole("complementary", { name: "For whoever leads" });

test("[MN13] whoever leads reads what the phase is for, and unfolds the rest", async () => {
  await show();
  await expect.element(guide().getByText(/^One shared picture/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Guide" }));
  await expect.element(guide().getByText("What did you expect to happen next?")).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: "Guide" }))
    .toHaveAttribute("aria-expanded", "true");
});

test("[MN13] on a screen that is shared there is nothing of it", async () => {
  await show();
  await expect.element(guide()).toBeVisible();
  setSharing(true);
  await expect.element(guide()).not.toBeInTheDocument();
  setSharing(false);
});

test.for(["robin", "ida"])("[MN13] %s, who does not lead, sees nothing of it", async (me) => {
  await show({ me });
  expect(guide().elements()).toEqual([]);
});
