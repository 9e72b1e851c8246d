// What the question before erasing says, and what it then asks the server for.
import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Board, CardId } from "@secondstory/shared";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { askToErase, stopAsking } from "./erasing.ts";

beforeEach(() => stopAsking());

async function ask(me: string) {
  let event: CardId | undefined;
  const all: CardId[] = [];
  const fill = (board: Board) => {
    event = putCard(board, "timeline", "The password is Xylophone");
    const question = putCard(board, "questions", "Is Xylophone still in use?", {
      fields: { about: event },
    });
    const answer = putCard(board, "answers", "Not since noon", { fields: { question } });
    putCard(board, "questions", "About nothing");
    all.push(event, question, answer);
  };
  const session = testSession({ me, fill });
  await render(
    <RoomForTests session={session}>
      <EraseDialog />
    </RoomForTests>,
  );
  if (event) askToErase(event);
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  return { session, all };
}

const erase = () => page.getByRole("button", { name: "Erase for good" }).click();

test("[S42] with an event goes what was asked about it and answered, for whoever leads", async () => {
  const { session, all } = await ask("noa");
  await expect.element(page.getByText(/goes with it: 2 notes/)).toBeVisible();
  await erase();
  await expect.poll(() => session.requests).toHaveLength(3);
  expect(session.requests).toEqual(all.map((card) => ({ type: "erase", card })));
});

test("[S42] whoever wrote the event erases that alone, and is told what stays", async () => {
  const { session, all } = await ask("robin");
  await expect.element(page.getByText(/stays: 2 notes/)).toBeVisible();
  await erase();
  await expect.poll(() => session.requests).toHaveLength(1);
  expect(session.requests).toEqual([{ type: "erase", card: all[0] }]);
});
