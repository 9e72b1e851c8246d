// The agenda as people see it: set before the meeting and while it runs, and told quietly when it is late.
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Plan, Run } from "@secondstory/shared";
import { Questions } from "../panels/questions.tsx";
import { putCard, RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { closePanel, openPanel } from "../screen/panels.ts";
import { AgendaDialog } from "./agenda-dialog.tsx";
import { EndingDialog } from "./ending-dialog.tsx";
import { EndingLine } from "./ending-line.tsx";
import RestBar from "./rest-bar.tsx";
import { StandingInDock } from "./standing-in-dock.tsx";

const minute = 60_000;
/** The server's clock. */
const at = Date.UTC(2026, 10, 23, 14, 0);

beforeEach(async () => {
  closePanel();
  await page.viewport(1440, 900);
});

async function show(plan: Partial<Plan> = {}, room: TestRoom = {}) {
  const session = testSession({ me: "noa", phase: "lessons", now: () => at, ...room });
  session.control.doc.transact(() => {
    for (const [key, value] of Object.entries(plan)) session.control.plan.set(key, value);
  });
  await render(
    <RoomForTests session={session}>
      <StandingInDock />
      <EndingLine />
      <RestBar />
      <AgendaDialog />
      <EndingDialog />
      <Questions />
    </RoomForTests>,
  );
  return session;
}

/** A meeting that has been at its phase since now, and is to end in so many minutes. */
const endingIn = (minutes: number): Run => ({
  startedAt: at - 40 * minute,
  endsAt: at + minutes * minute,
  since: at,
  spentMs: { timeline: 30 * minute },
});

const agenda = () => page.getByRole("dialog", { name: "Agenda" });

test("[MN1] a length and minutes are one request, which holds only what differs", async () => {
  const session = await show();
  openPanel("agenda");
  await userEvent.click(agenda().getByText("90 minutes"));
  await expect.element(agenda().getByText("90 minutes in all.")).toBeVisible();
  await userEvent.fill(agenda().getByLabelText("Minutes for Timeline"), "30");
  await expect.element(agenda().getByText("78 minutes in all.")).toBeVisible();
  await userEvent.click(agenda().getByRole("button", { name: "Keep this agenda" }));
  expect(session.requests).toEqual([{ type: "setAgenda", length: 90, minutes: { timeline: 30 } }]);
  await expect.element(agenda()).not.toBeInTheDocument();
});

test("minutes that cannot be are said to be wrong, and kept in the field", async () => {
  const session = await show();
  openPanel("agenda");
  const field = agenda().getByLabelText("Minutes for Actions");
  await userEvent.fill(field, "many");
  await userEvent.keyboard("{Enter}");
  await expect
    .element(
      agenda()
        .getByRole("alert")
        .getByText(/whole minutes/),
    )
    .toBeVisible();
  await expect.element(field).toHaveValue("many");
  expect(session.requests).toEqual([]);
});

test("[MN2] a phase is left out by its tick; where the meeting is, and check-out, say why not", async () => {
  const session = await show();
  openPanel("agenda");
  const tick = (name: string) => agenda().getByRole("checkbox", { name, exact: true });
  await expect.element(tick("Lessons")).toHaveAccessibleDescription("The meeting is here.");
  await expect.element(tick("Check-out")).toHaveAccessibleDescription(/Two minutes are enough/);
  await userEvent.click(tick("Summary"), { force: true });
  await expect.element(agenda().getByText("left out")).toBeVisible();
  await userEvent.click(agenda().getByRole("button", { name: "Keep this agenda" }));
  expect(session.requests).toEqual([{ type: "setAgenda", skipped: ["summary"] }]);
});

test("[MN5] while it runs, the end stays, or follows if one says so", async () => {
  const session = await show({ run: endingIn(20) }); // 11 + 8 + 3 to come
  openPanel("agenda");
  await userEvent.click(agenda().getByRole("checkbox", { name: /^Let the end be/ }), {
    force: true,
  });
  await userEvent.click(agenda().getByRole("button", { name: "Keep this agenda" }));
  expect(session.requests).toEqual([{ type: "setAgenda", moveEnd: true }]);
});

test("who takes part reads the agenda, and learns who sets it", async () => {
  await show({ run: endingIn(20), skipped: ["summary"] }, { me: "robin" });
  await userEvent.click(page.getByRole("button", { name: "2 minutes behind" }));
  await expect.element(agenda().getByText("A facilitator sets the agenda.")).toBeVisible();
  await expect.element(agenda().getByText("left out")).toBeVisible();
  await expect.element(agenda().getByRole("textbox")).not.toBeInTheDocument();
});

test.for([
  [20, "2 minutes behind"],
  [21, "1 minute behind"],
  [25, "3 minutes ahead"],
] as const)("[MN4] %i minutes before its end the meeting is %s", async ([left, words]) => {
  await show({ run: endingIn(left) }, { me: "robin" });
  await expect.element(page.getByRole("button", { name: words })).toBeVisible();
});

test("[MN4] in time, and before it has begun, it says nothing", async () => {
  await show({ run: endingIn(22) });
  expect(page.getByText(/behind|ahead|on time/).elements()).toEqual([]);
});

test("[MN6] [MN7] near the end three ways are offered; the rest is divided with two minutes for check-out", async () => {
  const session = await show({ run: endingIn(9) });
  await expect.element(page.getByText("The meeting is to end in 9 minutes.")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "How do we end?" }));
  await expect.element(page.getByText(/Lessons 4 · Actions 3 · Check-out 2$/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Divide it so" }));
  expect(session.requests).toEqual([
    { type: "setAgenda", minutes: { lessons: 4, actions: 3, "check-out": 2 } },
  ]);
});

test("[MN6] whoever knows is not told again before there is another end", async () => {
  const session = await show({ run: endingIn(9) });
  await userEvent.click(page.getByRole("button", { name: "I know" }));
  const told = page.getByRole("group", { name: "The end of the meeting" });
  await expect.element(told).not.toBeInTheDocument();
  session.control.plan.set("run", endingIn(8));
  await expect.element(told).toBeVisible();
});

test("[MN8] parts are left to a day, each with a name, and everybody reads it", async () => {
  const session = await show({ run: endingIn(5) });
  openPanel("ending");
  await userEvent.click(page.getByRole("button", { name: "Choose parts and names" }));
  await userEvent.fill(page.getByLabelText("Who finishes Lessons"), "Lena");
  await userEvent.fill(page.getByLabelText("Until"), "2026-11-20");
  const keep = page.getByRole("button", { name: /^Finish it by/ });
  await userEvent.click(keep);
  await expect.element(page.getByText(/Choose a later day\.$/)).toBeVisible();
  await userEvent.fill(page.getByLabelText("Until"), "2026-11-26");
  await userEvent.click(keep);
  expect(session.requests).toEqual([
    {
      type: "finishLater",
      due: "2026-11-26",
      parts: [
        { phase: "lessons", owner: "Lena" },
        { phase: "actions", owner: null },
      ],
    },
    { type: "goTo", phase: "check-out", from: "lessons" },
  ]);
  session.control.plan.set("rest", { ...session.requests[0], kind: "by-day", by: "noa", at });
  const bar = page.getByRole("region", { name: "How the rest goes on" });
  await expect
    .element(
      bar.getByText(/^To be finished by Thu 26 November: Lessons Lena · Actions nobody yet$/),
    )
    .toBeVisible();
});

test("[MN9] a second date is the board's date, and the meeting goes on from the bar", async () => {
  const session = await show({ run: endingIn(5) });
  openPanel("ending");
  await userEvent.click(page.getByRole("button", { name: "Choose a date" }));
  await userEvent.click(page.getByRole("button", { name: "Meet again then" }));
  expect(session.requests[0]).toEqual({ type: "meetAgain", phase: "lessons" });
  expect(session.boardView.getState().facts.meetingAt).toBeGreaterThan(at);
  session.control.plan.set("rest", { kind: "second-date", phase: "lessons", by: "noa", at });
  await expect.element(page.getByText(/We stopped at Lessons and go on there/)).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Go on now" }));
  expect(session.requests.at(-1)).toEqual({ type: "goOn" });
});

test("[MN12] sealing tells what is unfinished and asks for a check-out that was not held", async () => {
  const session = await show(
    {},
    {
      fill: (board) => {
        putCard(board, "timeline", "Pool exhausted");
        putCard(board, "helped", "The alert fired within a minute");
        putCard(board, "questions", "Why did the canary stay green?");
        putCard(board, "actions", "Reject small pools");
        putCard(board, "actions", "One dashboard", { fields: { owner: "Tom" } });
      },
    },
  );
  openPanel("seal");
  const dialog = page.getByRole("dialog", { name: "Seal the report without a check-out?" });
  await expect.element(dialog.getByText(/^1 open question/)).toBeVisible();
  await expect.element(dialog.getByText(/^2 events and notes not seen together/)).toBeVisible();
  await expect.element(dialog.getByText(/^1 action without a name/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "On to the check-out" }));
  expect(session.requests).toEqual([{ type: "goTo", phase: "check-out", from: "lessons" }]);
  openPanel("seal");
  await userEvent.click(page.getByRole("button", { name: "Seal without it" }));
  expect(session.requests.at(-1)).toEqual({ type: "seal" });
});
