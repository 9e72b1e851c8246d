// Outages: the network goes while people write, the server is killed, two change the same note apart. Nothing is lost, the
// pill tells the truth, and all screens agree in the end.
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { editNote, note, writeNote } from "../lib/notes.ts";
import { goHome, look, saved, twoPeople } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("the network goes while somebody writes an event, an action and a check-in", async ({
  browser,
}) => {
  const { noa, lena } = await twoPeople(browser, server.url);
  const { page } = lena;
  await lena.network.cut();
  await expect(pill(page, "Offline – nothing waiting")).toBeVisible();

  await look(page, "Timeline");
  await page.getByRole("button", { name: "Add event" }).first().click();
  const form = page.getByRole("group", { name: "New event" });
  await form.getByRole("textbox", { name: "What happened?" }).fill("02:03 The pager rings");
  await page.keyboard.press("Enter");
  await look(page, "Actions");
  await page.getByRole("textbox", { name: "A new action" }).fill("Give every retry a key");
  await page.keyboard.press("Enter");
  await look(page, "Check-in");
  await page.getByRole("textbox", { name: "How do you arrive today?" }).fill("From a tunnel.");
  await page.keyboard.press("Enter");

  await pill(page, "Offline – 3 changes kept here").click();
  const list = page.getByRole("dialog");
  await expect(list.getByRole("listitem")).toContainText([
    "What happened, when: “The pager rings”",
    "Actions: “Give every retry a key”",
    "How do you arrive today?: “From a tunnel.”",
  ]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    list.getByRole("button", { name: "Save as Markdown now" }).click(),
  ]);
  const markdown = await readFile(await file.path(), "utf8");
  expect(markdown).toContain("The pager rings");
  expect(markdown).toContain("Give every retry a key");

  // a reload in the tunnel forgets nothing, and still knows what waits
  await page.reload();
  await expect(pill(page, "Offline – 3 changes kept here")).toBeVisible();
  await expect(page.getByText("From a tunnel.")).toBeVisible();
  await expect(noa.page.getByText("The pager rings")).toHaveCount(0);

  await lena.network.join();
  await saved(lena);
  for (const [phase, text] of [
    ["Timeline", "The pager rings"],
    ["Actions", "Give every retry a key"],
    ["Check-in", "From a tunnel."],
  ] as const) {
    await look(noa.page, phase);
    await expect(noa.page.getByText(text).first()).toBeVisible();
  }
});

test("the server is killed while two people type in one summary", async ({ browser }) => {
  const { noa, lena } = await twoPeople(browser, server.url);
  const people = [noa, lena];
  for (const { page } of people) {
    await look(page, "Summary");
    await page.getByRole("textbox", { name: "Summary" }).click();
  }
  await noa.page.keyboard.type("Before the crash.\nThe retry had ");
  await expect(lena.page.getByRole("main")).toContainText("The retry had");
  await lena.page.keyboard.press("ControlOrMeta+Home");
  await Promise.all([
    noa.page.keyboard.type("no key of its own.", { delay: 20 }),
    lena.page.keyboard.type("So it charged twice. ", { delay: 20 }),
    server.kill(),
  ]);
  for (const { page } of people) await expect(pill(page, /^Offline – \d/)).toBeVisible();
  await lena.page.keyboard.type("Typed while it was down. ");
  await server.start();
  for (const person of people) await saved(person);
  const written = [
    "So it charged twice. Typed while it was down. Before the crash.",
    "The retry had no key of its own.",
  ];
  for (const { page } of people) await expect.poll(() => paragraphs(page)).toEqual(written);
  await noa.page.reload();
  await expect.poll(() => paragraphs(noa.page)).toEqual(written);
});

test("two people change the same note apart from each other", async ({ browser }) => {
  const { noa, lena } = await twoPeople(browser, server.url);
  const people = [noa, lena];
  const [helped, slowed] = ["What helped us?", "What slowed us down?"];
  for (const { page } of people) await look(page, "Lessons");
  await writeNote(noa.page, helped, "Backups were complete");
  await expect(note(lena.page, "Backups were complete")).toBeVisible();

  await test.step("both edits stand in it", async () => {
    await lena.network.cut();
    await editNote(lena.page, "Backups");
    await lena.page.keyboard.type(", and tested");
    await lena.page.keyboard.press("Escape");
    await editNote(noa.page, "Backups");
    await noa.page.keyboard.type(", luckily");
    await noa.page.keyboard.press("Escape");
    await expect(lena.page.getByText("kept here", { exact: true })).toBeVisible();
    await lena.network.join();
    for (const { page } of people)
      for (const words of ["Backups were complete, ", ", and tested", ", luckily"])
        await expect(page.getByRole("main")).toContainText(words);
    await saved(lena);
    await expect(lena.page.getByText("kept here", { exact: true })).toHaveCount(0);
  });

  await test.step("removed by one while another writes in it offline, it comes back with both texts", async () => {
    await lena.network.cut();
    await editNote(lena.page, "Backups");
    await lena.page.keyboard.type(", twice");
    await noa.page.getByRole("button", { name: /^More: Backups/ }).click();
    await noa.page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(note(noa.page, "Backups")).toHaveCount(0);
    await lena.network.join();
    await saved(lena);
    await noa.page.getByRole("button", { name: "Put it back" }).click();
    for (const { page } of people)
      for (const words of ["Backups were complete, ", ", and tested", ", luckily", ", twice"])
        await expect(page.getByRole("main")).toContainText(words);
    await lena.page.keyboard.press("Escape");
  });

  await test.step("undo takes back what is mine, and nothing else", async () => {
    await writeNote(noa.page, slowed, "Mine");
    await expect(note(lena.page, "Mine")).toBeVisible();
    await writeNote(lena.page, slowed, "Hers");
    await expect(note(noa.page, "Hers")).toBeVisible();
    await noa.page.getByRole("button", { name: "More", exact: true }).click();
    await noa.page.getByRole("menuitem", { name: "Undo my last step" }).click();
    for (const { page } of people) {
      await expect(note(page, "Mine")).toHaveCount(0);
      await expect(note(page, "Hers")).toBeVisible();
    }
    await noa.page.getByRole("button", { name: "More", exact: true }).click();
    await noa.page.getByRole("menuitem", { name: "Redo" }).click();
    for (const { page } of people) await expect(note(page, "Mine")).toBeVisible();
  });
});

const pill = (page: Page, words: string | RegExp) => page.getByRole("button", { name: words });

/** The summary without the names at other people's carets. */
const paragraphs = (page: Page) =>
  page
    .getByRole("textbox", { name: "Summary" })
    .locator("p")
    .evaluateAll((all) =>
      all.map((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll(".remote-caret")) caret.remove();
        return copy.textContent;
      }),
    );
