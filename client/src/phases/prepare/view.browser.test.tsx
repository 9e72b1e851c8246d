// Prepare: a board one click old asks for a title and offers its link; later it shows what is known.
import type { Board, EventKind } from "@secondstory/shared";
import { setFact } from "@secondstory/shared";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../../editor/load-editor.ts";
import { forgetKnownBoard, rememberBoard } from "../../room/known-boards.ts";
import type { Session } from "../../room/open-session.ts";
import { putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import { useZoneChoice } from "../../screen/time-zone.ts";
import "../../ui/theme.css";
import PrepareView from "./view.tsx";

const event = (board: Board, text: string, iso: string, kind: EventKind) =>
  putCard(board, "timeline", text, {
    fields: { when: { at: Date.parse(`${iso}:00Z`), approx: false }, kind },
  });

const show = (session: Session) =>
  render(
    <RoomForTests session={session}>
      <PrepareView />
    </RoomForTests>,
  );

const newBoard = { me: "noa", title: "" } as const;
const titleField = () => page.getByRole("textbox", { name: "Title of the post-mortem" });

beforeEach(async () => {
  await page.viewport(1280, 900);
  await loadEditor();
  useZoneChoice.setState({ choice: "utc" });
});

test("a new board has the caret in its title, and the server hears of it after a pause", async () => {
  const session = testSession(newBoard);
  await show(session);
  await expect.element(titleField()).toHaveFocus();
  await userEvent.keyboard("Checkout  errors{Enter}");
  await expect
    .poll(() => session.requests)
    .toEqual([expect.objectContaining({ type: "rename", title: "Checkout errors" })]);
  await expect.element(titleField()).toHaveValue("Checkout  errors");
});

test("a title is sent when the typing pauses, without leaving the field", async () => {
  const session = testSession(newBoard);
  await show(session);
  await userEvent.type(titleField(), "Night");
  expect(session.requests).toEqual([]);
  await expect
    .poll(() => session.requests)
    .toEqual([expect.objectContaining({ type: "rename", title: "Night" })]);
});

test("what others call the board does not overwrite what I am typing, and shows once I am done", async () => {
  const session = testSession(newBoard);
  const rename = (title: string) => {
    const { doc, meeting } = session.control;
    doc.transact(() => meeting.set("title", title));
  };
  await show(session);
  await userEvent.type(titleField(), "My words");
  rename("Their words");
  await expect.element(titleField()).toHaveValue("My words");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => session.requests.length).toBe(1);
  await userEvent.tab();
  rename("My words");
  await expect.element(titleField()).toHaveValue("My words");
  rename("Their last word");
  await expect.element(titleField()).toHaveValue("Their last word");
});

test("a title typed while the server is away is kept, and said to be", async () => {
  const session = testSession({
    ...newBoard,
    onRequest: () => ({ ok: false, code: "offline", message: "" }),
  });
  const screen = await show(session);
  await userEvent.type(titleField(), "Typed in a tunnel");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("Kept here until the server is back.")).toBeVisible();
  await screen.unmount();
  await show(session);
  await expect.element(titleField()).toHaveValue("Typed in a tunnel");
});

test("the example vanishes with the first real event, and the page stays while I am on it", async () => {
  const session = testSession(newBoard);
  await show(session);
  await expect.element(page.getByText(/^An example: pool size/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: /^Add event/ }));
  await userEvent.keyboard("9:59 Rollout starts{Enter}");
  await expect.element(page.getByRole("button", { name: "Edit: Rollout starts" })).toBeVisible();
  await expect.element(page.getByText(/^An example: pool size/)).not.toBeInTheDocument();
  await expect.element(titleField()).toBeVisible();
});

test("the page becomes the facts once something is there and no field of it has my caret", async () => {
  const session = testSession(newBoard);
  await show(session);
  await userEvent.type(titleField(), "Night");
  event(session.board, "Errors", "2026-03-12T10:01", "impact_start");
  await expect.element(page.getByRole("button", { name: "Edit: Errors" })).toBeVisible();
  await expect.element(titleField()).toHaveFocus();
  await userEvent.click(page.getByRole("button", { name: /^Add event/ }));
  await expect.element(page.getByRole("textbox", { name: "What happened?" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("heading", { name: "What we know" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: /^Add event/ })).toHaveFocus();
});

test("whoever reads along is asked for nothing, and told where there is nothing", async () => {
  const session = testSession({ me: "ida", title: "" });
  await show(session);
  await expect.element(page.getByRole("heading", { name: "What we know" })).toBeVisible();
  await expect.element(page.getByText("Nothing yet.").first()).toBeVisible();
  expect(page.getByRole("textbox").elements()).toEqual([]);
});

test("an empty text is as high as its question", async () => {
  await page.viewport(390, 844);
  await show(testSession({ fill: (board) => setFact(board, "severity", "sev1") }));
  const field = page.getByRole("textbox", { name: /^Impact on the people/ });
  await expect.element(field).toBeVisible();
  const { height } = field.element().getBoundingClientRect();
  expect(height).toBeGreaterThan(
    1.9 * Number.parseFloat(getComputedStyle(field.element()).lineHeight),
  );
});

test("the link is there to scan and to copy", async () => {
  const session = testSession(newBoard);
  rememberBoard({
    id: session.boardId,
    participantId: session.me,
    secrets: { facilitator: "f-secret", participant: "p-secret" },
  });
  await show(session);
  await expect
    .element(page.getByRole("img", { name: "QR code of the link for participants" }))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: /^Copy link/ })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "keep a copy" })).toBeVisible();
  forgetKnownBoard(session.boardId);
});

test("the marks are read from the events: known, contested or unknown", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "Errors", "2026-03-12T10:01", "impact_start");
      event(board, "Alert", "2026-03-12T10:02", "detected");
      event(board, "Call", "2026-03-12T10:09", "detected");
      event(board, "Confirmed", "2026-03-13T00:40", "resolved");
    },
  });
  await show(session);
  await expect.element(page.getByRole("button", { name: "Impact starts 10:01" })).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: "Detected 10:02 contested, also 10:09" }))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Resolved 00:40 13 Mar" })).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Mitigated unknown" }));
  await expect.element(page.getByRole("button", { name: "Kind: Mitigated" })).toBeVisible();
  await userEvent.keyboard("10:20{Enter}Error rate back to normal{Enter}");
  await expect.element(page.getByRole("button", { name: "Mitigated 10:20" })).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Impact starts 10:01" }));
  await expect.element(page.getByRole("group", { name: /Errors$/ })).toHaveFocus();
});

test("the severity is chosen, and taken back", async () => {
  const session = testSession({ fill: (board) => setFact(board, "severity", "sev1") });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Severity: SEV1" }));
  await userEvent.click(page.getByRole("menuitemradio", { name: "Near miss" }));
  expect(session.boardView.getState().facts.severity).toBe("near-miss");
  await userEvent.click(page.getByRole("button", { name: "Severity: Near miss" }));
  await userEvent.click(page.getByRole("menuitemradio", { name: "not said" }));
  expect(session.boardView.getState().facts.severity).toBeNull();
});

test("the facts are written where their questions stand", async () => {
  const session = testSession({ fill: (board) => setFact(board, "severity", "sev1") });
  await show(session);
  await userEvent.click(page.getByRole("textbox", { name: /^Detection/ }));
  await userEvent.keyboard("An alert, one minute later");
  const [paragraph] = session.boardView.getState().texts.detection;
  expect(JSON.stringify(paragraph)).toContain("An alert, one minute later");
});
