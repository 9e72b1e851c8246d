// Several people in one text: every word arrives, carets have names, undo is mine alone.
import { beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { useState } from "react";
import { cardText, type CardId } from "@secondstory/shared";
import { connect, putCard, RoomForTests, testSession } from "../room/testing.tsx";
import type { Session } from "../room/open-session.ts";
import { appendText } from "./append-text.ts";
import { Editor } from "./editor.tsx";
import { loadEditor } from "./load-editor.ts";

beforeAll(loadEditor);

const plain = (session: Session, id: CardId) => session.boardView.getState().cards[id]?.plain;

/** Types at the end of a note, without a screen. */
function appendTo(session: Session, id: CardId, words: string) {
  const fragment = cardText(session.board, id);
  if (fragment) appendText(fragment, words);
}

/** Robin's and Noa's sessions on one board with one note. */
function twoOnANote(text = "") {
  const robin = testSession({ me: "robin" });
  const id = putCard(robin.board, "helped", text);
  const noa = testSession({ me: "noa" });
  connect(robin, noa);
  return { robin, noa, id };
}

test("two people type in one note at once: both see all words, and each the other's name", async () => {
  const { robin, noa, id } = twoOnANote();
  const screen = await render(
    <>
      <RoomForTests session={robin}>
        <Editor target={{ kind: "card", id }} label="Robin's note" variant="line" />
      </RoomForTests>
      <RoomForTests session={noa}>
        <Editor target={{ kind: "card", id }} label="Noa's note" variant="line" />
      </RoomForTests>
    </>,
  );
  await userEvent.type(screen.getByRole("textbox", { name: "Robin's note" }), "Backups existed");
  await userEvent.click(screen.getByRole("textbox", { name: "Noa's note" }));
  await userEvent.keyboard("{Control>}{End}{/Control} and were tested");
  expect(plain(robin, id)).toBe("Backups existed and were tested");
  expect(plain(noa, id)).toBe("Backups existed and were tested");
  await expect.element(screen.getByText("Noa", { exact: true })).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Robin's note" }).element().textContent).toContain(
    "Backups existed and were tested",
  );
  const names = [...screen.container.querySelectorAll(".remote-caret[data-moving]")];
  expect(names.map((name) => name.textContent)).toEqual(["\u2060Noa\u2060"]);
});

test("others are told what I write in, and that I left", async () => {
  const { robin, noa, id } = twoOnANote("Deployments were frozen early.");
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor target={{ kind: "card", id }} label="Note" variant="line" />
      <button type="button">Elsewhere</button>
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("textbox", { name: "Note" }));
  expect(noa.presence.get()[robin.me]?.editing).toEqual([id]);
  await userEvent.click(screen.getByRole("button", { name: "Elsewhere" }));
  expect(noa.presence.get()[robin.me]?.editing).toEqual([]);
});

test("the focus is seen: a ring around the text, or around what it is written on", async () => {
  const { robin, id } = twoOnANote("Deployments were frozen early.");
  const second = putCard(robin.board, "helped", "");
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor target={{ kind: "card", id }} label="Bare" variant="line" />
      <div className="focus-frame" data-testid="sheet">
        <Editor target={{ kind: "card", id: second }} label="Framed" variant="line" />
      </div>
    </RoomForTests>,
  );
  const ring = (element: Element) => getComputedStyle(element).outlineStyle;
  const bare = screen.getByRole("textbox", { name: "Bare" });
  const framed = screen.getByRole("textbox", { name: "Framed" });
  const sheet = screen.getByTestId("sheet");
  await userEvent.click(bare);
  await expect.poll(() => ring(bare.element())).toBe("solid");
  expect(ring(sheet.element())).toBe("none");
  await userEvent.click(framed);
  await expect.poll(() => ring(sheet.element())).toBe("solid");
  expect([bare, framed].map((text) => ring(text.element()))).toEqual(["none", "none"]);
});

test("undo works after editors came and went, and never touches what others wrote", async () => {
  const { robin, noa, id } = twoOnANote();
  const second = putCard(robin.board, "helped", "");
  function Switching() {
    const [open, setOpen] = useState(id);
    return (
      <>
        <button type="button" onClick={() => setOpen(open === id ? second : id)}>
          Other note
        </button>
        <Editor
          key={open}
          target={{ kind: "card", id: open }}
          label="Note"
          variant="line"
          autoFocus="end"
        />
      </>
    );
  }
  const screen = await render(
    <RoomForTests session={robin}>
      <Switching />
    </RoomForTests>,
  );
  await userEvent.keyboard("mine");
  appendTo(noa, id, " yours");
  expect(plain(robin, id)).toBe("mine yours");
  await userEvent.click(screen.getByRole("button", { name: "Other note" }));
  await userEvent.keyboard("second");
  expect(plain(robin, second)).toBe("second");
  await userEvent.click(screen.getByRole("button", { name: "Other note" }));
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(plain(robin, second)).toBe("");
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(plain(robin, id)).toBe(" yours");
  expect(plain(noa, id)).toBe(" yours");
  await userEvent.keyboard("{Control>}y{/Control}");
  expect(plain(noa, id)).toBe("mine yours");
});

test("Enter keeps a line, Shift+Enter breaks it, Escape leaves it as it is", async () => {
  const { robin, id } = twoOnANote();
  const heard: string[] = [];
  await render(
    <RoomForTests session={robin}>
      <Editor
        target={{ kind: "card", id }}
        label="Note"
        variant="line"
        autoFocus="end"
        onEnter={() => heard.push("enter")}
        onEscape={() => heard.push("escape")}
      />
    </RoomForTests>,
  );
  await userEvent.keyboard("one{Shift>}{Enter}{/Shift}two{Enter}{Escape}");
  expect(plain(robin, id)).toBe("one\ntwo");
  expect(heard).toEqual(["enter", "escape"]);
});

test("the toolbar sets bold, and refuses links that lead to scripts", async () => {
  const { robin } = twoOnANote();
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor
        target={{ kind: "text", id: "summary" }}
        label="Summary"
        variant="rich"
        autoFocus="end"
      />
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Bold" }));
  await userEvent.keyboard("Replicas");
  await expect
    .element(screen.getByRole("button", { name: "Bold" }))
    .toHaveAttribute("aria-pressed", "true");
  expect(robin.boardView.getState().texts.summary).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "Replicas", marks: [{ type: "bold" }] }] },
  ]);
  await userEvent.click(screen.getByRole("button", { name: "Link" }));
  await userEvent.fill(screen.getByRole("textbox", { name: "Address" }), "javascript:alert(1)");
  await userEvent.click(screen.getByRole("button", { name: "Set the link" }));
  await expect.element(screen.getByText(/An address begins with/)).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Address" }), "example.org/page");
  await userEvent.click(screen.getByRole("button", { name: "Set the link" }));
  await expect
    .element(screen.getByRole("textbox", { name: "Summary" }))
    .toHaveTextContent("Replicashttps://example.org/page");
  await expect.element(screen.getByRole("textbox", { name: "Summary" })).toHaveFocus();
});

test("pasted text keeps its words and drops foreign looks and schemes", async () => {
  const { robin, id } = twoOnANote();
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor target={{ kind: "card", id }} label="Note" variant="block" autoFocus="end" />
    </RoomForTests>,
  );
  const data = new DataTransfer();
  data.setData(
    "text/html",
    `<h1 style="color:red" class="fixed">Restore</h1><p><a href="javascript:alert(1)">now</a> <a class="x" href="https://example.org/">page</a><script>1</script></p>`,
  );
  data.setData("text/plain", "Restore now page");
  screen
    .getByRole("textbox", { name: "Note" })
    .element()
    .dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  expect(plain(robin, id)).toBe("Restore\nnow page");
  const html = screen.getByRole("textbox", { name: "Note" }).element().innerHTML;
  expect(html).not.toMatch(/javascript|style=|class="(fixed|x)"|<h1/);
  expect(html).toContain(`href="https://example.org/"`);
});

test("whoever may not write reads", async () => {
  const ida = testSession({ me: "ida" });
  const id = putCard(ida.board, "helped", "Deployments were frozen early.");
  const screen = await render(
    <RoomForTests session={ida}>
      <Editor target={{ kind: "card", id }} label="Note" variant="line" />
    </RoomForTests>,
  );
  await expect.element(screen.getByText("Deployments were frozen early.")).toBeVisible();
  expect(screen.getByRole("textbox").elements()).toEqual([]);
});
