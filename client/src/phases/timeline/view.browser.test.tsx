// The walk through the events as people see it: whoever leads steps for all, everybody else looks where they like.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { decide, setStar, type Board, type CardId } from "@secondstory/shared";
import { loadEditor } from "../../editor/load-editor.ts";
import { Lead } from "../../frame/lead.tsx";
import { Arrival } from "../../panels/arrival.tsx";
import {
  putCard,
  RoomForTests,
  testSession,
  type TestRoom,
  type TestSession,
} from "../../room/testing.tsx";
import { useZoneChoice } from "../../screen/time-zone.ts";
import TimelineView from "./view.tsx";

beforeAll(loadEditor);
beforeEach(async () => {
  await page.viewport(1440, 900);
  useZoneChoice.setState({ choice: "utc" });
});

const words = ["Pager rings", "Somebody looks", "Rollback begins"];

/** A board of three events, with a server that decides what is asked. */
async function walking(room: TestRoom = {}) {
  const ids: CardId[] = [];
  const session: TestSession = testSession({
    phase: "timeline",
    fill: (board: Board) =>
      words.forEach((text, index) =>
        ids.push(
          putCard(board, "timeline", text, {
            fields: { when: { at: Date.UTC(2026, 2, 12, 10, index), approx: false } },
          }),
        ),
      ),
    ...room,
    onRequest: (request) => {
      decide(session.control, request, { participant: session.me, role: "facilitator" }, 100);
      return { ok: true, secret: undefined, link: undefined };
    },
  });
  const screen = await render(
    <RoomForTests session={session}>
      <TimelineView />
      <Lead isAlone={false} />
      <Arrival />
    </RoomForTests>,
  );
  const light = (index: number) => {
    const request = { type: "spotlight", item: ids[index] ?? null } as const;
    decide(session.control, request, { participant: session.me, role: "facilitator" }, 100);
  };
  const inFocus = () =>
    screen.container.querySelector("[data-in-focus]")?.getAttribute("aria-label") ?? "";
  const pane = () => screen.container.querySelector("aside")?.textContent ?? "";
  return { session, screen, ids, light, inFocus, pane };
}

test("[K1] [K6] the dock steps from event to event for everybody, with J and K as well", async () => {
  const { screen, inFocus, pane, ids, session } = await walking({ me: "noa" });
  await expect.element(screen.getByText("Nothing is in focus yet.")).toBeVisible();
  await screen.getByRole("button", { name: "Next event" }).click();
  await expect.poll(inFocus).toContain("Pager rings");
  await expect.poll(pane).toContain("event 1 of 3");
  await userEvent.keyboard("j");
  await expect.poll(inFocus).toContain("Somebody looks");
  await userEvent.keyboard("jk");
  await expect.poll(inFocus).toContain("Somebody looks");
  await expect.element(screen.getByText("3 of 3 seen together")).toBeVisible();
  expect(session.requests[1]).toMatchObject({ type: "spotlight", item: ids[1], from: ids[0] });
});

test("[K1] Space on an event puts it in focus, and past the last one the step leads to what was left out", async () => {
  const { screen, inFocus } = await walking({ me: "noa" });
  screen.container.querySelectorAll<HTMLElement>("[data-row]")[2]?.focus();
  await userEvent.keyboard(" ");
  await expect.poll(inFocus).toContain("Rollback begins");
  await expect.element(screen.getByText("1 of 3 seen together")).toBeVisible();
  await screen.getByRole("button", { name: "Next not seen yet" }).click();
  await expect.poll(inFocus).toContain("Pager rings");
  await userEvent.keyboard("u");
  await expect.poll(inFocus).toContain("Somebody looks");
  expect(screen.getByRole("button", { name: /^Next/ }).elements()).toEqual([]);
});

test("[K2] who takes part steps alone: J moves their own focus, and nothing is asked of the server", async () => {
  const { screen, session, light } = await walking();
  light(0);
  await userEvent.keyboard("j");
  await expect
    .poll(() => document.activeElement?.getAttribute("aria-label") ?? "")
    .toContain("Somebody looks");
  expect(session.requests).toEqual([]);
  expect(screen.getByRole("button", { name: "Next event" }).elements()).toEqual([]);
  expect(screen.getByText("You could ask").elements()).toEqual([]);
});

test("[K5] a star by key is on the board; a walk of the starred counts those alone", async () => {
  const { screen, session, ids, pane } = await walking({ me: "noa" });
  screen.container.querySelectorAll<HTMLElement>("[data-row]")[1]?.focus();
  await userEvent.keyboard("s");
  await expect.element(screen.getByRole("button", { name: /^Starred/ })).toBeInTheDocument();
  expect(session.boardView.getState().cards[ids[1] ?? ("" as CardId)]?.isStarred).toBe(true);
  await screen.getByRole("button", { name: "0 of 3 seen together" }).click();
  await screen.getByText("Walk the starred alone").click();
  await expect.element(screen.getByText("0 of 1 starred seen together").first()).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await screen.getByRole("button", { name: "Next event" }).click();
  await expect.poll(pane).toContain("event 1 of 1");
  setStar(session.board, ids[1] ?? ("" as CardId), false);
  await expect.element(screen.getByText("0 of 0 starred seen together")).toBeVisible();
});

test("[K7] whoever takes notes writes with N, line after line, to the event in which they began", async () => {
  const { screen, session, ids, light } = await walking();
  light(0);
  await screen.getByRole("button", { name: "Take notes" }).click();
  await userEvent.keyboard("n");
  const field = screen.getByRole("textbox", { name: "What was just said?" });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("Two phones were silent{Enter}");
  await expect.element(field).toHaveValue("");
  await userEvent.keyboard("The list was ol");
  light(1);
  await expect.element(screen.getByText(/Goes to 10:00 Pager rings/)).toBeVisible();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("d{Enter}");
  const { remarks, cards } = session.boardView.getState();
  const about = (index: number) =>
    (remarks[ids[index] ?? ("" as CardId)] ?? []).map((id) => cards[id]?.plain);
  expect([about(0), about(1)]).toEqual([["Two phones were silent", "The list was old"], []]);
});

test("[K10] the list follows the light while nobody types here; else a pill waits", async () => {
  const many = Array.from({ length: 40 }, (_, index) => index);
  const { screen, session, inFocus } = await walking({
    fill: (board) =>
      many.forEach((index) =>
        putCard(board, "timeline", `Event ${index}`, {
          fields: { when: { at: Date.UTC(2026, 2, 12, 10, index), approx: false } },
        }),
      ),
  });
  const { order } = session.boardView.getState();
  const light = (index: number) => {
    const request = { type: "spotlight", item: order.timeline[index] ?? null } as const;
    decide(session.control, request, { participant: session.me, role: "facilitator" }, 100);
  };
  const pill = screen.getByRole("button", { name: "Return" });
  light(30);
  await expect.poll(inFocus).toContain("Event 30");
  await expect.element(screen.getByText("Event 30").first()).toBeInViewport();
  expect(pill.elements()).toEqual([]);
  await screen.getByRole("button", { name: "Ask a question" }).click();
  await expect.element(screen.getByRole("textbox", { name: /like to know/ })).toHaveFocus();
  const before = window.scrollY;
  light(0);
  await expect.element(pill).toBeVisible();
  expect(window.scrollY).toBe(before);
  await pill.click();
  await expect.poll(() => pill.elements()).toEqual([]);
  await expect
    .poll(() => document.activeElement?.getAttribute("aria-label") ?? "")
    .toContain("Event 0");
});
