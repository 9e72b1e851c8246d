// Actions: each has one person who sees to it, or is visibly unfinished; what is not done is a result as well.
import type { Board } from "@secondstory/shared";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../../editor/load-editor.ts";
import type { Session } from "../../room/open-session.ts";
import { putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import "../../ui/theme.css";
import ActionsView from "./view.tsx";

const show = (session: Session) =>
  render(
    <RoomForTests session={session}>
      <ActionsView />
    </RoomForTests>,
  );
const texts = (session: Session, section: "actions" | "declined" | "parking") => {
  const { cards, order } = session.boardView.getState();
  return order[section].map((id) => cards[id]?.plain);
};
const fieldsOf = (session: Session) => {
  const { cards, order } = session.boardView.getState();
  const id = order.actions[0];
  const card = id && cards[id];
  return card && card.section === "actions" ? card.fields : undefined;
};
const one = (board: Board) => void putCard(board, "actions", "Reject pool sizes below 50");

beforeEach(async () => {
  await page.viewport(1280, 900);
  await loadEditor();
});

test("actions are written one after the other by key", async () => {
  const session = testSession();
  await show(session);
  await userEvent.keyboard("a");
  await userEvent.keyboard("Measure the cost of every rule{Enter}Automate status updates{Enter}");
  expect(texts(session, "actions")).toEqual([
    "Measure the cost of every rule",
    "Automate status updates",
  ]);
});

test("an action without an owner is visibly unfinished; its owner is any name, or one of the roster", async () => {
  const session = testSession({ fill: one });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Who sees to it: no owner yet" }));
  await expect.element(page.getByRole("combobox", { name: "Who sees to it" })).toHaveFocus();
  await userEvent.keyboard("Rob");
  await userEvent.click(page.getByRole("option", { name: "Robin" }));
  expect(fieldsOf(session)?.owner).toBe("Robin");
  await userEvent.click(page.getByRole("button", { name: "Who sees to it: Robin" }));
  await userEvent.clear(page.getByRole("combobox", { name: "Who sees to it" }));
  await userEvent.keyboard("Somebody from support{Enter}");
  expect(fieldsOf(session)?.owner).toBe("Somebody from support");
  await expect
    .element(page.getByRole("button", { name: "Who sees to it: Somebody from support" }))
    .toHaveFocus();
});

test("Esc leaves the owner as it was", async () => {
  const session = testSession({ fill: one });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Who sees to it: no owner yet" }));
  await userEvent.keyboard("Nobody{Escape}");
  await expect
    .element(page.getByRole("button", { name: "Who sees to it: no owner yet" }))
    .toHaveFocus();
  expect(fieldsOf(session)?.owner).toBeNull();
});

test("due day, kind, strength and done are set where they stand", async () => {
  const session = testSession({ fill: one, now: () => Date.parse("2026-03-16T12:00:00Z") });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Due: no date" }));
  await userEvent.fill(page.getByLabelText("Due", { exact: true }).last(), "2026-04-02");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "Due: 2 Apr" })).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Kind of action: no kind" }));
  await userEvent.click(page.getByRole("menuitemradio", { name: "prevent" }));
  await userEvent.click(page.getByRole("button", { name: "Strength: no strength" }));
  await userEvent.click(page.getByRole("menuitemradio", { name: "strong" }));
  await userEvent.click(page.getByRole("checkbox", { name: "Done: Reject pool sizes below 50" }), {
    force: true, // its own square is drawn above the hidden box
  });
  expect(fieldsOf(session)).toEqual({
    owner: null,
    due: "2026-04-02",
    done: true,
    type: "prevent",
    strength: "strong",
  });
});

test("an action moves to what is decided against, and back", async () => {
  const session = testSession({ fill: one });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "More for: Reject pool sizes below 50" }));
  await userEvent.click(page.getByRole("menuitem", { name: "We do not do this" }));
  expect(texts(session, "actions")).toEqual([]);
  expect(texts(session, "declined")).toEqual(["Reject pool sizes below 50"]);
  await userEvent.click(page.getByRole("button", { name: "More: Reject pool sizes below 50" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Actions" }));
  expect(texts(session, "actions")).toEqual(["Reject pool sizes below 50"]);
});

test("no actions is a result too, and its reason is asked for", async () => {
  const session = testSession();
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "we leave it as it is, because …" }));
  await userEvent.keyboard("it goes well 99 times in 100{Enter}");
  expect(texts(session, "declined")).toEqual(["it goes well 99 times in 100"]);
});

test("a parked idea becomes an action", async () => {
  const session = testSession({
    fill: (board) =>
      void putCard(board, "parking", "Approve every release", { fields: { parkedIn: "timeline" } }),
  });
  await show(session);
  await expect.element(page.getByText("1 parked idea waits")).toBeVisible();
  await expect.element(page.getByText("parked in Timeline")).toBeVisible();
  await userEvent.click(
    page.getByRole("button", { name: "Make it an action: Approve every release" }),
  );
  expect(texts(session, "actions")).toEqual(["Approve every release"]);
  expect(texts(session, "parking")).toEqual([]);
});

test("a removed action can be put back", async () => {
  const session = testSession({ fill: one });
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "More for: Reject pool sizes below 50" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Remove action" }));
  expect(texts(session, "actions")).toEqual([]);
  await userEvent.click(page.getByRole("button", { name: "Put it back" }));
  await expect.poll(() => texts(session, "actions")).toEqual(["Reject pool sizes below 50"]);
});

test("a long German word wraps on a phone, and nothing is wider than the screen", async () => {
  await page.viewport(360, 800);
  const session = testSession({
    fill: (board) =>
      void putCard(board, "actions", "Datenbankwiederherstellungsreihenfolge festlegen", {
        fields: { owner: "Maximiliane-Donaudampfschifffahrt", strength: "intermediate" },
      }),
  });
  await show(session);
  await expect.element(page.getByRole("checkbox")).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test("whoever reads along sees the actions and cannot change them", async () => {
  const session = testSession({ me: "ida", fill: one });
  await show(session);
  await expect.element(page.getByText("Reject pool sizes below 50")).toBeVisible();
  expect(page.getByRole("textbox").elements()).toHaveLength(0);
  await expect
    .element(page.getByRole("button", { name: "Who sees to it: no owner yet" }))
    .toHaveAttribute("aria-disabled", "true");
});
