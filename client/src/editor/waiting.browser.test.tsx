// A slow network: what is typed before the editor has arrived is in the text, once.
import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";
import { Editor } from "./editor.tsx";

const gate = vi.hoisted(() => {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
});

vi.mock(import("./rich-editor.tsx"), async (importOriginal) => {
  await gate.opened;
  return importOriginal();
});

test("before the editor is there Enter and Esc already keep and leave, with the words in the text", async () => {
  const robin = testSession();
  const id = putCard(robin.board, "helped", "");
  const said = () => robin.boardView.getState().cards[id]?.plain;
  const heard: string[] = [];
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor
        target={{ kind: "card", id }}
        label="Note"
        variant="line"
        autoFocus="end"
        onEnter={() => heard.push(`kept: ${said()}`)}
        onEscape={() => heard.push(`left: ${said()}`)}
      />
    </RoomForTests>,
  );
  await expect.element(screen.getByRole("textbox", { name: "Note" })).toHaveFocus();
  await userEvent.keyboard("Backups{Enter} existed{Escape}");
  expect(heard).toEqual(["kept: Backups", "left: Backups existed"]);
  await screen.unmount();
  expect(said()).toBe("Backups existed");
});

test("words typed before the editor is there come first, the caret goes on after them", async () => {
  const robin = testSession();
  const id = putCard(robin.board, "helped", "Backups");
  const screen = await render(
    <RoomForTests session={robin}>
      <Editor target={{ kind: "card", id }} label="Note" variant="line" />
      <Editor target={{ kind: "text", id: "impactUsers" }} label="Impact" variant="block" />
    </RoomForTests>,
  );
  await userEvent.click(screen.getByRole("textbox", { name: "Impact" })); // a caret that has left takes nothing over
  await userEvent.click(screen.getByRole("textbox", { name: "Note" }));
  await userEvent.keyboard(" existed");
  expect(robin.boardView.getState().cards[id]?.plain).toBe("Backups");
  gate.open();
  await expect
    .element(screen.getByRole("textbox", { name: "Note" }))
    .toHaveAttribute("contenteditable", "true");
  await expect.element(screen.getByRole("textbox", { name: "Note" })).toHaveFocus();
  await userEvent.keyboard(" and were tested");
  expect(robin.boardView.getState().cards[id]?.plain).toBe("Backups existed and were tested");
});
