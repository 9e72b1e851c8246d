// The question before Actions: what is open is named, and whoever leads may go on all the same.
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";
import { mayMove } from "../screen/before-moving.ts";
import { useLook } from "../screen/look.ts";
import { GateDialog } from "./gate-dialog.tsx";

async function before() {
  const session = testSession({
    me: "noa",
    phase: "lessons",
    fill: (board) => {
      const seen = putCard(board, "timeline", "Pager rings", {
        fields: { when: { at: 1, approx: false } },
      });
      putCard(board, "timeline", "Rollback", { fields: { when: { at: 2, approx: false } } });
      putCard(board, "questions", "Who saw it first?", { fields: { about: seen } });
      putCard(board, "parking", "Buy a bigger pager");
    },
  });
  const [first] = session.boardView.getState().order.timeline;
  session.control.seen.set(first ?? "", { at: 1 });
  await render(
    <RoomForTests session={session}>
      <GateDialog />
    </RoomForTests>,
  );
}

test("[K11] what is unseen, unanswered and unwritten is named before Actions; going on and staying are both answers", async () => {
  await before();
  const goes = mayMove("lessons", "actions");
  const gate = page.getByRole("dialog", { name: "Is the picture clear enough for actions?" });
  await expect.element(gate).toBeVisible();
  for (const line of [
    "Timeline: 1 of 2 events seen",
    "1 open question",
    "The summary is still empty",
    "1 parked idea is waiting there",
  ])
    expect(gate.element().textContent).toContain(line);
  await page.getByRole("button", { name: "Stay a little" }).click();
  expect(await goes).toBe(false);
  const again = mayMove("lessons", "actions");
  await page.getByRole("button", { name: "On to Actions" }).click();
  expect(await again).toBe(true);
});

test("[K11] it leads to what nobody has seen, and asks nothing on other ways", async () => {
  await before();
  for (const [from, to] of [
    ["prepare", "timeline"],
    ["check-out", "actions"],
    ["actions", "lessons"],
  ] as const)
    expect(await mayMove(from, to)).toBe(true);
  const goes = mayMove("timeline", "actions");
  await page.getByRole("button", { name: "show them" }).first().click();
  expect(await goes).toBe(false);
  expect(useLook.getState().lookingAt).toBe("timeline");
});
