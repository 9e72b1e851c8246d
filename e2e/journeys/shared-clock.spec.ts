// One clock for everybody, also for whose own clock is five minutes off and through a restart of the server; and a screen that
// others see, on which nothing stands that is one person's alone.
import { expect, test, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, look } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ LIMITS: "off" });
});
test.afterAll(() => server.remove());
test.afterEach(({ browser }) => goHome(browser));

/** From here on this browser's own clock is five minutes ahead. */
const setClockAhead = (page: Page) =>
  page.context().addInitScript(() => {
    const RealDate = Date;
    const aheadMs = 5 * 60_000;
    globalThis.Date = class extends RealDate {
      constructor(...given: ConstructorParameters<typeof RealDate> | []) {
        if (given.length === 0) super(RealDate.now() + aheadMs);
        else super(...given);
      }
      static override now = () => RealDate.now() + aheadMs;
    } as DateConstructor;
  });

const clock = (page: Page) => dock(page).getByRole("button", { name: /\d:\d\d (left|paused)$/ });

/** What is left, in seconds, as it stands on the screen. */
async function left(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await clock(page).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Two who read the same rest; what passes between the two looks is allowed for. */
async function expectSame(one: Page, other: Page, aboutSeconds: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await left(one)) - (await left(other))))
    .toBeLessThanOrEqual(2);
  expect(Math.abs((await left(one)) - aboutSeconds)).toBeLessThan(150); // a clock that is five minutes off is further away
}

test("[T6] two people read the same rest: running, paused, longer, after a reload and a restart", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Checkout errors");
  const noa = await arrive(browser, server.url, "Noa");
  const robin = await arrive(browser, server.url, "Robin");
  await setClockAhead(robin.page);
  await join(noa, board.links.facilitator);
  await join(robin, board.links.participant);
  expect(await robin.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 200_000);

  await dock(noa.page).getByRole("button", { name: "Timer" }).click();
  await noa.page.getByRole("button", { name: "Start 10 min" }).click();
  await expectSame(robin.page, noa.page, 600);

  await noa.page.keyboard.press("t");
  for (const { page } of [noa, robin]) await expect(clock(page)).toHaveAccessibleName(/paused$/);
  await expect(clock(robin.page)).toHaveText(await clock(noa.page).innerText());
  await robin.page.reload();
  await expect(clock(robin.page)).toHaveText(await clock(noa.page).innerText());

  await noa.page.keyboard.press("t");
  await dock(noa.page).getByRole("button", { name: "One more minute" }).click();
  await expect.poll(() => left(robin.page)).toBeGreaterThan(600);
  await expectSame(robin.page, noa.page, 660);

  await server.kill();
  await expect(robin.page.getByRole("button", { name: /^Offline/ })).toBeVisible();
  await expectSame(robin.page, noa.page, 650);
  await server.start();
  await expect(robin.page.getByRole("button", { name: /^Saved/ })).toBeVisible();
  await expectSame(robin.page, noa.page, 640);
});

test("on a shared screen stands nothing that is mine alone; the room view is one by itself", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Checkout errors");
  const robin = await arrive(browser, server.url, "Robin");
  await join(robin, board.links.participant);
  const { page } = robin;
  const qrCode = page.getByRole("img", { name: "QR code of the link to write" });
  const hidden = page.getByText("Hidden while others may see your screen");
  const closeDialog = async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await look(page, "Check-in");
  const words = page.getByRole("textbox", { name: "How do you arrive today?" });
  await words.fill("Tired, and a little afraid");
  await page.getByRole("heading", { level: 1 }).focus();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "I am sharing my screen" }).click();
  await expect(page.getByRole("button", { name: "Screen shared" })).toBeVisible();
  await expect(words).toHaveValue("");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(hidden).toBeVisible();
  await expect(qrCode).toHaveCount(0);
  expect(await page.content()).not.toContain(board.secrets.participant);
  await page.getByRole("button", { name: "Show anyway" }).click();
  await expect(qrCode).toBeVisible();
  await closeDialog();

  await page.reload();
  await page.getByRole("button", { name: "Screen shared" }).click();
  await page.getByRole("button", { name: "I no longer share it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0); // until then keys are its own
  await expect(words).toHaveValue("Tired, and a little afraid");

  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: "Leave the room view" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Phases" })).toHaveCount(0);
  await expect(words).toHaveValue("");
  await page.keyboard.press("i");
  await expect(hidden).toBeVisible();
  await closeDialog();
  await words.focus();
  await expect(words).toHaveValue("Tired, and a little afraid");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Phases" })).toBeVisible();
});
