// A password was typed on a note. It is erased, and then looked for everywhere: in the server's files, in exports, in every
// browser, with one of them away while it happened. Then the board itself is deleted.
import { expect, test } from "@playwright/test";
import { makeBoard, openLessons } from "../lib/boards.ts";
import { editNote, note, writeNote } from "../lib/notes.ts";
import { arrive, goHome, join, look, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";
import { databasesOf, inBrowser, inFiles } from "../lib/traces.ts";

/** Letters of four bytes that stand nowhere else, nor by chance: a single one that is left anywhere is found, so no piece of the word can hide. */
const secret = [..."𠜎𠜱𠝹𠱓𠱸𠲖"];
const question = "What helped us?";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("what is erased is nowhere, comes back from nowhere, and a deleted board leaves every browser", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Payments double-charged");
  await openLessons(server.url, board);
  const people = await Promise.all(
    ["Lea", "Ada", "Bob"].map((name) => arrive(browser, server.url, name)),
  );
  const [lea, ada, bob] = people;
  if (!lea || !ada || !bob) throw new Error("three came");
  await join(lea, board.links.facilitator);
  await join(ada, board.links.participant);
  await join(bob, board.links.participant);
  for (const { page } of people) await look(page, "Lessons");

  await test.step("Ada types it letter by letter, and others see it", async () => {
    await writeNote(ada.page, question, "A note that stays");
    await writeNote(ada.page, question, `Token ${secret.join("")}`);
    await editNote(ada.page, "Token");
    for (let step = 0; step < 2; step++) await ada.page.keyboard.press("Backspace");
    await ada.page.keyboard.type(secret.slice(-2).join(""));
    await ada.page.keyboard.press("Escape");
    await expect(note(bob.page, "Token")).toBeVisible();
    await expect(note(lea.page, "Token")).toBeVisible();
    for (const person of people) await saved(person);
    expect(await inFiles(server.dataDir, secret)).toEqual(secret);
    for (const { page } of people) await expect.poll(() => inBrowser(page, secret)).toEqual(secret);
  });

  await test.step("Bob goes into a tunnel and writes on in it; Lea may not be the author and erases it", async () => {
    await bob.network.cut();
    await editNote(bob.page, "Token");
    await bob.page.keyboard.type(secret.join(""));
    await bob.page.keyboard.press("Escape");
    await lea.page.getByRole("button", { name: /^More: Token/ }).click();
    await lea.page.getByRole("menuitem", { name: "Erase for good" }).click();
    const dialog = lea.page.getByRole("alertdialog", { name: "Erase this for good?" });
    await expect(dialog).toContainText("Token");
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await expect(dialog).toHaveCount(0);
    for (const { page } of [lea, ada]) await expect(note(page, "Token")).toHaveCount(0);
    expect(await inFiles(server.dataDir, secret)).toEqual([]);
  });

  await test.step("undo does not bring it back, nor does Bob", async () => {
    for (let step = 0; step < 6; step++) await ada.page.keyboard.press("ControlOrMeta+z");
    for (let step = 0; step < 6; step++) await ada.page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(note(ada.page, "A note that stays")).toBeVisible();
    await bob.network.join();
    await expect(note(bob.page, "Token")).toHaveCount(0);
    for (const person of people) await saved(person);
    for (const { page } of people) {
      await expect.poll(() => inBrowser(page, secret)).toEqual([]);
      await expect(page.getByText(secret[0] ?? "")).toHaveCount(0);
    }
    expect(await inFiles(server.dataDir, secret)).toEqual([]);
    for (const file of ["export.md", "export.json"]) {
      const headers = { authorization: `Bearer ${board.secrets.participant}` };
      const answer = await fetch(`${server.url}/api/boards/${board.id}/${file}`, { headers });
      const text = await answer.text();
      expect(text).toContain("A note that stays");
      expect(secret.filter((letter) => text.includes(letter))).toEqual([]);
    }
    await bob.page.reload();
    await expect(note(bob.page, "A note that stays")).toBeVisible();
    expect(await inBrowser(bob.page, secret)).toEqual([]);
  });

  await test.step("Lea sets a note aside; Ada alone is asked, and puts it back in other words", async () => {
    const harsh = "𡃁"; // as rare as those above
    await writeNote(ada.page, question, `Lea was careless ${harsh}`);
    await expect(note(lea.page, "Lea was careless")).toBeVisible();
    await lea.page.getByRole("button", { name: /^More: Lea was/ }).click();
    await lea.page.getByRole("menuitem", { name: "Set aside until reworded" }).click();
    const asked = "A note of yours is set aside. Only you see this.";
    for (const { page } of people) {
      await expect(page.getByText("Set aside until it is reworded")).toBeVisible();
      await expect(page.getByText("Lea was careless")).toHaveCount(0);
    }
    await expect(ada.page.getByText(asked)).toBeVisible();
    for (const { page } of [lea, bob]) await expect(page.getByText(asked)).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Say it another way" }).first().click();
    await ada.page.getByRole("textbox", { name: "In other words" }).fill("The page came twice");
    await ada.page.getByRole("button", { name: "Put it back" }).click();
    for (const { page } of people) await expect(note(page, "The page came twice")).toBeVisible();
    for (const { page } of [lea, bob])
      await expect.poll(() => inBrowser(page, [harsh])).toEqual([]);
  });

  await test.step("Lea deletes the board; copies go, but what only Bob has is offered to him first", async () => {
    await bob.network.cut();
    await writeNote(bob.page, question, "Only here");
    await lea.page.getByRole("button", { name: "More", exact: true }).click();
    await lea.page.getByRole("menuitem", { name: "Delete the board" }).click();
    const dialog = lea.page.getByRole("alertdialog", { name: "Delete this board for everyone?" });
    await dialog.getByRole("textbox", { name: /to confirm/ }).fill("delete");
    await dialog.getByRole("button", { name: "Delete the board" }).click();
    await expect(lea.page).toHaveURL(`${server.url}/`);
    await expect(ada.page.getByRole("alertdialog", { name: /deleted for good/ })).toBeVisible();
    for (const { page } of [lea, ada])
      await expect.poll(() => databasesOf(page, board.id)).toEqual([]);

    await bob.network.join();
    const last = bob.page.getByRole("alertdialog");
    await expect(last).toContainText("1 change of yours never reached the server");
    expect(await databasesOf(bob.page, board.id)).not.toEqual([]);
    const download = bob.page.waitForEvent("download");
    await last.getByRole("button", { name: "Save as Markdown now" }).click();
    await download;
    await last.getByRole("button", { name: "Clear this browser's copy" }).click();
    await expect.poll(() => databasesOf(bob.page, board.id)).toEqual([]);
  });
});
