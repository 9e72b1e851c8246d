import { noteBegun } from "@secondstory/shared";
import { beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../editor/load-editor.ts";
import SummaryView from "../phases/summary/view.tsx";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";

beforeAll(loadEditor);

async function summary(text: string, isMine = true) {
  const session = testSession({ phase: "summary" });
  const id = putCard(session.board, "factors", text);
  if (isMine) noteBegun(session.privateDoc, id, 1);
  const screen = await render(
    <RoomForTests session={session}>
      <SummaryView />
    </RoomForTests>,
  );
  return {
    session,
    screen,
    question: screen.getByRole("group", { name: "A question, only you see it" }),
  };
}

test("[Z12] whoever wrote a condition that is somebody's step is asked for the safeguards, and can add one with a press", async () => {
  const { screen, question, session } = await summary("Noa restarted the wrong node");
  await expect.element(question.getByText(/Which safeguards were meant to hold/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Add a safeguard" }));
  await expect.element(screen.getByRole("textbox", { name: /^A safeguard/ })).toHaveFocus();
  await userEvent.keyboard("The prompt shows the host{Enter}");
  expect(session.boardView.getState().order.safeguards).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Thanks, keep my words" }));
  await expect.element(question).not.toBeInTheDocument();
});

test("[Z12] a condition, and what somebody else wrote, is asked about by nobody", async () => {
  const { question } = await summary("Backups were never measured");
  expect(question.elements()).toEqual([]);
  const other = await summary("Noa restarted the wrong node", false);
  expect(other.question.elements()).toEqual([]);
});
