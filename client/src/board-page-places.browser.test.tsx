// Coming to a card: by its link, and stepping through what is new since the last visit.
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { removeCard, type CardId } from "@secondstory/shared";
import { BoardFrame } from "./board-page.tsx";
import { loadEditor } from "./editor/load-editor.ts";
import { phaseViews } from "./phases/views.ts";
import { connect, putCard, RoomForTests, testSession, type TestSession } from "./room/testing.tsx";
import { arrived } from "./screen/arriving.ts";
import { useLook } from "./screen/look.ts";
import { closePanel } from "./screen/panels.ts";
import { closeSideList } from "./screen/side-lists.ts";
import { LiveRegion } from "./ui/live-region.tsx";
import { clearToasts, ToastRegion } from "./ui/toast.tsx";

beforeAll(async () => {
  await Promise.all([
    loadEditor(),
    import("./panels/panels.tsx"),
    import("./panels/since-bar.tsx"),
    import("./ui/popover-machinery.tsx"),
    import("./ui/toast-region.tsx"),
    ...Object.values(phaseViews).map((view) => view.preload()),
  ]);
});

beforeEach(async () => {
  await page.viewport(1440, 900);
  history.replaceState(null, "", location.pathname);
  useLook.setState({ lookingAt: undefined });
  arrived();
  closePanel();
  closeSideList();
  clearToasts();
  localStorage.clear();
});

const show = (session: TestSession) =>
  render(
    <RoomForTests session={session}>
      <BoardFrame onSeatLost={() => {}} />
      <ToastRegion />
      <LiveRegion />
    </RoomForTests>,
  );
const linkTo = (id: string) => history.replaceState(null, "", `${location.pathname}?at=${id}`);
const title = (name: string) => page.getByRole("heading", { level: 1, name });

test("[V3] a link opens the phase of its card, marks it and puts the focus on it; the meeting stays", async () => {
  let id: CardId | undefined;
  const session = testSession({
    phase: "check-in",
    fill: (board) => {
      putCard(board, "helped", "The alert fired within a minute");
      id = putCard(board, "knowledge", "Limits are per pod");
    },
  });
  await page.viewport(390, 844);
  linkTo(id ?? "");
  await show(session);
  const note = page.getByRole("button", { name: "Edit: Limits are per pod" });
  await expect.element(note).toHaveFocus();
  expect(document.querySelector("[data-arrived]")?.textContent).toContain("Limits are per pod");
  await expect
    .element(page.getByRole("tab", { name: /^Knowledge/ }))
    .toHaveAttribute("aria-selected", "true");
  expect(session.requests).toEqual([]);
  expect(session.controlView.getState().phase).toBe("check-in");
  expect(location.search).toBe("?phase=lessons");
});

test("[V3] an event opens where events are shown: before the meeting in Prepare, later in Timeline", async () => {
  for (const [phase, shown] of [
    ["prepare", "Prepare"],
    ["summary", "Timeline"],
  ] as const) {
    let id: CardId | undefined;
    const session = testSession({
      phase,
      fill: (board) => {
        id = putCard(board, "timeline", "The pager rings");
      },
    });
    useLook.setState({ lookingAt: undefined });
    linkTo(id ?? "");
    const screen = await show(session);
    await expect.element(title(shown)).toBeVisible();
    await expect.element(page.getByRole("group", { name: /The pager rings$/ })).toHaveFocus();
    await screen.unmount();
  }
});

test("[V3] a link to a removed card says so and shows what was removed; an unknown one says so, too", async () => {
  let id: CardId | undefined;
  const session = testSession({
    phase: "timeline",
    fill: (board) => {
      id = putCard(board, "timeline", "The pager rings");
      removeCard(board, id, 1);
    },
  });
  linkTo(id ?? "");
  const screen = await show(session);
  await expect
    .element(page.getByText(/^What this link leads to was removed/).first())
    .toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Show what was removed" }));
  await expect.element(page.getByRole("dialog", { name: "Removed" })).toBeVisible();
  expect(location.search).toBe("");
  await screen.unmount();
  closeSideList();
  linkTo("nobody");
  await show(testSession({ phase: "timeline" }));
  await expect
    .element(page.getByText(/is not on this board, or not any more/).first())
    .toBeVisible();
});

test("[V3] the link of an event is copied from its menu, by whoever reads along too", async () => {
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  let id: CardId | undefined;
  const session = testSession({
    me: "ida",
    phase: "timeline",
    fill: (board) => {
      id = putCard(board, "timeline", "The pager rings");
    },
  });
  await show(session);
  await userEvent.hover(page.getByText("The pager rings"));
  await userEvent.click(page.getByRole("button", { name: "More for this event" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Copy link" }));
  await expect.element(page.getByText(/^Link copied/).first()).toBeVisible();
  expect(copied).toHaveBeenCalledWith(`${location.origin}/b/test-board?at=${id}`);
  copied.mockRestore();
});

/** Somebody's browser as it was left some time ago. */
function leftAgo(ms: number): void {
  const key = Object.keys(localStorage).find((name) => name.startsWith("second-story:visit:"));
  const visit: { leftAt: number } = JSON.parse(localStorage.getItem(key ?? "") ?? "{}");
  localStorage.setItem(key ?? "", JSON.stringify({ ...visit, leftAt: visit.leftAt - ms }));
}

const hourMs = 3_600_000;
const bar = () => page.getByRole("region", { name: "New since your last visit" });
const pillOver = () => page.getByRole("group", { name: "Meeting is at Timeline" });
const told = () => bar().getByText("Since you were here: 1 event, 1 note");

test("[V2] who returns is told what others did, and steps through it; a first visit shows nothing", async () => {
  const noa = testSession({ me: "noa", phase: "timeline" });
  const first = testSession({ phase: "timeline" });
  connect(noa, first);
  putCard(noa.board, "timeline", "Before");
  const visit = await show(first);
  await expect.element(page.getByText("Before")).toBeVisible();
  putCard(noa.board, "timeline", "Before my eyes");
  await expect.element(page.getByText("Before my eyes")).toBeVisible();
  await expect.element(bar()).not.toBeInTheDocument();
  await visit.unmount();
  leftAgo(2 * hourMs);

  putCard(noa.board, "timeline", "While I was away");
  putCard(noa.board, "helped", "The runbook");
  const back = testSession({ phase: "timeline" });
  connect(noa, back);
  const other = testSession({ phase: "timeline" }); // another device of mine
  connect(noa, other);
  putCard(other.board, "timeline", "By me, elsewhere");
  back.privateDoc.clients.set(String(other.board.doc.clientID), true);
  const again = await show(back);
  await expect.element(told()).toBeVisible();
  await userEvent.keyboard("w");
  await expect.element(page.getByRole("group", { name: /While I was away$/ })).toHaveFocus();
  await userEvent.keyboard("w");
  await expect.element(page.getByRole("button", { name: "Edit: The runbook" })).toHaveFocus();
  await expect.element(title("Lessons")).toBeVisible();
  expect(back.requests).toEqual([]);
  await expect.element(pillOver()).toBeVisible(); // and it leaves the way free
  await userEvent.click(page.getByRole("button", { name: "The one before" }));
  await expect.element(title("Timeline")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "The one before" })).toHaveFocus();
  await expect.element(page.getByText(/1 of 2: While I was away$/)).toBeInTheDocument();

  putCard(noa.board, "timeline", "Live");
  await again.unmount(); // a reload: the same visit goes on, and what was live is no news
  const reloaded = await show(back);
  await expect.element(told()).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Dismiss" }));
  await expect.element(bar()).not.toBeInTheDocument();
  await reloaded.unmount();
  leftAgo(hourMs / 2);
  await show(back);
  await expect.element(title("Timeline")).toBeVisible();
  await expect.element(bar()).not.toBeInTheDocument();
});
