// Silent writing: nobody else hears of a letter before the reveal, and nobody loses one at it.
import { afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import * as Y from "yjs";
import {
  lessonSections,
  noteShared,
  openPrivate,
  plainText,
  putToWait,
  readDrafts,
  type HideableSectionId,
} from "@secondstory/shared";
import { loadEditor } from "../../editor/load-editor.ts";
import { putCard, RoomForTests, testSession, type TestSession } from "../../room/testing.tsx";
import { useOfferedStep } from "../../screen/dock-step.ts";
import { setSharing } from "../../screen/sharing.ts";
import ToastRegion from "../../ui/toast-region.tsx";
import LessonsView from "./view.tsx";

beforeAll(loadEditor);
afterEach(() => setSharing(false));

const helped = "What helped us?";
const slowed = "What slowed us down?";

/** Hides the columns, or opens them, as the server does. */
function setColumns(session: TestSession, isHidden: boolean, more: object = {}): void {
  session.control.doc.transact(() => {
    for (const section of lessonSections)
      session.control.writing.set(section, { round: 1, isHidden, notes: 0, ...more });
  });
}

/** What the server has of somebody's private document at a moment. */
const atServer = ({ privateDoc }: TestSession) => Y.encodeStateAsUpdate(privateDoc.doc);

/** Reveals as the server does: cards of what it has, and a note of them in the private document of their author. */
function reveal(session: TestSession, has: Uint8Array): void {
  const own = openPrivate(new Y.Doc());
  Y.applyUpdate(own.doc, has);
  const shared = readDrafts(own).flatMap(({ id, section, left }) =>
    left ? [{ draft: id, card: putCard(session.board, section, plainText(left)) }] : [],
  );
  noteShared(own, shared, 1);
  Y.applyUpdate(session.privateDoc.doc, Y.encodeStateAsUpdate(own.doc), "server");
  setColumns(session, false);
}

function Offered() {
  const step = useOfferedStep();
  return step && <button onClick={step.run}>{`${step.label} (${step.askOnce})`}</button>;
}

async function lessons({ me = "robin", width = 1440 } = {}) {
  await page.viewport(width, 900);
  const session = testSession({ me, phase: "lessons" });
  setColumns(session, true);
  const screen = await render(
    <RoomForTests session={session}>
      <LessonsView />
      <Offered />
      <ToastRegion />
    </RoomForTests>,
  );
  const column = (question: string) => screen.getByRole("region", { name: question });
  return { session, screen, column };
}

const words = ({ privateDoc }: TestSession, section: HideableSectionId = "helped") =>
  readDrafts(privateDoc).flatMap((draft) =>
    draft.section === section && draft.left ? [plainText(draft.left)] : [],
  );

const onBoard = ({ boardView }: TestSession) =>
  Object.values(boardView.getState().cards).map(({ plain }) => plain);

test("[W1] what I write is mine alone: not on the board, and nobody is told that I write, or where", async () => {
  const { session, screen, column } = await lessons();
  const states: unknown[] = [];
  session.awareness.on("update", () => states.push(session.awareness.getLocalState()));
  await userEvent.click(column(helped).getByRole("button", { name: "Write a note" }));
  await expect.element(screen.getByRole("textbox", { name: `Note: ${helped}` })).toHaveFocus();
  await userEvent.keyboard("Backups existed{Enter}Restores were tested{Escape}");
  expect(words(session)).toEqual(["Backups existed", "Restores were tested"]);
  expect(session.board.cards.size).toBe(0);
  expect(session.board.doc.store.clients.size).toBe(0);
  expect(states).toEqual([]);
});

test("[W2] Enter keeps it and opens the next, Shift+Enter breaks the line, and Escape comes back to where one begins", async () => {
  const { session, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("One{Shift>}{Enter}{/Shift}line{Enter}");
  await expect.element(column(helped).getByText("only you, until the reveal")).toBeVisible();
  await userEvent.keyboard("Two{Enter}{Enter}{Escape}");
  await expect.element(column(helped).getByRole("button", { name: "Write a note" })).toHaveFocus();
  expect(words(session)).toEqual(["One\nline", "Two"]);
  await expect
    .element(column(helped).getByRole("listitem").last())
    .toHaveTextContent("Twoonly you, until the reveal");
  expect(session.privateDoc.drafts.size).toBe(3); // the blank one waits for the next time
});

test("[W3] mine are edited, moved, removed and put back at will", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("Backups{Escape}");
  await userEvent.click(column(helped).getByRole("button", { name: "Edit: Backups" }));
  await userEvent.keyboard("{End} existed{Enter}");
  await expect
    .element(column(helped).getByRole("button", { name: "Edit: Backups existed" }))
    .toHaveFocus();
  await userEvent.click(column(helped).getByRole("button", { name: "More: Backups existed" }));
  await userEvent.click(screen.getByRole("menuitem", { name: slowed }));
  await expect
    .element(column(slowed).getByRole("button", { name: "Edit: Backups existed" }))
    .toHaveFocus();
  await userEvent.keyboard("{Delete}");
  expect(words(session, "slowed")).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(words(session, "slowed")).toEqual(["Backups existed"]);
});

test("[W4] of the others' there is a pile of blank slips, as text how many, and a number beyond twelve", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("Mine{Escape}");
  setColumns(session, true, { notes: 6 });
  await expect
    .element(column(helped).getByText("5 notes from others, hidden until the reveal"))
    .toBeInTheDocument();
  await expect.element(screen.getByText("6 notes, 1 of them yours")).toBeVisible();
  const lips = () => column(helped).element().querySelectorAll("[data-pile] .grid > div").length;
  expect(lips()).toBe(5);
  await userEvent.keyboard("1");
  await userEvent.keyboard("Another of mine{Escape}");
  expect(lips()).toBe(5); // until the next batch nothing moves but what is mine
  setColumns(session, true, { notes: 31, isBeingWritten: true });
  await expect.element(column(helped).getByText("29 notes", { exact: true })).toBeVisible();
  expect(lips()).toBe(12);
  await expect.element(column(helped).getByText("being written")).toBeVisible();
});

test("[W5] a reveal in the middle of my word leaves caret and letters; what it did not hold is mine to share", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("We waited for the esti");
  const has = atServer(session);
  await userEvent.keyboard("ma");
  reveal(session, has);
  await userEvent.keyboard("te");
  const field = screen.getByRole("textbox", { name: `Note: ${helped}` });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveTextContent("We waited for the estimate");
  expect(onBoard(session)).toEqual(["We waited for the esti"]);
  expect(words(session)).toEqual(["mate"]);
  await userEvent.keyboard("{Enter}");
  await expect.element(column(helped).getByRole("button", { name: "Edit: mate" })).toHaveFocus();
  await userEvent.click(column(helped).getByRole("button", { name: "Share" }));
  const [draft] = readDrafts(session.privateDoc);
  expect(session.requests).toEqual([{ type: "share", drafts: [draft?.id] }]);
  // the server lets it wait for a note of somebody else
  if (draft) putToWait(session.privateDoc, [draft.id], 1);
  await userEvent.click(column(helped).getByRole("button", { name: "Share it alone" }));
  expect(session.requests[1]).toMatchObject({ type: "share", alone: true });
});

test("[W6] what was revealed is cleared here, and carries a mark that I alone see", async () => {
  const { session, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("Mine{Escape}");
  putCard(session.board, "helped", "Somebody else's");
  reveal(session, atServer(session));
  await expect.element(column(helped).getByText("yours, only you see this mark")).toBeVisible();
  expect(column(helped).getByText("yours, only you see this mark").elements()).toHaveLength(1);
  expect(column(helped).getByText("Mine").elements()).toHaveLength(1);
  await expect
    .poll(() => readDrafts(session.privateDoc).every(({ isBlank }) => isBlank))
    .toBe(true);
  await userEvent.click(column(helped).getByRole("button", { name: "Edit: Mine" }));
  await expect.element(column(helped).getByText("Others see that you write here.")).toBeVisible();
});

test("[W6] nothing is cleared under my caret", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("All of it is there");
  reveal(session, atServer(session));
  const field = screen.getByRole("textbox", { name: `Note: ${helped}` });
  await expect.element(column(helped).getByText(/What you go on to write/)).toBeVisible();
  await expect.element(field).toHaveTextContent("All of it is there");
  await userEvent.keyboard("!");
  await expect.element(field).toHaveTextContent("All of it is there!");
  expect(words(session)).toEqual(["!"]);
  await userEvent.keyboard("{Backspace}{Escape}");
  await expect.element(column(helped).getByText("yours, only you see this mark")).toBeVisible();
  await expect
    .poll(() => readDrafts(session.privateDoc).every(({ isBlank }) => isBlank))
    .toBe(true);
});

test("[W7] on a shared screen my notes are covered, and the mark is not there", async () => {
  const { session, column } = await lessons();
  await userEvent.keyboard("1");
  await userEvent.keyboard("Mine{Escape}");
  setSharing(true);
  await expect
    .element(column(helped).getByText("Your note, hidden while others may see your screen"))
    .toBeVisible();
  expect(column(helped).getByText("Mine").elements()).toHaveLength(0);
  reveal(session, atServer(session));
  await expect.element(column(helped).getByText("Mine")).toBeVisible();
  expect(column(helped).getByText("yours, only you see this mark").elements()).toHaveLength(0);
});

test("[W8] whoever leads reveals what waits, asked once, and can hide a column anew", async () => {
  const { session, screen } = await lessons({ me: "noa" });
  setColumns(session, true, { notes: 5 });
  await userEvent.click(screen.getByRole("button", { name: /^Reveal 20 notes \(Everyone reads/ }));
  expect(session.requests).toEqual([{ type: "reveal", sections: [...lessonSections] }]);
  setColumns(session, false);
  await expect.element(screen.getByText(/while they are typed/)).toBeVisible();
  expect(screen.getByRole("button", { name: /^Reveal/ }).elements()).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: "How we write" }));
  await userEvent.click(screen.getByRole("menuitem", { name: slowed }));
  expect(session.requests[1]).toEqual({ type: "hide", sections: ["slowed"] });
  session.control.writing.set("slowed", { round: 2, isHidden: true });
  await expect.element(screen.getByText(/hidden, without names/)).toBeVisible();
});

test("[W9] whether names will stand on the notes is said before, and is dropped for good", async () => {
  const { session, screen } = await lessons({ me: "noa" });
  await expect.element(screen.getByText("Notes appear without names.")).toBeVisible();
  setColumns(session, true, { isNamed: true });
  await expect.element(screen.getByText(/appear with the names/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "How we write" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Notes without names" }));
  expect(session.requests).toEqual([{ type: "dropNames", sections: [...lessonSections] }]);
  setColumns(session, true, { isNamed: false, notes: 1 });
  await userEvent.click(screen.getByRole("button", { name: "How we write" }));
  const named = screen.getByRole("menuitem", { name: /^Notes with names/ });
  await expect.element(named).toHaveAttribute("aria-disabled", "true");
  await expect.element(screen.getByText(/have begun to write without names/)).toBeVisible();
});

test("[W10] whoever was writing in the open when a column is hidden finishes that note, and writes the next one hidden", async () => {
  const { session, screen, column } = await lessons();
  setColumns(session, false);
  await userEvent.click(column(helped).getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("In the op");
  setColumns(session, true);
  await userEvent.keyboard("en{Enter}");
  expect(onBoard(session)).toEqual(["In the open"]);
  await expect.element(column(helped).getByRole("button", { name: "Write a note" })).toHaveFocus();
  await userEvent.keyboard("{Enter}Hidden");
  expect(words(session)).toEqual(["Hidden"]);
  expect(screen.getByText("In the open").elements()).toHaveLength(1);
});

test("[W11] a phone shows one hidden column, its number of notes, and nothing sticks out", async () => {
  const { session, screen } = await lessons({ width: 360 });
  setColumns(session, true, { notes: 14 });
  await expect.element(screen.getByRole("tab", { name: "Helped 14" })).toBeVisible();
  await userEvent.keyboard("2");
  await userEvent.keyboard("Slow{Enter}");
  expect(words(session, "slowed")).toEqual(["Slow"]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test("[W17] whoever may not write any more keeps their words, and is told why they stand still", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.click(column(helped).getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("Backups existed");
  session.control.roster.set("robin", {
    name: "Robin",
    role: "observer",
    joinOrder: 1,
    joinedAt: 1,
  });
  await expect.element(screen.getByText("Backups existed")).toBeVisible();
  expect(screen.getByRole("textbox").elements()).toHaveLength(0);
  await expect
    .element(screen.getByText("You are reading along. A facilitator can let you write."))
    .toBeVisible();
  expect(words(session)).toEqual(["Backups existed"]);
});

test("[W18] own notes are moved by key and by hand, within a column and to another", async () => {
  const { session, screen, column } = await lessons();
  await userEvent.click(column(helped).getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("One{Enter}Two{Enter}Three{Escape}");
  const three = screen.getByRole("button", { name: "Edit: Three" });
  const element = three.element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(words(session)).toEqual(["One", "Three", "Two"]);
  await expect.element(three).toHaveFocus();
  await userEvent.dragAndDrop(three, column(slowed).getByRole("button", { name: "Write a note" }));
  await expect.element(column(slowed).getByText("Three")).toBeVisible();
  expect(words(session)).toEqual(["One", "Two"]);
  expect(session.board.cards.size).toBe(0);
});

test("[W14] back from an outage a note is not called late before the server has said what was shared", async () => {
  const { session, column } = await lessons();
  const { connection } = session;
  await column(helped).getByRole("button", { name: "Write a note" }).click();
  await userEvent.keyboard("The status page{Enter}{Escape}");
  const mine = atServer(session);
  connection.set({ ...connection.get(), isOwnBehind: true });
  setColumns(session, false); // the meeting is here first
  await expect.element(column(helped).getByText("only you see this")).toBeVisible();
  expect(column(helped).getByRole("button", { name: "Share" }).elements()).toEqual([]);
  reveal(session, mine);
  connection.set({ ...connection.get(), isOwnBehind: false });
  await expect.element(column(helped).getByText("only you see this")).not.toBeInTheDocument();
  expect(column(helped).getByText("not shared yet").elements()).toEqual([]);
});
