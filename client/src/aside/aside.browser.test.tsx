import { keepWords, rewordingOf, setAside, unfold, type CardId } from "@secondstory/shared";
import { beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { NoteCard } from "../cards/note-card.tsx";
import { loadEditor } from "../editor/load-editor.ts";
import { connect, putCard, RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { keepTyped } from "../room/keep-typed.ts";
import { setSharing } from "../screen/sharing.ts";
import { AsideLine } from "./aside-line.tsx";
import { RewordDialog } from "./reword-dialog.tsx";

beforeAll(loadEditor);

const words = "Robin was careless";

async function room(options: TestRoom = {}) {
  const session = testSession(options);
  const id = putCard(session.board, "helped", words);
  const screen = await render(
    <RoomForTests session={session}>
      <NoteCard id={id} label="Note" />
      <AsideLine />
      <RewordDialog />
    </RoomForTests>,
  );
  const fold = (isMine: boolean | undefined) => {
    if (isMine !== undefined)
      keepWords(session.privateDoc, { card: id, text: words, evidence: [], isMine, at: 1 });
    setAside(session.board, id, 1);
  };
  return { session, id, screen, fold };
}

test("[Z2] whom a note names can set it aside; for anybody else the item says who can", async () => {
  const { screen, session, id } = await room();
  await userEvent.click(screen.getByRole("button", { name: /^More/ }));
  await userEvent.click(screen.getByRole("menuitem", { name: /^Set aside/ }));
  expect(session.requests).toEqual([{ type: "setAside", card: id }]);
  const others = testSession({ people: [{ id: "ben", name: "Ben" }] });
  const theirs = putCard(others.board, "helped", words);
  await screen.rerender(
    <RoomForTests session={others}>
      <NoteCard id={theirs} label="Note" />
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("button", { name: /^More/ }));
  await expect
    .element(screen.getByText("A facilitator does this, or somebody whom it names."))
    .toBeVisible();
  await userEvent.keyboard("{Escape}");
});

test("[Z10] others see a folded slip, and nothing of whose it is", async () => {
  const { screen, fold } = await room();
  fold(undefined);
  await expect.element(screen.getByText("Set aside until it is reworded")).toBeVisible();
  expect(screen.getByText(words).elements()).toEqual([]);
  expect(screen.getByRole("button", { name: /^Say it/ }).elements()).toEqual([]);
});

test("[Z10] its author is asked in private, changes the words and puts them back; a shared screen shows nothing of it", async () => {
  const { screen, fold, session, id } = await room();
  fold(true);
  const line = screen.getByRole("group", { name: "Set aside, only you see this" });
  await expect.element(line.getByText(/A note of yours is set aside/)).toBeVisible();
  setSharing(true);
  await expect.element(line).not.toBeInTheDocument();
  setSharing(false);
  await userEvent.click(line.getByRole("button"));
  const field = screen.getByRole("textbox", { name: "In other words" });
  await expect.element(field).toHaveValue(words);
  const putBack = screen.getByRole("button", { name: "Put it back" });
  await expect.element(putBack).toHaveAttribute("aria-disabled", "true");
  await userEvent.fill(field, "The alert came late");
  await userEvent.click(putBack);
  expect(session.requests).toEqual([{ type: "putBack", card: id, text: "The alert came late" }]);
  await expect.element(field).not.toBeInTheDocument();
  expect(session.privateDoc.composing.has(rewordingOf(id))).toBe(false);
});

test("[Z4] who leads may put back as it stood what nobody can be found to have written", async () => {
  const { screen, fold, session, id } = await room({ me: "noa" });
  fold(false);
  await userEvent.click(screen.getByRole("button", { name: /^Say it/ }).first());
  await userEvent.click(screen.getByRole("button", { name: "Put it back" }));
  expect(session.requests).toEqual([{ type: "putBack", card: id, text: words }]);
});

test("[Z11] what I was typing when a note was set aside comes back to me, and only what the server had not heard", () => {
  const me = testSession();
  const server = testSession({ me: "noa" });
  const id = putCard(me.board, "helped", words);
  connect(me, server);
  const forgotten: string[] = [];
  let isUnsaved = true;
  const stop = keepTyped({
    board: me.board,
    boardView: me.boardView,
    own: me.privateDoc,
    isUnsaved: () => isUnsaved,
    onAside: (cards) => forgotten.push(...cards),
  });
  const typed = (card: CardId) => me.privateDoc.composing.get(rewordingOf(card));
  setAside(server.board, id, 1);
  expect([typed(id), forgotten]).toEqual([words, [id]]);
  unfold(server.board, id, { text: [], evidence: [] });
  expect(forgotten).toEqual([id]);
  isUnsaved = false;
  const other = putCard(me.board, "slowed", words);
  setAside(server.board, other, 1);
  expect(typed(other)).toBeUndefined();
  stop();
});

test("[Z11] whoever typed in somebody else's note finds their words behind the same line", async () => {
  const { screen, fold, session, id } = await room();
  session.privateDoc.composing.set(rewordingOf(id), `${words}, and late`);
  fold(undefined);
  await userEvent.click(screen.getByRole("button", { name: /^Say it/ }).first());
  await expect.element(screen.getByText(`${words}, and late`)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Let go of them" }));
  await expect
    .element(screen.getByRole("group", { name: "Set aside, only you see this" }))
    .not.toBeInTheDocument();
});
