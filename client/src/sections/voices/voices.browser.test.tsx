// Check-in and check-out: everyone once, in their own words or with a pass.
import { beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../../editor/load-editor.ts";
import { connect, participantId, putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import { Voices } from "./voices.tsx";

beforeAll(loadEditor);

async function checkIn(me = "robin") {
  const session = testSession({ me });
  putCard(session.board, "check-in", "Foggy.", { by: participantId("noa") });
  const noa = testSession({ me: "noa" });
  connect(session, noa);
  const screen = await render(
    <RoomForTests session={session}>
      <Voices section="check-in" question="How do you arrive today?" />
    </RoomForTests>,
  );
  const mine = () =>
    Object.values(noa.boardView.getState().cards).filter((card) => card.by === session.me);
  return { screen, mine };
}

test("[A16] nobody sees what I write until I keep it; then it is signed, once", async () => {
  const { screen, mine } = await checkIn();
  await userEvent.type(screen.getByRole("textbox", { name: "How do you arrive today?" }), "Awake.");
  expect(mine()).toEqual([]);
  await userEvent.keyboard("{Enter}");
  expect(mine().map((card) => card.plain)).toEqual(["Awake."]);
  await expect.element(screen.getByRole("button", { name: "Edit: Awake." })).toHaveFocus();
  expect(screen.getByText("Awake.").elements()).toHaveLength(1);
});

test("[A16] passing is a full answer, and something can still be said", async () => {
  const { screen, mine } = await checkIn();
  await userEvent.click(screen.getByRole("button", { name: "I pass" }));
  expect(mine()).toMatchObject([{ isBlank: false, fields: { passes: true } }]);
  await expect.element(screen.getByText("passes, and that is fine")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Say something after all" }));
  await userEvent.keyboard("Tired, fine.{Enter}");
  expect(mine()).toMatchObject([{ plain: "Tired, fine.", fields: { passes: false } }]);
});

test("what I took back can be said anew", async () => {
  const { screen } = await checkIn();
  await userEvent.type(screen.getByRole("textbox"), "Awake.{Enter}");
  await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
  await expect.element(screen.getByRole("textbox")).toHaveFocus();
});

test("who says nothing has no empty place", async () => {
  const { screen } = await checkIn("ida");
  expect(screen.getByRole("listitem").elements()).toHaveLength(1);
  await expect.element(screen.getByText("Foggy.")).toBeVisible();
});
