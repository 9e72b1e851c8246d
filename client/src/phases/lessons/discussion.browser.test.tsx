// Discussing one topic at a time: nobody is torn from a sentence, whatever the group does meanwhile, and links still lead.
import { afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { groupWith, lessonSections, takeApart, type CardId } from "@secondstory/shared";
import { loadEditor } from "../../editor/load-editor.ts";
import { putCard, RoomForTests, testSession, type TestSession } from "../../room/testing.tsx";
import { arrived, goTo } from "../../screen/arriving.ts";
import DiscussedView from "./discussed-view.tsx";

beforeAll(loadEditor);
afterEach(arrived);

async function discussion({ me = "robin" } = {}) {
  await page.viewport(1280, 800);
  const session = testSession({ me, phase: "lessons" });
  const notes = {
    backups: putCard(session.board, "helped", "Backups existed"),
    restores: putCard(session.board, "helped", "Restores were tested"),
    status: putCard(session.board, "slowed", "The status page"),
  };
  putInFocus(session, notes.backups);
  const screen = await render(
    <RoomForTests session={session}>
      <DiscussedView />
    </RoomForTests>,
  );
  await expect.element(screen.getByRole("list", { name: "Topics" })).toBeVisible();
  return { session, screen, notes };
}

const putInFocus = ({ control }: TestSession, item: CardId | null) =>
  control.focus.set("spotlight", item && { item, since: 1, by: "noa" });

const openVote = ({ control }: TestSession) =>
  control.votes.set("vote", { round: 1, budget: 2, sections: lessonSections, openedAt: 1 });

const hideNotes = ({ control }: TestSession) =>
  control.writing.set("helped", { round: 1, isHidden: true, isNamed: false });

const together = ({ board, newCardId, randomBit }: TestSession, card: CardId, other: CardId) => {
  const group = groupWith(board, { card, with: other, group: newCardId(), at: 1, randomBit });
  if (!group.ok) throw new Error("they are both there");
  return group.value;
};

type Screen = Awaited<ReturnType<typeof discussion>>["screen"];

/** Puts the caret behind the words of a note and writes on. */
async function writeOn(screen: Screen, name: string, words: string): Promise<Element> {
  await userEvent.click(screen.getByRole("button", { name: `Edit: ${name}`, exact: true }));
  const editor = screen.getByRole("textbox", { name: "Note", exact: true });
  await expect.element(editor).toHaveFocus();
  await userEvent.keyboard(`{End}${words}`);
  return editor.element();
}

const happenings: Readonly<Record<string, readonly [(session: TestSession) => void, RegExp]>> = {
  "goes back to all notes": [(session) => putInFocus(session, null), /We are at all notes/],
  "opens a vote": [openVote, /We are at the vote/],
  "writes in silence": [hideNotes, /We are at the silent writing/],
};

for (const [what, [happen, pill]] of Object.entries(happenings))
  test(`[K15] whoever writes in a topic keeps words and caret when the group ${what}; the pill leads on`, async () => {
    const { session, screen, notes } = await discussion();
    const editor = await writeOn(screen, "Backups existed", " and");
    happen(session);
    await expect.element(screen.getByText(pill)).toBeVisible();
    expect(document.activeElement).toBe(editor);
    await userEvent.keyboard(" they were fresh");
    expect(session.boardView.getState().cards[notes.backups]?.plain).toBe(
      "Backups existed and they were fresh",
    );
    await userEvent.click(screen.getByRole("button", { name: "Return" }));
    await expect
      .element(screen.getByRole("heading", { name: "What slowed us down?" }))
      .toBeVisible();
    expect(screen.getByText(pill).elements()).toHaveLength(0);
  });

test("[K15] a topic that is put together or taken apart meanwhile stays under the caret", async () => {
  const { session, screen, notes } = await discussion();
  const editor = await writeOn(screen, "Backups existed", " and");
  const group = together(session, notes.backups, notes.restores);
  await userEvent.keyboard(" on");
  expect(document.activeElement).toBe(editor);
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByText("Restores were tested").nth(1)).toBeVisible();

  putInFocus(session, group);
  const again = await writeOn(screen, "Backups existed and on", " on");
  takeApart(session.board, group, 2);
  await expect.element(screen.getByText(/We are at all notes/)).toBeVisible();
  await userEvent.keyboard(" and on");
  expect(document.activeElement).toBe(again);
  expect(session.boardView.getState().cards[notes.backups]?.plain).toBe(
    "Backups existed and on on and on",
  );
});

test("[K15] the line of whoever takes notes goes along to the next topic, and stays when there is none", async () => {
  const { session, screen, notes } = await discussion();
  session.control.focus.set("noteTaker", session.me);
  await userEvent.click(screen.getByRole("textbox", { name: "What was just said?" }));
  await userEvent.keyboard("Twice a");
  putInFocus(session, notes.status);
  await expect.element(screen.getByRole("heading", { name: /^The status page/ })).toBeVisible();
  await userEvent.keyboard(" week");
  putInFocus(session, null);
  await expect.element(screen.getByText(/We are at all notes/)).toBeVisible();
  await userEvent.keyboard(", they said");
  await expect
    .element(screen.getByRole("textbox", { name: "What was just said?" }))
    .toHaveValue("Twice a week, they said");
});

test("[K15] whoever looks elsewhere stays there when the light moves, until the group comes by", async () => {
  const { session, screen, notes } = await discussion();
  await userEvent.click(screen.getByRole("button", { name: "The status page" }));
  await expect.element(screen.getByText("We are at “Backups existed”")).toBeVisible();
  putInFocus(session, notes.restores);
  await expect.element(screen.getByText("We are at “Restores were tested”")).toBeVisible();
  await expect.element(screen.getByRole("heading", { name: /^The status page/ })).toBeVisible();
  putInFocus(session, notes.status);
  await expect.element(screen.getByText(/^We are at/)).not.toBeInTheDocument();
  putInFocus(session, notes.backups);
  await expect.element(screen.getByRole("heading", { name: /^Backups existed/ })).toBeVisible();
});

test("[K16] arriving at a card of another topic shows that topic, with the way back", async () => {
  const { session, screen, notes } = await discussion();
  goTo({ card: notes.status, section: "slowed", returnTo: undefined });
  await expect.element(screen.getByRole("heading", { name: /^The status page/ })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Return" }));
  await expect.element(screen.getByRole("heading", { name: /^Backups existed/ })).toBeVisible();
  const parked = putCard(session.board, "parking", "A later idea");
  goTo({ card: parked, section: "parking", returnTo: undefined });
  await expect.element(screen.getByRole("heading", { name: /^Backups existed/ })).toBeVisible();
});
