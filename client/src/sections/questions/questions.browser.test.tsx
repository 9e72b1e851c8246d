// Questions on events as people use them: put, answered by anyone, counted, and found again.
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Session } from "../../room/open-session.ts";
import { connect, putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import { hideQuestions } from "../../screen/shown-questions.ts";
import { useZoneChoice } from "../../screen/time-zone.ts";
import ToastRegion from "../../ui/toast-region.tsx";
import { EventList } from "../timeline/event-list.tsx";
import { useEventComposer } from "../timeline/use-event-composer.ts";
import { OpenQuestions } from "./open-questions.tsx";

beforeEach(() => {
  hideQuestions();
  useZoneChoice.getState().choose("utc");
});

function Timeline() {
  const composer = useEventComposer();
  return (
    <>
      <OpenQuestions />
      <EventList composer={composer} />
      <ToastRegion />
    </>
  );
}

const show = (session: Session) =>
  render(
    <RoomForTests session={session}>
      <Timeline />
    </RoomForTests>,
  );

function scene(me?: string) {
  const session = testSession(me === undefined ? {} : { me });
  const event = (text: string, time: string) =>
    putCard(session.board, "timeline", text, {
      fields: {
        when: { at: Date.parse(`2026-03-12T${time}:00Z`), approx: false },
        kind: "observation",
      },
    });
  return { session, paged: event("Paged", "10:02"), rolledBack: event("Rolled back", "10:12") };
}

const ask = (session: Session, about: string, text: string, to: string | null = null) =>
  putCard(session.board, "questions", text, { fields: { about, to } });
const openOnes = ({ boardView }: Session) => {
  const { questions, cards } = boardView.getState();
  return questions.open.map((id) => cards[id]?.plain);
};

test("[WQ6] a question is put on an event to a name, by keys alone, and counted there and above", async () => {
  const { session, paged } = scene();
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "More for this event" }).first());
  await userEvent.click(page.getByRole("menuitem", { name: "Ask a question" }));
  await expect
    .element(page.getByRole("textbox", { name: "What would you like to know?" }))
    .toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByRole("textbox", { name: "What would you like to know?" }))
    .toHaveAttribute("aria-invalid", "true");
  await userEvent.keyboard("Who was in the call?{Tab}Anna from support{Enter}");
  await expect
    .element(page.getByRole("button", { name: "1 question, 1 open", exact: true }))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "1 open question" })).toBeVisible();
  const { questions, cards } = session.boardView.getState();
  const id = questions.about[paged]?.[0];
  expect(id && cards[id]).toMatchObject({
    plain: "Who was in the call?",
    fields: { to: "Anna from support", about: paged },
  });
  await expect.element(page.getByText(/for Anna from support/)).toBeVisible();
});

test("[WQ6] Esc keeps what was begun; the field opens with it again", async () => {
  const { session } = scene();
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "More for this event" }).first());
  await userEvent.click(page.getByRole("menuitem", { name: "Ask a question" }));
  await userEvent.keyboard("Who was{Escape}");
  expect(openOnes(session)).toEqual([]);
  await userEvent.click(page.getByRole("button", { name: "More for this event" }).first());
  await userEvent.click(page.getByRole("menuitem", { name: "Ask a question" }));
  await expect
    .element(page.getByRole("textbox", { name: "What would you like to know?" }))
    .toHaveValue("Who was");
});

test("[WQ7] anyone answers, in writing or aloud; two answers at once both stand", async () => {
  const { session, paged } = scene();
  const other = testSession({ me: "noa" });
  const question = ask(session, paged, "Who was in the call?");
  const part = connect(session, other);
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "1 question, 1 open", exact: true }));
  await userEvent.click(page.getByRole("button", { name: "Answer", exact: true }));
  putCard(other.board, "answers", "Two engineers", { fields: { question } });
  await userEvent.keyboard("Support was{Enter}");
  await expect.element(page.getByText("Two engineers")).toBeVisible();
  await expect.element(page.getByText("Support was")).toBeVisible();
  expect(openOnes(other)).toEqual([]);
  await expect
    .element(page.getByRole("button", { name: "1 question, answered", exact: true }))
    .toBeVisible();
  part();
});

test("[WQ7] what was answered aloud is not open any more, and can be open again", async () => {
  const { session, paged } = scene();
  ask(session, paged, "Who was in the call?");
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "1 question, 1 open", exact: true }));
  await userEvent.click(page.getByRole("button", { name: "More for: Who was in the call?" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Answered aloud in the meeting" }));
  expect(openOnes(session)).toEqual([]);
  await userEvent.click(page.getByRole("button", { name: "More for: Who was in the call?" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Not answered aloud after all" }));
  expect(openOnes(session)).toEqual(["Who was in the call?"]);
});

test("[WQ8] the list of open questions leads to each event, can hold mine alone, and a step goes to the next", async () => {
  const { session, paged, rolledBack } = scene();
  ask(session, rolledBack, "Which options were there?", "robin ");
  ask(session, paged, "Who was in the call?", "Anna");
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "2 open questions" }));
  await expect.element(page.getByText("Who was in the call?")).toBeVisible();
  await userEvent.click(page.getByText("Only those for me"));
  await expect.element(page.getByText("Who was in the call?")).not.toBeInTheDocument();
  await userEvent.click(page.getByRole("button", { name: "Which options were there?" }));
  const panel = page.getByRole("region", { name: "Questions on this event" });
  await expect.element(panel.getByText("Which options were there?")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Go to the next open question" }));
  await expect.element(panel.getByText("Who was in the call?")).toBeVisible();
});

test("[WQ9] an observer reads questions and answers, and is told who writes", async () => {
  const { session, paged } = scene("ida");
  ask(session, paged, "Who was in the call?");
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "1 question, 1 open", exact: true }));
  await expect
    .element(page.getByRole("button", { name: "Answer", exact: true }))
    .toHaveAttribute("aria-disabled", "true");
  await userEvent.click(page.getByRole("button", { name: /^More for: Who was/ }));
  await expect.element(page.getByRole("menuitem")).toHaveTextContent("Copy link");
});
