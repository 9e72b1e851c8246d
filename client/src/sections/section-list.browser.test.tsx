// A list of notes: written in the open or kept back until done, moved, removed, put back; one keystroke draws one card.
import { beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { removeCard, type CardId, type SectionId } from "@secondstory/shared";
import { appendText } from "../editor/append-text.ts";
import { loadEditor } from "../editor/load-editor.ts";
import type { Session } from "../room/open-session.ts";
import { connect, putCard, RoomForTests, testSession } from "../room/testing.tsx";
import ToastRegion from "../ui/toast-region.tsx";
import { cardText } from "@secondstory/shared";
import { SectionList } from "./section-list.tsx";

beforeAll(loadEditor);

const words = (session: Session, section: SectionId) => {
  const { cards, order } = session.boardView.getState();
  return order[section].map((id) => cards[id]?.plain);
};

function Column({ session, Foot }: { session: Session; Foot?: (props: { id: CardId }) => null }) {
  return (
    <RoomForTests session={session}>
      <SectionList
        section="helped"
        label="What helped us?"
        cardLabel="Note"
        composer={{ kind: "live", at: "top", placeholder: "Write a note", label: "New note" }}
        destinations={[{ section: "slowed", title: "What slowed us down?" }]}
        {...(Foot && { Foot })}
      />
      <ToastRegion />
    </RoomForTests>
  );
}

function DragColumn({ section, other }: Record<"section" | "other", "helped" | "slowed">) {
  return (
    <SectionList
      section={section}
      label={section}
      cardLabel="Note"
      composer={{ kind: "live", placeholder: "Write a note", label: "New note" }}
      destinations={[{ section: other, title: other }]}
    />
  );
}

test("a note is everyone's while it is typed, and drawn once for its author", async () => {
  const robin = testSession();
  const noa = testSession({ me: "noa" });
  connect(robin, noa);
  const screen = await render(<Column session={robin} />);
  await userEvent.click(screen.getByRole("button", { name: "Write a note" }));
  expect(words(noa, "helped")).toEqual([]); // nobody sees the blank one
  await userEvent.keyboard("Backups");
  expect(words(noa, "helped")).toEqual(["Backups"]);
  expect(screen.getByText("Backups").elements()).toHaveLength(1);
  await userEvent.keyboard("{Enter}Restores are tested{Enter}");
  expect(words(noa, "helped")).toEqual(["Backups", "Restores are tested"]);
  await expect.element(screen.getByRole("textbox", { name: "New note" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("button", { name: "Write a note" })).toHaveFocus();
  expect(screen.getByRole("listitem").elements()).toHaveLength(2);
});

test("opening and closing the composer leaves one blank card behind, not many", async () => {
  const robin = testSession();
  const screen = await render(<Column session={robin} />);
  for (const _ of [1, 2, 3]) {
    await userEvent.click(screen.getByRole("button", { name: "Write a note" }));
    await userEvent.keyboard("{Escape}");
  }
  expect(robin.board.cards.size).toBe(1);
  expect(robin.connection.get().pending).toEqual([]);
});

test("undo takes back my note and not the blank card under the composer", async () => {
  const robin = testSession();
  const screen = await render(<Column session={robin} />);
  await userEvent.click(screen.getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("Backups{Enter}{Control>}z{/Control}");
  expect(words(robin, "helped")).toEqual([]);
  await userEvent.keyboard("{Control>}y{/Control}");
  expect(words(robin, "helped")).toEqual(["Backups"]);
  expect(screen.getByRole("textbox", { name: "New note" }).elements()).toHaveLength(1);
});

test("a keystroke in one note draws that note alone", async () => {
  const robin = testSession();
  const drawn: CardId[] = [];
  const typed = putCard(robin.board, "helped", "One");
  putCard(robin.board, "helped", "Two");
  putCard(robin.board, "helped", "Three");
  const Foot = ({ id }: { id: CardId }) => {
    drawn.push(id);
    return null;
  };
  const screen = await render(<Column session={robin} Foot={Foot} />);
  await expect.element(screen.getByText("Three")).toBeVisible();
  drawn.length = 0;
  const fragment = cardText(robin.board, typed);
  if (fragment) appendText(fragment, "!");
  await expect.element(screen.getByText("One!")).toBeVisible();
  expect(new Set(drawn)).toEqual(new Set([typed]));
});

test("a note that is emptied stays under my caret, and is gone when I leave it", async () => {
  const robin = testSession();
  putCard(robin.board, "helped", "One");
  putCard(robin.board, "helped", "Two");
  const screen = await render(<Column session={robin} />);
  await userEvent.click(screen.getByRole("button", { name: "Edit: One" }));
  await userEvent.keyboard("{Control>}a{/Control}{Backspace}");
  expect(words(robin, "helped")).toEqual(["Two"]);
  await expect.element(screen.getByRole("textbox", { name: "Note" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("button", { name: "Edit: Two" })).toHaveFocus();
});

test("a removed note can be put back in its place, and the focus goes along", async () => {
  const robin = testSession();
  putCard(robin.board, "helped", "One");
  putCard(robin.board, "helped", "Two");
  const screen = await render(<Column session={robin} />);
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(screen.getByRole("button", { name: "Edit: One" })).toHaveFocus();
  await userEvent.keyboard("{Delete}");
  expect(words(robin, "helped")).toEqual(["Two"]);
  await expect.element(screen.getByText("Note removed.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Put it back" }));
  expect(words(robin, "helped")).toEqual(["One", "Two"]);
  await expect.element(screen.getByRole("button", { name: "Edit: One" })).toHaveFocus();
});

test("arrows move between notes, with Alt they move the note", async () => {
  const robin = testSession();
  for (const text of ["One", "Two", "Three"]) putCard(robin.board, "helped", text);
  const screen = await render(<Column session={robin} />);
  screen.getByRole("button", { name: "Edit: One" }).element().focus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByRole("button", { name: "Edit: Two" })).toHaveFocus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(words(robin, "helped")).toEqual(["One", "Three", "Two"]);
  await expect.element(screen.getByRole("button", { name: "Edit: Two" })).toHaveFocus();
});

test("a note goes to another section by its menu", async () => {
  const robin = testSession();
  putCard(robin.board, "helped", "One");
  putCard(robin.board, "helped", "Two");
  const screen = await render(<Column session={robin} />);
  await userEvent.click(screen.getByRole("button", { name: "More: One" }));
  await userEvent.click(page.getByRole("menuitem", { name: "What slowed us down?" }));
  expect(words(robin, "slowed")).toEqual(["One"]);
  await expect.element(screen.getByRole("button", { name: "Edit: Two" })).toHaveFocus();
});

test("a note is dragged to its place in another section", async () => {
  const robin = testSession();
  putCard(robin.board, "helped", "One");
  for (const text of ["Two", "Three"]) putCard(robin.board, "slowed", text);
  const screen = await render(
    <RoomForTests session={robin}>
      <DragColumn section="helped" other="slowed" />
      <DragColumn section="slowed" other="helped" />
    </RoomForTests>,
  );
  await userEvent.dragAndDrop(
    screen.getByRole("button", { name: "Edit: One" }),
    screen.getByRole("button", { name: "Edit: Three" }),
    { targetPosition: { x: 20, y: 2 } },
  );
  expect(words(robin, "helped")).toEqual([]);
  expect(words(robin, "slowed")).toEqual(["Two", "One", "Three"]);
});

test("what somebody else removes while I write in it can be put back, with all its words", async () => {
  const robin = testSession();
  const noa = testSession({ me: "noa" });
  connect(robin, noa);
  const screen = await render(<Column session={robin} />);
  await userEvent.click(screen.getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("Backups");
  for (const id of noa.boardView.getState().order.helped) removeCard(noa.board, id, 1);
  await userEvent.click(screen.getByRole("button", { name: "Put it back" }));
  expect(words(noa, "helped")).toEqual(["Backups"]);
});

test("a composer that was left with its page is closed when the page comes back", async () => {
  const robin = testSession();
  const first = await render(<Column session={robin} />);
  await userEvent.click(first.getByRole("button", { name: "Write a note" }));
  await userEvent.keyboard("Backups");
  await first.unmount();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await render(<Column session={robin} />);
  await expect.element(second.getByRole("button", { name: "Write a note" })).toBeVisible();
  await expect.element(second.getByRole("button", { name: "Edit: Backups" })).toBeVisible();
});

test("a card that somebody else removed passes the focus on", async () => {
  const robin = testSession();
  const one = putCard(robin.board, "helped", "One");
  putCard(robin.board, "helped", "Two");
  const screen = await render(<Column session={robin} />);
  screen.getByRole("button", { name: "Edit: One" }).element().focus();
  removeCard(robin.board, one, 1);
  await expect.element(screen.getByRole("button", { name: "Edit: Two" })).toHaveFocus();
});

test("whoever reads along sees the notes, and no place to write", async () => {
  const ida = testSession({ me: "ida" });
  putCard(ida.board, "helped", "One");
  const screen = await render(<Column session={ida} />);
  await expect.element(screen.getByText("One")).toBeVisible();
  expect(screen.getByRole("button", { name: "Write a note" }).elements()).toEqual([]);
  expect(screen.getByRole("button", { name: "Edit: One" }).elements()).toEqual([]);
});

test("a draft is mine until Enter, and survives a new page", async () => {
  const robin = testSession();
  const factors = (
    <RoomForTests session={robin}>
      <SectionList
        section="factors"
        label="Contributing factors"
        cardLabel="Condition"
        look="row"
        isNumbered
        composer={{ kind: "draft", placeholder: "Another condition", label: "Another condition" }}
      />
    </RoomForTests>
  );
  const first = await render(factors);
  await userEvent.type(first.getByRole("textbox"), "No restore had been timed");
  expect(words(robin, "factors")).toEqual([]);
  await first.unmount();
  const second = await render(factors);
  await expect.element(second.getByRole("textbox")).toHaveValue("No restore had been timed");
  await userEvent.click(second.getByRole("textbox"));
  await userEvent.keyboard("{End}{Shift>}{Enter}{/Shift}before{Enter}");
  expect(words(robin, "factors")).toEqual(["No restore had been timed\nbefore"]);
  await expect.element(second.getByRole("textbox")).toHaveValue("");
});
