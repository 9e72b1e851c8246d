// The frame of a board: looking and leading, what is said about saving, and who may do what.
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { PhaseId, Role } from "@secondstory/shared";
import { BoardFrame } from "./board-page.tsx";
import { loadEditor } from "./editor/load-editor.ts";
import { phaseViews } from "./phases/views.ts";
import { rememberBoard } from "./room/known-boards.ts";
import {
  participantId,
  putCard,
  RoomForTests,
  testSession,
  type TestRoom,
  type TestSession,
} from "./room/testing.tsx";
import { useLook } from "./screen/look.ts";
import { closePanel } from "./screen/panels.ts";
import { LiveRegion } from "./ui/live-region.tsx";
import { clearToasts, ToastRegion } from "./ui/toast.tsx";

beforeAll(async () => {
  await Promise.all([
    loadEditor(),
    import("./panels/panels.tsx"),
    import("./panels/person-details.tsx"),
    import("./ui/popover-machinery.tsx"),
    import("./ui/toast-region.tsx"),
    ...Object.values(phaseViews).map((view) => view.preload()),
  ]);
});

beforeEach(async () => {
  await page.viewport(1440, 900);
  useLook.setState({ lookingAt: undefined });
  closePanel();
  clearToasts();
  localStorage.clear();
});

async function openAs(role: Role, room: TestRoom = {}): Promise<TestSession> {
  const me = { facilitator: "noa", participant: "robin", observer: "ida" }[role];
  const session = testSession({ me, phase: "timeline", ...room });
  await render(
    <RoomForTests session={session}>
      <BoardFrame onSeatLost={() => {}} />
      <ToastRegion />
      <LiveRegion />
    </RoomForTests>,
  );
  return session;
}

/** What the server does when somebody moves the meeting. */
function moveMeeting({ control }: TestSession, phase: PhaseId, by = "noa"): void {
  control.doc.transact(() => {
    control.meeting.set("lastMove", { by, from: control.meeting.get("phase") });
    control.meeting.set("phase", phase);
  });
}

const title = (name: string) => page.getByRole("heading", { level: 1, name });
const pill = page.getByRole("button", { name: "Join" });

test("the page turns with the meeting, the focus goes to its title, and a voice says so", async () => {
  const session = await openAs("participant");
  await expect.element(title("Timeline")).toBeVisible();
  moveMeeting(session, "summary");
  await expect.element(title("Summary")).toHaveFocus();
  await expect.element(page.getByText("The meeting is at Summary.")).toBeInTheDocument();
  await expect.element(pill).not.toBeInTheDocument();
});

test("whoever is writing stays, and is offered to join", async () => {
  const session = await openAs("participant", { phase: "summary" });
  const summary = page.getByRole("textbox", { name: "Summary" });
  await summary.click();
  await userEvent.keyboard("Both coasts held writes");
  moveMeeting(session, "lessons");
  await expect.element(page.getByRole("group", { name: "Meeting is at Lessons" })).toBeVisible();
  await userEvent.keyboard(" the other lacked");
  await expect.element(summary).toHaveTextContent("Both coasts held writes the other lacked");
  await pill.click();
  await expect.element(title("Lessons")).toHaveFocus();
});

test("[L11] whoever was left behind is with the meeting again when it comes back to them, over any number of phases", async () => {
  const session = await openAs("participant", { phase: "summary" });
  const summary = page.getByRole("textbox", { name: "Summary" });
  await summary.click();
  await userEvent.keyboard("Both coasts");
  moveMeeting(session, "actions");
  await expect.element(page.getByRole("group", { name: "Meeting is at Actions" })).toBeVisible();
  moveMeeting(session, "summary");
  await expect.element(pill).not.toBeInTheDocument();
  await expect.element(summary).toHaveFocus();
  await userEvent.keyboard(" held writes");
  await expect.element(summary).toHaveTextContent("Both coasts held writes");
  await userEvent.click(title("Summary"));
  moveMeeting(session, "prepare");
  await expect.element(title("Prepare")).toHaveFocus();
  await expect.element(page.getByText(/moved the meeting back to Prepare/).first()).toBeVisible();
});

test("a look is mine: it stays where I look, asks the server for nothing, and Esc closes the pill", async () => {
  const session = await openAs("facilitator");
  await page.getByRole("link", { name: "Actions" }).click();
  await expect.element(title("Actions")).toBeVisible();
  await expect.element(page.getByRole("group", { name: "Meeting is at Timeline" })).toBeVisible();
  expect(session.requests).toEqual([]);
  moveMeeting(session, "summary", "robin");
  await expect.element(page.getByRole("group", { name: "Meeting is at Summary" })).toBeVisible();
  await expect.element(title("Actions")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(pill).not.toBeInTheDocument();
});

test("a facilitator moves the meeting from the phase on the screen of the dock", async () => {
  const session = await openAs("facilitator");
  await page.getByRole("button", { name: "Move the meeting on to Summary" }).click();
  await page.getByRole("button", { name: "Move the meeting back to Check-in" }).click();
  expect(session.requests).toEqual([
    { type: "advance", from: "timeline" },
    { type: "back", from: "timeline" },
  ]);
});

test("a step back by somebody else is said, with what becomes of the rest", async () => {
  const session = await openAs("participant");
  moveMeeting(session, "check-in");
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
});

test("participants cannot lead, observers are told that they read along", async () => {
  await openAs("participant");
  await expect.element(page.getByRole("button", { name: "Park an idea" })).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: /the meeting on/ }))
    .not.toBeInTheDocument();
});

test("an observer reads along and has nothing to write with in the frame", async () => {
  await openAs("observer");
  await expect
    .element(page.getByRole("region", { name: "Meeting" }).getByText("Reading along"))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Park an idea" })).not.toBeInTheDocument();
});

test("offline, the pill counts what is kept here and names it, and leading says what it needs", async () => {
  const session = await openAs("facilitator", {
    fill: (board) => putCard(board, "parking", "Alert on pool size"),
  });
  const [card] = session.boardView.getState().order.parking;
  const lastContactAt = Date.now() - 120_000;
  session.connection.set({
    ...session.connection.get(),
    isOnline: false,
    lastContactAt,
    pending: [
      { kind: "card", target: card ?? "", at: 0 },
      { kind: "text", target: "summary", at: 0 },
    ],
  });
  await page.getByRole("button", { name: /Offline – 2 changes kept here/ }).click();
  const popover = page.getByRole("dialog", { name: "You are offline" });
  await expect.element(popover.getByText("Parked ideas: “Alert on pool size”")).toBeVisible();
  await expect.element(popover.getByText("Summary", { exact: true })).toBeVisible();
  await expect.element(popover.getByText(/Last contact .*, 2 minutes ago\./)).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect
    .element(page.getByRole("button", { name: "Move the meeting on to Summary" }))
    .toHaveAccessibleDescription("This needs the connection: the server decides it.");
});

test("links are copied whole and shown without their secret; handing over is a step of its own", async () => {
  const session = testSession({ me: "noa" });
  rememberBoard({
    id: session.boardId,
    participantId: participantId("noa"),
    secrets: { facilitator: "lead-secret", participant: "part-secret", observer: "read-secret" },
  });
  await openAs("facilitator");
  const written: string[] = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => {
    written.push(text);
    return Promise.resolve();
  });
  await page.getByRole("banner").getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await dialog.getByRole("radio", { name: "Read only" }).click();
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await dialog.getByRole("button", { name: "Hand over …" }).click();
  await expect.element(dialog.getByText(/Whoever opens this link leads/)).toBeVisible();
  await dialog.getByRole("button", { name: "Copy link" }).click();
  expect(written).toEqual(
    ["part-secret", "read-secret", "lead-secret"].map(
      (secret) => `${location.origin}/b/test-board#${secret}`,
    ),
  );
  expect(document.body.textContent).not.toMatch(/(part|read|lead)-secret/);
  vi.restoreAllMocks();
});

test("the title is renamed in place: Enter keeps it, Esc does not", async () => {
  const session = await openAs("participant", { title: "Checkout" });
  await page.getByRole("button", { name: "Rename “Checkout”" }).click();
  await userEvent.keyboard("Checkout errors{Enter}");
  expect(session.requests).toEqual([{ type: "rename", title: "Checkout errors" }]);
  await page.getByRole("button", { name: "Rename “Checkout”" }).click();
  await userEvent.keyboard("Something else{Escape}");
  expect(session.requests).toHaveLength(1);
});

test("sealing asks first, and a sealed report offers reopening", async () => {
  const session = await openAs("facilitator", { phase: "check-out" });
  await page.getByRole("button", { name: "Seal the report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Seal the report" }).click();
  expect(session.requests).toEqual([{ type: "seal" }]);
  session.control.meeting.set("seal", { at: 1, by: "noa" });
  await expect.element(page.getByRole("button", { name: "Reopen the report" })).toBeVisible();
  await expect
    .element(page.getByText("Sealed. A facilitator can reopen it.").first())
    .toBeVisible();
});

test("roles are changed and people removed where their names are", async () => {
  const session = await openAs("facilitator");
  await page
    .getByRole("list", { name: "People in the meeting" })
    .getByRole("button", { name: /Robin/ })
    .click();
  const sheet = page.getByRole("dialog", { name: "Robin" });
  await sheet.getByRole("button", { name: "Lead together" }).click();
  await sheet.getByRole("button", { name: "Remove from the board …" }).click();
  await sheet.getByRole("button", { name: "Remove Robin" }).click();
  expect(session.requests).toEqual([
    { type: "setRole", participant: "robin", role: "facilitator" },
    { type: "remove", participant: "robin", switchOffLinks: false },
  ]);
});

test("G and a letter look at a phase, G twice goes back to the meeting", async () => {
  await openAs("participant");
  await expect.element(title("Timeline")).toBeVisible();
  await userEvent.keyboard("gl");
  await expect.element(title("Lessons")).toBeVisible();
  await userEvent.keyboard("gp"); // P alone would open the parked ideas
  await expect
    .element(page.getByRole("link", { name: "Prepare" }))
    .toHaveAttribute("aria-current", "page");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await userEvent.keyboard("gg");
  await expect.element(title("Timeline")).toBeVisible();
  await userEvent.keyboard("glga"); // as fast as hands are
  await expect.element(title("Actions")).toBeVisible();
});

test("a session that has ended for good says why and what is kept", async () => {
  const session = await openAs("participant");
  session.connection.set({ ...session.connection.get(), isOnline: false, ending: "no-seat" });
  const dialog = page.getByRole("alertdialog");
  await expect.element(dialog.getByText(/What you wrote is kept in this browser/)).toBeVisible();
  await expect.element(dialog.getByRole("button", { name: "Join again" })).toBeVisible();
});
