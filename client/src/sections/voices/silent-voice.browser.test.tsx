// A check-in that is written in silence first.
import { beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { readDrafts } from "@secondstory/shared";
import { loadEditor } from "../../editor/load-editor.ts";
import { RoomForTests, testSession } from "../../room/testing.tsx";
import { Voices } from "./voices.tsx";

beforeAll(loadEditor);

const question = "How do you arrive today?";

test("[W13] what I say in a silent check-in is mine alone, signed, and one for each", async () => {
  const session = testSession();
  const setHidden = (isHidden: boolean) =>
    session.control.writing.set("check-in", { round: 1, isHidden, isNamed: true, notes: 3 });
  setHidden(true);
  const screen = await render(
    <RoomForTests session={session}>
      <Voices section="check-in" question={question} />
    </RoomForTests>,
  );
  await expect.element(screen.getByText(/Then your name stands on it/)).toBeVisible();
  await expect.element(screen.getByText(/^3 notes from others/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "In your own words" }));
  await userEvent.keyboard("Foggy.{Enter}");
  await expect.element(screen.getByRole("button", { name: "Edit: Foggy." })).toHaveFocus();
  expect(session.board.cards.size).toBe(0);
  expect(readDrafts(session.privateDoc)[0]).toMatchObject({ plain: "Foggy.", namedIn: 1 });
  expect(screen.getByRole("button", { name: "In your own words" }).elements()).toHaveLength(0);
  setHidden(false);
  await expect.element(screen.getByRole("textbox", { name: question })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Share" })).toBeVisible();
});

test("[W15] who passes while others write passes in silence", async () => {
  const session = testSession();
  session.control.writing.set("check-in", { round: 1, isHidden: true, isNamed: true, notes: 2 });
  const screen = await render(
    <RoomForTests session={session}>
      <Voices section="check-in" question={question} />
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("button", { name: "I pass" }));
  await expect.element(screen.getByText("passes, and that is fine")).toBeVisible();
  expect(session.board.cards.size).toBe(0);
  expect(readDrafts(session.privateDoc)).toMatchObject([{ passes: true, namedIn: 1 }]);
  await userEvent.click(screen.getByRole("button", { name: "Edit: My words" }));
  await userEvent.keyboard("Foggy after all{Escape}");
  await expect.element(screen.getByText("Foggy after all")).toBeVisible();
  expect(readDrafts(session.privateDoc)).toMatchObject([{ passes: false }]);
});

test("[W16] who reads along sees the pile of a silent check-in", async () => {
  const session = testSession({ me: "ida" });
  session.control.writing.set("check-in", { round: 1, isHidden: true, isNamed: true, notes: 2 });
  const screen = await render(
    <RoomForTests session={session}>
      <Voices section="check-in" question={question} />
    </RoomForTests>,
  );
  await expect.element(screen.getByText(/^2 notes from others/)).toBeInTheDocument();
});
