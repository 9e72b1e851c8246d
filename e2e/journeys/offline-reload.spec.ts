// The tab of a phone is dropped while the server is dead, and opened again: the board is there, is written on, and goes out
// when the server is back. And a newer version of the product, which waits until somebody wants it.
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { makeBoard, openLessons } from "../lib/boards.ts";
import { note } from "../lib/notes.ts";
import { arrive, goHome, join, look, reopen, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";
import { upgradeable } from "../lib/upgrade.ts";
import { writeNotesOnPhone } from "../lib/writing.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("[O1] a phone's tab is dropped without a server, reopened, written on, and comes back", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Payments double-charged");
  await openLessons(server.url, board);
  const { id, links } = board;
  const noa = await arrive(browser, server.url, "Noa");
  const first = await arrive(browser, server.url, "Lena", { isPhone: true, hasWorker: true });
  await join(noa, links.facilitator);
  await join(first, links.participant);
  await saved(first);
  await isKept(first.page);
  await server.kill();

  const lena = await reopen(first, `/b/${id}`);
  await pill(lena.page, "Offline").click();
  await expect(lena.page.getByRole("dialog")).not.toContainText("Keep this tab open");
  await lena.page.keyboard.press("Escape");

  // as far as Lessons, which this phone has never seen
  for (const phase of ["Check-in", "Timeline", "Summary", "Lessons"])
    await lena.page.getByRole("button", { name: `Look at ${phase}` }).click();
  const question = "What slowed us down?";
  await writeNotesOnPhone(lena.page, "Slowed", question, ["The tunnel had no signal"]);
  await pill(lena.page, "Offline – 1 kept here").click();
  const [file] = await Promise.all([
    lena.page.waitForEvent("download"),
    lena.page.getByRole("button", { name: "Save as Markdown now" }).click(),
  ]);
  const markdown = await readFile(await file.path(), "utf8");
  expect(markdown).toContain("Payments double-charged");
  expect(markdown).toContain("The tunnel had no signal");
  await lena.page.keyboard.press("Escape");

  const again = await reopen(lena, `/b/${id}?phase=lessons`);
  await expect(pill(again.page, "Offline – 1 kept here")).toBeVisible();
  expect(await keptAddresses(again.page), "nothing of a board").not.toContain(id);

  await server.start();
  await saved(again);
  await look(noa.page, "Lessons");
  await expect(note(noa.page, "The tunnel had no signal")).toBeVisible();
});

test("[O4] a newer version takes nobody's caret: it is offered once nobody types, and every word is kept", async ({
  browser,
}) => {
  const upgrade = await upgradeable(server.url);
  const { id, secrets } = await makeBoard(server.url, "Payments double-charged");
  const lena = await arrive(browser, upgrade.url, "Lena", { hasWorker: true });
  const { page } = lena;
  await join(lena, `/b/${id}#${secrets.participant}`);
  await isKept(page);
  const script = await startedBy(page);
  await look(page, "Summary");
  const summary = page.getByRole("textbox", { name: "Summary" });
  await summary.click();
  await page.keyboard.type("The retry had ");

  upgrade.install();
  const offer = page.getByRole("complementary", { name: "New version" });
  const second = await page.context().newPage(); // any page that is opened finds the newer version
  await second.goto("/");
  expect(await startedBy(second)).not.toBe(script);
  await expect.poll(() => versionsKept(page), { timeout: 60_000 }).toBe(2);
  await page.keyboard.type("no key of its own.");
  await expect(summary).toBeFocused();
  await expect(offer).toHaveCount(0);
  expect(await page.evaluate(async (url) => (await fetch(url)).status, script)).toBe(200); // gone on the server

  await page.getByRole("heading", { level: 1 }).click();
  await offer.getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => startedBy(page)).not.toBe(script);
  await expect(summary).toHaveText("The retry had no key of its own.");
  await saved(lena);
  await expect(offer).toHaveCount(0);
  upgrade.close();
});

/** The address of the script that started a page. */
const startedBy = (page: Page) =>
  page.locator("script[type=module][src]").evaluate((script: HTMLScriptElement) => script.src);

/** The worker has everything, so that the tab may go. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

/** How many versions of the page the browser keeps whole; 0 while one is on its way. */
const versionsKept = (page: Page) =>
  page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return installing || waiting ? 0 : (await caches.keys()).length;
  });

/** Every address under which the browser keeps something in its caches, in one text. */
const keptAddresses = (page: Page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = await Promise.all(all.map((cache) => cache.keys()));
    return kept
      .flat()
      .map(({ url }) => url)
      .join("\n");
  });

const pill = (page: Page, words: string) => page.getByRole("button", { name: words });
