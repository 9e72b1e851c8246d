// Setting the date and telling others, as people do it.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { setFact } from "@secondstory/shared";
import { forgetKnownBoard, rememberBoard } from "../room/known-boards.ts";
import { putCard, RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { closePanel, openPanel } from "../screen/panels.ts";
import { setSharing } from "../screen/sharing.ts";
import { useZoneChoice } from "../screen/time-zone.ts";
import { ToastRegion } from "../ui/toast.tsx";
import { AnnounceDialog } from "./announce-dialog.tsx";
import { MeetingLine } from "./meeting-line.tsx";

/** A Sunday. The incident was on Friday. */
const now = Date.UTC(2026, 10, 22, 9, 0);
const friday = Date.UTC(2026, 10, 20, 22, 52);

beforeEach(async () => {
  useZoneChoice.setState({ choice: "utc" });
  await page.viewport(1440, 900);
});
afterEach(() => {
  closePanel();
  setSharing(false);
  forgetKnownBoard(testSession().boardId);
  vi.restoreAllMocks();
});

async function show(room: TestRoom = {}) {
  const session = testSession({
    now: () => now,
    ...room,
    fill: (board) => {
      putCard(board, "timeline", "Errors", {
        fields: { kind: "impact_start", when: { at: friday, approx: false } },
      });
      room.fill?.(board);
    },
  });
  await render(
    <RoomForTests session={session}>
      <MeetingLine />
      <AnnounceDialog />
      <ToastRegion />
    </RoomForTests>,
  );
  return session;
}

const day = () => page.getByLabelText("Day");
const time = () => page.getByRole("textbox", { name: "Time" });
const text = () => page.getByText(/^Post-mortem: Checkout errors/);

test("[A12] the second working day is proposed, and set with a press", async () => {
  const session = await show();
  await expect.element(page.getByText("2 days since the incident")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Set a date" }));
  await expect.element(day()).toHaveValue("2026-11-24");
  await expect.element(time()).toHaveValue("14:00");
  await userEvent.click(page.getByRole("button", { name: "Set this date" }));
  expect(session.boardView.getState().facts.meetingAt).toBe(Date.UTC(2026, 10, 24, 14));
  await expect
    .poll(() => text().element().textContent)
    .toMatch(/When: Tuesday,? 24 November 2026, 14:00 \(UTC\)/);
  await userEvent.keyboard("{Escape}");
  await expect
    .element(page.getByText(/^Meeting Tue,? 24 November, 14:00 · 4 days after$/))
    .toBeVisible();
});

test("[A12] a late day is mentioned kindly and taken; a day in the past is not, and stays in the field", async () => {
  const session = await show();
  openPanel("announce");
  await userEvent.fill(day(), "2026-12-02");
  await expect.element(page.getByText(/more than a week after/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Set this date" }));
  expect(session.boardView.getState().facts.meetingAt).toBe(Date.UTC(2026, 11, 2, 14));
  await userEvent.fill(day(), "2026-11-20");
  await userEvent.click(page.getByRole("button", { name: "Move it there" }));
  await expect.element(page.getByText(/^That has passed already/)).toBeVisible();
  await expect.element(day()).toHaveValue("2026-11-20");
  expect(session.boardView.getState().facts.meetingAt).toBe(Date.UTC(2026, 11, 2, 14));
});

test("what another sets shows here, unless I am typing", async () => {
  const session = await show();
  openPanel("announce");
  setFact(session.board, "meetingAt", Date.UTC(2026, 10, 23, 10));
  await expect.element(day()).toHaveValue("2026-11-23");
  await userEvent.fill(time(), "11:30");
  setFact(session.board, "meetingAt", Date.UTC(2026, 10, 25, 10));
  await expect.element(time()).toHaveValue("11:30");
  await expect.element(day()).toHaveValue("2026-11-23");
});

test("[A13] the text is in the board's language and carries the link for participants, if this browser knows it", async () => {
  const session = await show({ language: "de" });
  openPanel("announce");
  await expect.poll(() => text().element().textContent).toMatch(/Alle sind willkommen/);
  await expect.element(page.getByText(/does not know the link for participants/)).toBeVisible();
  closePanel();
  rememberBoard({
    id: session.boardId,
    participantId: session.me,
    secrets: { participant: "p-secret" },
  });
  openPanel("announce");
  await expect.poll(() => text().element().textContent).toMatch(/\/b\/test-board#p-secret$/);
});

test("[A13] the calendar file has the date that was set", async () => {
  const created = vi.spyOn(URL, "createObjectURL").mockReturnValue("#");
  await show({ fill: (board) => setFact(board, "meetingAt", Date.UTC(2026, 10, 24, 14)) });
  openPanel("announce");
  await userEvent.click(page.getByRole("button", { name: "Calendar file" }));
  const [file] = created.mock.calls[0] ?? [];
  expect(file instanceof Blob && (await file.text())).toContain("DTSTART:20261124T140000Z");
});

test("without a date there is no calendar file, and the button says why", async () => {
  await show();
  openPanel("announce");
  await expect
    .element(page.getByRole("button", { name: "Calendar file" }))
    .toHaveAccessibleDescription("There is no date yet.");
});

test("on a shared screen the link is not drawn before a deliberate press", async () => {
  const session = await show();
  rememberBoard({
    id: session.boardId,
    participantId: session.me,
    secrets: { participant: "p-secret" },
  });
  setSharing(true);
  openPanel("announce");
  await expect.element(page.getByText("Hidden while others may see your screen")).toBeVisible();
  expect(document.body.textContent).not.toContain("p-secret");
  await userEvent.click(page.getByRole("button", { name: "Show anyway" }));
  await expect.poll(() => text().element().textContent).toMatch(/#p-secret$/);
});

test("whoever reads along can tell others, and sets no date", async () => {
  await show({ me: "ida" });
  await userEvent.click(page.getByRole("button", { name: "Announce it" }));
  await expect.element(text()).toBeVisible();
  expect(page.getByRole("button", { name: "Set this date" }).elements()).toEqual([]);
});
