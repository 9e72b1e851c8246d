// A crowded board: closed groups, the order of the notes, and how much a keystroke draws.
import { afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import { cardText, groupWith, lessonSections, type CardId } from "@secondstory/shared";
import { GroupCard } from "../../cards/group-card.tsx";
import { appendText } from "../../editor/append-text.ts";
import { loadEditor } from "../../editor/load-editor.ts";
import { putCard, RoomForTests, testSession, type TestSession } from "../../room/testing.tsx";
import { arrived, goTo } from "../../screen/arriving.ts";
import { SectionList } from "../../sections/section-list.tsx";
import { TopicVotes } from "../../voting/topic-votes.tsx";
import { VotingRoom } from "../../voting/voting.tsx";
import LessonsView from "./view.tsx";

beforeAll(loadEditor);
afterEach(arrived);

/** Notes of one column, in groups of three as far as there are groups. */
function crowd({ notes = 45, groups = 3 } = {}) {
  const session = testSession({ phase: "lessons" });
  const ids = Array.from({ length: notes }, (_, n) =>
    putCard(session.board, "helped", `Note ${n}`),
  );
  for (let n = 0; n < groups; n += 1) group(session, ids.slice(3 * n, 3 * n + 3));
  return { session, ids };
}

function group(session: TestSession, cards: readonly CardId[]): void {
  const [first, ...others] = cards;
  if (!first) return;
  const { board, newCardId, randomBit } = session;
  for (const card of others)
    groupWith(board, { card, with: first, group: newCardId(), at: 1, randomBit });
}

async function lessons(session: TestSession) {
  await page.viewport(1440, 900);
  return await render(
    <RoomForTests session={session}>
      <LessonsView />
    </RoomForTests>,
  );
}

const edit = (n: number) => ({ name: `Edit: Note ${n}`, exact: true });

test("[G15] arriving at a note in a closed group opens it, and arrows walk into it", async () => {
  const { session, ids } = crowd();
  const screen = await lessons(session);
  const inside = screen.getByRole("button", edit(4));
  await expect.element(screen.getByRole("button", { name: "Open: Note 3" })).toBeVisible();
  expect(inside.elements()).toHaveLength(0);
  const [, , , , note] = ids;
  if (note) goTo({ card: note, section: "helped", returnTo: undefined });
  await expect.element(inside).toBeVisible();
  arrived();
  await expect.element(inside).toBeVisible();
  const element = inside.element();
  if (element instanceof HTMLElement) element.focus();
  const press = async (key: string, comesTo: Locator) => {
    await userEvent.keyboard(key);
    await expect.element(comesTo).toHaveFocus();
  };
  const nextGroup = screen
    .getByRole("group", { name: "Group: Note 6" })
    .getByRole("button", { name: "Edit: Name of the group" });
  await press("{ArrowDown}", screen.getByRole("button", edit(5)));
  await press("{ArrowDown}", nextGroup); // which is closed
  await press("{ArrowDown}", screen.getByRole("button", edit(9)));
  await press("{ArrowUp}", nextGroup);
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(screen.getByRole("button", edit(6))).toBeVisible();
  await press("{ArrowDown}", screen.getByRole("button", edit(6)));
});

test("[G15] a board that becomes crowded closes no group under a caret", async () => {
  const { session, ids } = crowd({ notes: 40 });
  const screen = await lessons(session);
  await userEvent.click(screen.getByRole("button", edit(1)));
  const editor = screen.getByRole("textbox", { name: "Note", exact: true });
  await expect.element(editor).toHaveFocus();
  const element = editor.element();
  putCard(session.board, "slowed", "One more");
  await expect.element(screen.getByRole("button", { name: "Open: Note 3" })).toBeVisible();
  expect(document.activeElement).toBe(element);
  await userEvent.keyboard("{End}, and more{Escape}");
  await expect
    .element(screen.getByRole("button", { name: "Edit: Note 1, and more" }))
    .toHaveFocus();
  const [, second] = ids;
  expect(second && session.boardView.getState().cards[second]?.plain).toBe("Note 1, and more");
});

const shownOrder = () =>
  [...document.querySelectorAll<HTMLElement>("[data-card]")].map(
    (row) => /Note \d/.exec(row.textContent)?.[0],
  );

test("[Y18] notes stand by question, groups first or by votes; sorted ones are not moved by hand", async () => {
  const { session, ids } = crowd({ notes: 5, groups: 0 });
  const [zero, one, two, three, four] = ids;
  if (!zero || !one || !two || !three || !four) throw new Error("there are five");
  const screen = await lessons(session);
  expect(screen.getByRole("radio").elements()).toHaveLength(0);
  group(session, [three, four]);
  await userEvent.click(screen.getByRole("radio", { name: "Topics first" }));
  expect(shownOrder()).toEqual(["Note 3", "Note 0", "Note 1", "Note 2"]);
  await userEvent.click(screen.getByRole("radio", { name: "By question" }));
  expect(shownOrder()).toEqual(["Note 0", "Note 1", "Note 2", "Note 3"]);
  session.control.votes.set("vote", {
    round: 1,
    budget: 2,
    sections: lessonSections,
    openedAt: 1,
    closedAt: 2,
    result: [
      { topic: two, card: two, votes: 3 },
      { topic: one, card: one, votes: 1 },
    ],
  });
  await userEvent.click(screen.getByRole("radio", { name: "By votes" }));
  expect(shownOrder()).toEqual(["Note 2", "Note 1", "Note 0", "Note 3"]);
  const before = session.boardView.getState().order.helped;
  const element = screen.getByRole("button", edit(2)).element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(session.boardView.getState().order.helped).toEqual(before);
});

test("[Y18] counted votes sort the notes by themselves, but not under a caret", async () => {
  const { session, ids } = crowd({ notes: 3, groups: 0 });
  const [, , last] = ids;
  if (!last) throw new Error("there are three");
  const screen = await lessons(session);
  await userEvent.click(screen.getByRole("button", edit(1)));
  await expect.element(screen.getByRole("textbox", { name: "Note", exact: true })).toHaveFocus();
  session.control.votes.set("vote", {
    round: 1,
    budget: 2,
    sections: lessonSections,
    openedAt: 1,
    closedAt: 2,
    result: [{ topic: last, card: last, votes: 1 }],
  });
  await expect.element(screen.getByText("1 vote", { exact: true })).toBeInTheDocument();
  expect(shownOrder()).toEqual(["Note 0", "Note 1", "Note 2"]);
  await userEvent.keyboard("{Escape}");
  await expect.poll(shownOrder).toEqual(["Note 2", "Note 0", "Note 1"]);
});

test("[B3] of 120 notes, grouped and voted on, a keystroke draws one", async () => {
  const { session, ids } = crowd({ notes: 120, groups: 12 });
  session.control.votes.set("vote", {
    round: 1,
    budget: 9,
    sections: lessonSections,
    openedAt: 1,
  });
  const drawn: CardId[] = [];
  const Foot = ({ id }: { id: CardId }) => {
    drawn.push(id);
    return null;
  };
  const Aside = (topic: { id: CardId; name: string }) => {
    drawn.push(topic.id);
    return <TopicVotes {...topic} />;
  };
  const screen = await render(
    <RoomForTests session={session}>
      <VotingRoom>
        <SectionList
          section="helped"
          label="What helped us?"
          cardLabel="Note"
          Group={GroupCard}
          Foot={Foot}
          Aside={Aside}
        />
      </VotingRoom>
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Vote: Note 100" }));
  const [inGroup, alone] = [ids[4], ids[100]];
  if (!inGroup || !alone) throw new Error("there are 120");
  for (const typed of [inGroup, alone]) {
    drawn.length = 0;
    const fragment = cardText(session.board, typed);
    if (fragment) appendText(fragment, "!");
    const words = `${session.boardView.getState().cards[typed]?.plain}`;
    await expect.element(screen.getByText(words, { exact: true })).toBeVisible();
    expect(new Set(drawn)).toEqual(new Set([typed]));
  }
});
