// Groups and votes on the screen: by hand and by key, mine alone while people vote, everybody's afterwards.
import { afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { lessonSections, readVotes, topicTitle, type CardId } from "@secondstory/shared";
import { loadEditor } from "../../editor/load-editor.ts";
import { putCard, RoomForTests, testSession, type TestSession } from "../../room/testing.tsx";
import { useOfferedStep } from "../../screen/dock-step.ts";
import { setSharing } from "../../screen/sharing.ts";
import ToastRegion from "../../ui/toast-region.tsx";
import LessonsView from "./view.tsx";

beforeAll(loadEditor);
afterEach(() => setSharing(false));

function Offered() {
  const step = useOfferedStep();
  return (
    step && <button onClick={step.run}>{`${step.label} (${step.askOnce ?? "at once"})`}</button>
  );
}

async function lessons({ me = "robin", width = 1440 } = {}) {
  await page.viewport(width, 900);
  const session = testSession({ me, phase: "lessons" });
  const notes = {
    backups: putCard(session.board, "helped", "Backups existed"),
    restores: putCard(session.board, "helped", "Restores were tested"),
    status: putCard(session.board, "slowed", "The status page"),
  };
  const screen = await render(
    <RoomForTests session={session}>
      <LessonsView />
      <Offered />
      <ToastRegion />
    </RoomForTests>,
  );
  return { session, screen, notes };
}

const topicsOf = ({ boardView }: TestSession) => {
  const board = boardView.getState();
  return lessonSections.flatMap((section) =>
    board.topics[section].map((topic) => `${topicTitle(board, topic)} ${topic.cards.length}`),
  );
};

const setVote = ({ control }: TestSession, vote: object) =>
  control.votes.set("vote", {
    round: 1,
    budget: 2,
    sections: lessonSections,
    openedAt: 1,
    ...vote,
  });

const focus = async (
  screen: Awaited<ReturnType<typeof lessons>>["screen"],
  name: string,
): Promise<void> => {
  const element = screen.getByRole("button", { name: `Edit: ${name}` }).element();
  if (element instanceof HTMLElement) element.focus();
};

test("[G14] M looks for a note or a group by its words; Shift+M takes apart, and Undo puts together again", async () => {
  const { session, screen } = await lessons();
  await focus(screen, "Backups existed");
  await userEvent.keyboard("m");
  await expect.element(screen.getByRole("searchbox")).toHaveFocus();
  await userEvent.keyboard("status");
  await expect.element(screen.getByRole("option")).toHaveLength(1);
  await userEvent.keyboard("{Enter}");
  expect(topicsOf(session)).toEqual(["Restores were tested 1", "The status page 2"]);
  await userEvent.click(screen.getByRole("button", { name: "Name the group" }));
  await userEvent.keyboard("Telling people{Enter}");
  expect(topicsOf(session)).toContain("Telling people 2");
  await focus(screen, "Backups existed");
  await userEvent.keyboard("{Shift>}m{/Shift}");
  expect(topicsOf(session)).toHaveLength(3);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(topicsOf(session)).toContain("Telling people 2");
});

test("[Y15] + and V cast, − and Shift+V take back, and it is said how many are left", async () => {
  const { session, screen } = await lessons();
  setVote(session, {});
  await userEvent.click(screen.getByRole("button", { name: "Vote: Backups existed" }));
  await focus(screen, "The status page");
  await userEvent.keyboard("v");
  await expect.element(screen.getByText("You have 0 of 2 votes left")).toBeVisible();
  await userEvent.keyboard("v");
  await expect
    .element(screen.getByText("You have no votes left. Take one back first."))
    .toBeVisible();
  expect(readVotes(session.privateDoc, 1)).toHaveLength(2);
  await userEvent.keyboard("{Shift>}v{/Shift}");
  await userEvent.click(
    screen.getByRole("button", { name: "Take one vote back: Backups existed" }),
  );
  await expect.element(screen.getByText("You have 2 of 2 votes left")).toBeVisible();
  expect(readVotes(session.privateDoc, 1)).toEqual([]);
  expect(session.board.cards.size).toBe(3); // nothing of it is on the board
});

test("[Y16] on a shared screen my votes are covered", async () => {
  const { session, screen } = await lessons();
  setVote(session, {});
  await userEvent.click(screen.getByRole("button", { name: "Vote: Backups existed" }));
  await expect.element(screen.getByText("1 vote of yours")).toBeInTheDocument();
  setSharing(true);
  await expect.element(screen.getByText(/^Your votes, hidden/)).toBeVisible();
  expect(screen.getByText("1 vote of yours").elements()).toHaveLength(0);
});

test("[Y8] once it is closed every topic shows what it got, and I am told what of mine came too late", async () => {
  const { session, screen, notes } = await lessons();
  const result = (id: CardId, votes: number) => ({ topic: id, card: id, votes });
  setVote(session, {});
  await userEvent.click(screen.getByRole("button", { name: "Vote: Backups existed" }));
  setVote(session, { closedAt: 2, result: [result(notes.status, 7), result(notes.backups, 1)] });
  session.control.votes.set("turnout", { voted: 4, of: 5 });
  await expect.element(screen.getByText("7 votes", { exact: true })).toBeInTheDocument();
  await expect.element(screen.getByText("8 votes of 4 people")).toBeVisible();
  await expect
    .element(screen.getByText("1 vote of yours came too late and was not counted."))
    .toBeVisible();
  expect(screen.getByRole("button", { name: /^Vote/ }).elements()).toHaveLength(0);
});

test("[Y17] whoever leads opens the vote, closes it with a question unless all have voted, and can drop it", async () => {
  const { session, screen } = await lessons({ me: "noa" });
  await userEvent.click(screen.getByRole("button", { name: "Open the vote (at once)" }));
  await userEvent.click(screen.getByRole("button", { name: "Open the vote: 2 votes each" }));
  expect(session.requests).toEqual([{ type: "openVote", budget: 2, from: "lessons" }]);
  setVote(session, {});
  session.control.votes.set("turnout", { voted: 1, of: 2 });
  await userEvent.click(
    screen.getByRole("button", { name: /^Close the vote \(1 of 2 have voted/ }),
  );
  expect(session.requests[1]).toEqual({ type: "closeVote", round: 1 });
  session.control.votes.set("turnout", { voted: 2, of: 2 });
  await expect
    .element(screen.getByRole("button", { name: "Close the vote (at once)" }))
    .toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "The vote" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Stop the vote without a result" }));
  expect(session.requests[2]).toEqual({ type: "discardVote", round: 1 });
});

test("[Y4] whoever reads along sees no buttons to vote, and how it came out", async () => {
  const { session, screen, notes } = await lessons({ me: "ida" });
  setVote(session, {});
  await expect.element(screen.getByText(/Votes stay hidden/)).toBeVisible();
  expect(screen.getByRole("button", { name: /^Vote/ }).elements()).toHaveLength(0);
  setVote(session, {
    closedAt: 2,
    result: [{ topic: notes.status, card: notes.status, votes: 3 }],
  });
  await expect.element(screen.getByText("3 votes", { exact: true })).toBeInTheDocument();
});

test("a phone shows the votes of one question, and nothing sticks out", async () => {
  const { session, screen } = await lessons({ width: 360 });
  setVote(session, { budget: 5 });
  const plus = screen.getByRole("button", { name: "Vote: Backups existed" });
  for (let n = 0; n < 5; n += 1) await userEvent.click(plus);
  await expect.element(screen.getByText("You have 0 of 5 votes left")).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
