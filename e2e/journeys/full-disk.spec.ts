// The server's disk is full in the middle of a meeting: the meeting goes on, the pill says that nothing is saved, and when
// there is room again everything is on disk, in order, also after a crash.
import { expect, test } from "@playwright/test";
import { makeBoard, openLessons } from "../lib/boards.ts";
import { canFillDisk, fillDisk, freeDisk } from "../lib/disk.ts";
import { editNote, note, writeNote } from "../lib/notes.ts";
import { arrive, dock, goHome, join, look, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.skip(!canFillDisk(), "prlimit (util-linux) is not here: no disk can be filled");
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("the disk is full while people write, and has room again", async ({ browser }) => {
  const board = await makeBoard(server.url, "Payments double-charged");
  await openLessons(server.url, board);
  const { links } = board;
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  const people = [noa, lena];
  const question = "What helped us?";
  for (const { page } of people) await look(page, "Lessons");
  await writeNote(lena.page, question, "Backups were complete");
  for (const person of people) await saved(person);
  const notSaved = lena.page.getByRole("button", { name: "Not saved yet. Keep this tab open." });

  await test.step("it is full: others see what is written, and its author is told", async () => {
    fillDisk(server.pid());
    await writeNote(lena.page, question, "The runbook was right");
    await editNote(lena.page, "Backups");
    await lena.page.keyboard.type(", and tested");
    await lena.page.keyboard.press("Escape");
    await expect(note(noa.page, "The runbook was right")).toBeVisible();
    await expect(notSaved).toBeVisible();
    await notSaved.click();
    const details = lena.page.getByRole("dialog", { name: "Connected, but not saved yet" });
    await expect(details.getByText(/cannot write them to its disk/)).toBeVisible();
    await expect(details.getByRole("listitem")).toHaveCount(2);
    await lena.page.keyboard.press("Escape");
  });

  await test.step("what the server decides is not done by halves", async () => {
    await look(noa.page, "Prepare");
    await dock(noa.page)
      .getByRole("button", { name: /Check-in/ })
      .click();
    await expect(noa.page.getByText(/The server cannot save at the moment/).first()).toBeVisible();
  });

  await test.step("there is room again: everything is saved, and a crash takes nothing", async () => {
    freeDisk(server.pid());
    for (const person of people) await saved(person);
    await server.kill();
    await server.start();
    const omar = await arrive(browser, server.url, "Omar");
    await join(omar, links.observer);
    await look(omar.page, "Lessons");
    for (const words of ["The runbook was right", "Backups were complete", ", and tested"])
      await expect(omar.page.getByRole("main")).toContainText(words);
    for (const person of people) await saved(person);
  });
});
