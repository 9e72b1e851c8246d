// The list of events as people use it: added, changed and removed where it stands, always in the order of time.
import {
  readBoardState,
  type Board,
  type EventKind,
  type MeetingRequest,
} from "@secondstory/shared";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../../editor/load-editor.ts";
import type { Session } from "../../room/open-session.ts";
import { putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import { useZoneChoice } from "../../screen/time-zone.ts";
import "../../ui/theme.css";
import ToastRegion from "../../ui/toast-region.tsx";
import { AddEventButton } from "./add-event-button.tsx";
import { EventList } from "./event-list.tsx";
import { useEventComposer } from "./use-event-composer.ts";

const at = (iso: string) => Date.parse(`${iso}:00Z`);
const event = (board: Board, text: string, iso: string | null, kind: EventKind = "observation") =>
  putCard(board, "timeline", text, {
    fields: { when: iso === null ? null : { at: at(iso), approx: false }, kind },
  });

function Timeline() {
  const composer = useEventComposer();
  return (
    <>
      <AddEventButton composer={composer} />
      <EventList composer={composer} empty={<p>Nothing yet</p>} />
      <ToastRegion />
    </>
  );
}

const show = (session: Session & { readonly requests: MeetingRequest[] }) =>
  render(
    <RoomForTests session={session}>
      <Timeline />
    </RoomForTests>,
  );

const texts = (session: Session) => {
  const { cards, order } = session.boardView.getState();
  return order.timeline.map((id) => cards[id]?.plain);
};
const rowNames = () =>
  page
    .getByRole("group")
    .elements()
    .filter((element) => element.hasAttribute("data-row"))
    .map((element) => element.getAttribute("aria-label"));
const fieldsOf = (session: Session, index: number) => {
  const { cards, order } = session.boardView.getState();
  const id = order.timeline[index];
  const card = id && cards[id];
  return card && card.section === "timeline" ? card.fields : undefined;
};

beforeEach(async () => {
  await page.viewport(1280, 900);
  await loadEditor();
  useZoneChoice.setState({ choice: "utc" });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const line = () => page.getByRole("textbox", { name: "What happened?" });
const whenChip = () => page.getByRole("button", { name: /^When:/ });

test("[F6] events are added line by line without leaving the keyboard, and stand in the order of time", async () => {
  const session = testSession({ now: () => at("2026-03-12T12:00") });
  await show(session);
  await expect.element(page.getByText("Nothing yet")).toBeVisible();
  await userEvent.keyboard("e");
  await expect.element(line()).toHaveFocus();
  await userEvent.keyboard("10:20 Error rate back to normal{Enter}");
  await expect.element(line()).toHaveFocus();
  await expect.element(line()).toHaveValue("");
  await userEvent.keyboard("~9:59 Rollout starts{Enter}");
  await expect.element(line()).toHaveFocus();
  expect(texts(session)).toEqual(["Rollout starts", "Error rate back to normal"]);
  expect(fieldsOf(session, 0)?.when).toEqual({ at: at("2026-03-12T09:59"), approx: true });
  expect(fieldsOf(session, 1)?.when).toEqual({ at: at("2026-03-12T10:20"), approx: false });
  await expect
    .poll(rowNames)
    .toEqual([
      "~09:59, Observation: Rollout starts",
      "10:20, Observation: Error rate back to normal",
    ]);
  await expect.element(page.getByText("Nothing yet")).not.toBeInTheDocument();
});

test("[F2] a chip says day and zone before Enter", async () => {
  const session = testSession({ now: () => at("2026-03-12T02:03") });
  await show(session);
  await userEvent.keyboard("e");
  await expect.element(whenChip()).toHaveTextContent("no time yet");
  await userEvent.keyboard("23:50 The pager rings");
  await expect.element(whenChip()).toHaveTextContent("Wed 11 Mar 23:50 UTC");
  await userEvent.fill(line(), "23 users cannot pay");
  await expect.element(whenChip()).toHaveTextContent("no time yet");
  await userEvent.keyboard("{Enter}");
  expect(fieldsOf(session, 0)?.when).toBeNull();
});

test("[F3] a pasted night becomes events in one step, and one undo takes it back", async () => {
  const session = testSession({ now: () => at("2026-03-12T02:03") });
  await show(session);
  await userEvent.keyboard("e");
  await userEvent.fill(
    line(),
    "23:50 Pager\n23:58 On it\nlooks like the pool\n~0:10 Rollback\n0:40 All well",
  );
  await expect
    .element(page.getByText(/4 events · Wed 11 Mar 23:50 – Thu 12 Mar 00:40/))
    .toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(line()).toHaveFocus();
  expect(texts(session)).toEqual(["Pager", "On it\nlooks like the pool", "Rollback", "All well"]);
  await expect.element(page.getByText("4 events added.").first()).toBeVisible();
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(texts(session)).toEqual([]);
  await expect.element(line()).toHaveFocus();
});

test("[F5] more than fits at a time is said before Enter, and stays", async () => {
  const session = testSession({ now: () => at("2026-03-12T02:03") });
  await show(session);
  await userEvent.keyboard("e");
  const many = Array.from({ length: 501 }, () => "23:50 Pager").join("\n");
  await userEvent.fill(line(), many);
  await expect.element(page.getByText(/These are 501 events; 500 go at a time/)).toBeVisible();
  await userEvent.keyboard("{Enter}");
  expect(texts(session)).toEqual([]);
  await expect.element(line()).toHaveValue(many);
});

test("what stands in the composer is kept when it is closed, and comes back", async () => {
  const session = testSession();
  await show(session);
  await userEvent.click(page.getByRole("button", { name: /^Add event/ }).first());
  await userEvent.fill(page.getByRole("textbox", { name: "What happened?" }), "Somebody called");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: /^Add event/ })).toHaveFocus();
  expect(texts(session)).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByRole("textbox", { name: "What happened?" }))
    .toHaveValue("Somebody called");
});

test("[F6] by hand a time that cannot be read is said, nothing is lost, and the line takes it back", async () => {
  const session = testSession({ now: () => at("2026-03-12T12:00") });
  await show(session);
  await userEvent.keyboard("e10:20 Paged");
  await userEvent.click(whenChip());
  const time = page.getByRole("textbox", { name: "Time" });
  await expect.element(time).toHaveFocus();
  await expect.element(time).toHaveValue("10:20");
  await expect.element(line()).toHaveValue("Paged");
  await userEvent.fill(time, "25:00");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText(/A time looks like 14:05/)).toBeVisible();
  expect(texts(session)).toEqual([]);
  await userEvent.fill(time, "10:21");
  await userEvent.fill(page.getByLabelText("Day"), "2026-03-10");
  await userEvent.click(page.getByRole("button", { name: /^Read the time from the line/ }));
  await expect.element(line()).toHaveValue("2026-03-10 10:21 Paged");
  await userEvent.click(whenChip());
  await userEvent.clear(time);
  await userEvent.keyboard("{Enter}");
  expect(texts(session)).toEqual(["Paged"]);
  expect(fieldsOf(session, 0)?.when).toBeNull();
  await expect.element(page.getByRole("heading", { name: "No time yet" })).toBeVisible();
});

test("local time is shown, UTC is stored, and the zone is named", async () => {
  vi.spyOn(Temporal.Now, "timeZoneId").mockReturnValue("Europe/Berlin");
  useZoneChoice.setState({ choice: "mine" });
  const session = testSession({
    now: () => at("2026-03-29T12:00"),
    fill: (board) => void event(board, "Paged", "2026-03-28T23:30"),
  });
  await show(session);
  await expect.element(page.getByRole("heading", { name: /29 March 2026/ })).toBeVisible();
  await expect.element(page.getByText("00:30")).toBeVisible();
  await userEvent.keyboard("e02:30 Second night");
  await expect.element(whenChip()).toHaveTextContent("Sun 29 Mar 03:30 Europe/Berlin");
  await expect.element(page.getByText(/turned forward.*read as 03:30/)).toBeVisible();
  await userEvent.fill(line(), "2025-10-26 2:30 Another night");
  await userEvent.click(page.getByRole("radio", { name: "the second" }));
  await userEvent.click(line());
  await userEvent.keyboard("{Enter}");
  expect(fieldsOf(session, 0)?.when?.at).toBe(at("2025-10-26T01:30"));
});

test("time and kind are changed where they stand, and the event moves to its place", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "First", "2026-03-12T10:00");
      event(board, "Second", "2026-03-12T10:05");
    },
  });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Change the time: 10:00" }));
  await userEvent.fill(page.getByRole("textbox", { name: "Time" }), "~10:30");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => texts(session)).toEqual(["Second", "First"]);
  expect(fieldsOf(session, 1)?.when).toEqual({ at: at("2026-03-12T10:30"), approx: true });
  await userEvent.click(page.getByRole("button", { name: "Change the kind: Observation" }).first());
  await userEvent.click(page.getByRole("menuitemradio", { name: "Impact starts" }));
  expect(fieldsOf(session, 0)?.kind).toBe("impact_start");
  expect(session.boardView.getState().marks.impact_start?.at).toBe(at("2026-03-12T10:05"));
});

test("rows are one tab stop: arrows move, Enter edits the words, Esc comes back", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "First", "2026-03-12T10:00");
      event(board, "Second", "2026-03-12T10:05");
    },
  });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: /^Add event/ }));
  await userEvent.keyboard("{Escape}{Tab}");
  await expect.element(page.getByRole("group", { name: /First/ })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(page.getByRole("group", { name: /Second/ })).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(page.getByRole("button", { name: "Change the time: 10:05" })).toHaveFocus();
  await userEvent.keyboard("{Escape}{Enter}");
  await expect.element(page.getByRole("textbox", { name: "Event" })).toHaveFocus();
  await userEvent.keyboard(" thoughts{Escape}");
  await expect.poll(() => texts(session)).toEqual(["First", "Second thoughts"]);
  await expect.element(page.getByRole("button", { name: "Edit: Second thoughts" })).toHaveFocus();
});

test("a removed event can be put back in its place, and keeps the focus", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "First", "2026-03-12T10:00");
      event(board, "Second", "2026-03-12T10:05");
    },
  });
  await show(session);
  await userEvent.hover(page.getByRole("button", { name: "Edit: First" }));
  await userEvent.click(page.getByRole("button", { name: "More for this event" }).first());
  await userEvent.click(page.getByRole("menuitem", { name: "Remove event" }));
  expect(texts(session)).toEqual(["Second"]);
  await userEvent.click(page.getByRole("button", { name: "Put it back" }));
  await expect.poll(() => texts(session)).toEqual(["First", "Second"]);
  await expect.element(page.getByRole("button", { name: "Edit: First" })).toHaveFocus();
});

test("a quiet stretch asks what happened in between, and opens the composer there", async () => {
  const session = testSession({
    now: () => at("2026-03-20T12:00"),
    fill: (board) => {
      event(board, "Restores are running", "2018-10-22T00:41");
      event(board, "Several clusters are restored", "2018-10-22T06:51");
    },
  });
  await show(session);
  await expect.element(page.getByText(/6\s*h 10\s*min without an entry/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "What happened in between?" }));
  await userEvent.keyboard("03:00 Shift change");
  await expect.element(whenChip()).toHaveTextContent("Mon 22 Oct 2018 03:00 UTC");
  await userEvent.keyboard("{Enter}");
  await expect.element(line()).toHaveFocus();
  expect(texts(session)).toEqual([
    "Restores are running",
    "Shift change",
    "Several clusters are restored",
  ]);
});

test("two accounts of one mark are both shown, as contested", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "Alert", "2026-03-12T10:02", "detected");
      event(board, "A customer called", "2026-03-12T10:09", "detected");
    },
  });
  await show(session);
  expect(page.getByText("contested, 2 accounts").elements()).toHaveLength(2);
});

test("whoever reads along sees everything and changes nothing, and is told why", async () => {
  const session = testSession({
    me: "ida",
    fill: (board) => void event(board, "Paged", "2026-03-12T10:02"),
  });
  await show(session);
  await expect.element(page.getByText("Paged")).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: /^Add event/ }))
    .toHaveAccessibleDescription(/facilitator can let you write/);
  await userEvent.click(page.getByRole("button", { name: "Change the time: 10:02" }), {
    force: true,
  });
  expect(page.getByRole("textbox").elements()).toHaveLength(0);
});

test("a keystroke in one event draws that event alone", async () => {
  const session = testSession({
    fill: (board) => {
      event(board, "First", "2026-03-12T10:00");
      event(board, "Second", "2026-03-12T10:05");
    },
  });
  const screen = await show(session);
  const list = screen.container.querySelector("ol");
  const changed = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest(
        "[data-row]",
      );
      changed.add(row?.getAttribute("aria-label") ?? "outside");
    }
  });
  await userEvent.click(page.getByRole("button", { name: "Edit: Second" }));
  await expect.element(page.getByRole("textbox", { name: "Event" })).toHaveFocus();
  if (list) observer.observe(list, { subtree: true, childList: true, characterData: true });
  await userEvent.keyboard("!");
  await expect.poll(() => texts(session)).toEqual(["First", "Second!"]);
  observer.disconnect();
  expect([...changed].every((name) => name.includes("Second"))).toBe(true);
  expect(readBoardState(session.board)).toEqual(session.boardView.getState());
});
