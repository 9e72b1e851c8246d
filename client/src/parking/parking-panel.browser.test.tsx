// Ideas that come early wait, from any phase, and what was removed can be put back.
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { removeCard } from "@secondstory/shared";
import { RemovedDialog } from "../removed/removed-dialog.tsx";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";
import { closeSideList, openRemoved } from "../screen/side-lists.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import ToastRegion from "../ui/toast-region.tsx";
import { ParkingPanel } from "./parking-panel.tsx";

beforeEach(closeSideList);

test("[A20] P parks an idea with the phase it came from, and it can go on to the actions", async () => {
  const session = testSession();
  await render(
    <RoomForTests session={session}>
      <ParkingPanel phase="timeline" />
      <ToastRegion />
    </RoomForTests>,
  );
  await userEvent.keyboard("p");
  await expect.element(page.getByRole("textbox", { name: "Park an idea" })).toHaveFocus();
  await userEvent.keyboard("Rate limit the failover tool{Enter}");
  await expect.element(page.getByText("parked in Timeline")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "More: Rate limit the failover tool" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Actions" }));
  const { cards, order } = session.boardView.getState();
  expect(order.parking).toEqual([]);
  expect(order.actions.map((id) => cards[id]?.plain)).toEqual(["Rate limit the failover tool"]);
  // [U9] and back, by the toast
  await userEvent.click(page.getByRole("button", { name: "Undo" }));
  await expect.element(page.getByText("parked in Timeline")).toBeVisible();
  expect(session.boardView.getState().order.actions).toEqual([]);
});

test("[A20] [KF2] P parks from within a dialog as well, but not out of a sentence, and the dialog waits", async () => {
  await render(
    <RoomForTests session={testSession()}>
      <Dialog isOpen onClose={() => {}} title="Is it clear enough?" actions={<Button>Stay</Button>}>
        <textarea aria-label="Words" />
      </Dialog>
      <ParkingPanel phase="lessons" />
    </RoomForTests>,
  );
  await page.getByRole("textbox", { name: "Words" }).click();
  await userEvent.keyboard("p");
  await expect.element(page.getByRole("textbox", { name: "Words" })).toHaveValue("p");
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "Stay" })).toHaveFocus();
  await userEvent.keyboard("p");
  await expect.element(page.getByRole("textbox", { name: "Park an idea" })).toHaveFocus();
  await userEvent.keyboard("A second opinion{Enter}");
  await userEvent.click(page.getByRole("button", { name: "Close" }));
  await expect.element(page.getByRole("button", { name: "Stay" })).toHaveFocus();
});

test("what was removed is listed and can be put back", async () => {
  const session = testSession();
  const id = putCard(session.board, "slowed", "The pager tree stops at four levels.");
  removeCard(session.board, id, 1);
  await render(
    <RoomForTests session={session}>
      <RemovedDialog />
    </RoomForTests>,
  );
  openRemoved();
  await expect.element(page.getByText("The pager tree stops at four levels.")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Put it back" }));
  expect(session.boardView.getState().order.slowed).toEqual([id]);
  await expect.element(page.getByText("Nothing has been removed.")).toBeVisible();
});
