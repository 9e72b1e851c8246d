import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { useFrameShortcuts } from "../frame/use-frame-shortcuts.ts";
import { ShortcutsDialog } from "../panels/shortcuts-dialog.tsx";
import { putCard, RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { useArriving } from "../screen/arriving.ts";
import { useCommand } from "../screen/commands.ts";
import { useLook } from "../screen/look.ts";
import { setSingleKeys } from "../screen/single-keys.ts";
import { Palette } from "./palette.tsx";

beforeEach(() => {
  setSingleKeys(true);
  useLook.getState().follow();
});

const done: string[] = [];

function Frame() {
  useFrameShortcuts();
  useCommand({ id: "vote", name: "Cast a vote", keys: "v", run: () => done.push("vote") });
  return <textarea aria-label="A field" />;
}

async function board(options: TestRoom = {}) {
  const session = testSession({ phase: "timeline", ...options });
  const note = putCard(session.board, "helped", "The status page was up to date");
  await render(
    <RoomForTests session={session}>
      <Frame />
      <Palette />
      <ShortcutsDialog />
    </RoomForTests>,
  );
  return { session, note };
}

const field = page.getByRole("combobox", { name: /^Find/ });
const shown = () =>
  page
    .getByRole("option")
    .elements()
    .map((item) => item.textContent);

test("[Z13] Ctrl + K opens it while somebody types; arrows choose, Enter does, Escape leaves", async () => {
  await board();
  await userEvent.click(page.getByRole("textbox", { name: "A field" }));
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("look at sum");
  await expect.poll(shown).toEqual(["Look at SummaryGS"]);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(useLook.getState().lookingAt).toBe("summary");
  await expect.element(field).not.toBeInTheDocument();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(field).not.toBeInTheDocument();
});

test("[Z13] a slash finds a note by its words, and goes there", async () => {
  const { note } = await board();
  await userEvent.keyboard("/");
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("status page");
  await expect.poll(shown).toEqual(["The status page was up to datenote"]);
  await userEvent.keyboard("{Enter}");
  expect(useArriving.getState().to?.card).toBe(note);
});

test("[Z13] who leads moves the meeting from there, marked as a facilitator's; others are not offered it", async () => {
  const { session } = await board({ me: "noa" });
  await userEvent.keyboard("/");
  await userEvent.fill(field, "move to lessons");
  await expect.poll(shown).toEqual(["Move the meeting to Lessonsfacilitator"]);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => session.requests).toMatchObject([{ type: "goTo", phase: "lessons" }]);
});

test("[Z13] a participant finds no lead, and the commands of what is on the screen", async () => {
  await board();
  await userEvent.keyboard("/");
  await userEvent.fill(field, "move the meeting");
  await expect.element(page.getByText("Nothing here has these words.")).toBeVisible();
  await userEvent.fill(field, "cast");
  await userEvent.keyboard("{Enter}");
  expect(done.splice(0)).toEqual(["vote"]);
});

test("[Z14] single keys never fire while somebody types, and can be switched off", async () => {
  await board();
  await userEvent.click(page.getByRole("textbox", { name: "A field" }));
  await userEvent.keyboard("v?/");
  expect(done).toEqual([]);
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("v");
  expect(done.splice(0)).toEqual(["vote"]);
  await userEvent.keyboard("{Shift>}?{/Shift}");
  await userEvent.click(page.getByText(/^Single keys work/));
  await userEvent.click(page.getByRole("button", { name: "Close" }));
  await userEvent.keyboard("vgs/");
  expect([done, useLook.getState().lookingAt]).toEqual([[], undefined]);
  await expect.element(field).not.toBeInTheDocument();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("{Escape}");
});
