// Two at night, a phone: facts line by line, a night pasted at once and taken back, the form above the keyboard; and the link
// to one of them, for those who are on the board and for one who is not yet.
import { expect, test, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { inspect } from "../lib/inspect.ts";
import { arrive, goHome, join, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

const hourMs = 3_600_000;
const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
/** As the chip writes a moment: Sat 21 Nov 23:50. */
const said = (at: number) => {
  const day = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const parts = new Map(day.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get("weekday")} ${parts.get("day")} ${parts.get("month")} ${clock(at)}`;
};
const line = (page: Page) => page.getByRole("textbox", { name: "What happened?" });
const chip = (page: Page) => page.getByRole("button", { name: /^When:/ });
const row = (page: Page, text: string) => page.getByRole("group", { name: new RegExp(`${text}$`) });

test("facts are added on a phone, line by line and a night at once", async ({ browser }) => {
  const { id, links } = await makeBoard(server.url, "Payments double-charged");
  const lena = await arrive(browser, server.url, "Lena", { isPhone: true });
  const { page } = lena;
  await join(lena, links.participant);
  await page.goto(`/b/${id}?phase=timeline`);
  await page.getByRole("button", { name: "Add event" }).first().tap();
  await expect(line(page)).toBeFocused();

  await test.step("one line, one event; later than now is the day before", async () => {
    const inAnHour = Date.now() + hourMs;
    await page.keyboard.type(`${clock(inAnHour)} The pager rings`);
    await expect(chip(page)).toContainText(`${said(inAnHour - 24 * hourMs)} UTC`);
    await page.keyboard.press("Enter");
    await expect(row(page, "The pager rings")).toBeVisible();
    for (const typed of ["now Rolled back", "jetzt Alles ruhig", "~2:15 Database slow"]) {
      await expect(line(page)).toBeFocused();
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    await expect(row(page, "~02:15, Observation: Database slow")).toBeVisible();
    const yesterday = Date.now() - 24 * hourMs;
    await page.keyboard.type("gestern 18:00 Deployment");
    await expect(chip(page)).toContainText(`${said(yesterday).slice(0, -5)}18:00 UTC`);
    await page.keyboard.press("Enter");
    await page.keyboard.type("23 users cannot pay");
    await expect(chip(page)).toHaveText("no time yet");
    await page.keyboard.press("Enter");
    await expect(row(page, "no time yet, Observation: 23 users cannot pay")).toBeVisible();
    await expect(line(page)).toBeFocused();
    await expect(line(page)).toHaveValue("");
  });

  await test.step("nothing of the form is too small for a finger, or said to nobody", () =>
    inspect(page, { isTouch: true }));

  await test.step("the form is above the keyboard", async () => {
    await line(page).tap();
    await page.setViewportSize({ width: 390, height: 440 });
    const add = page
      .getByRole("group", { name: "New event" })
      .getByRole("button", { name: "Add event" });
    await expect(add).toBeInViewport({ ratio: 1 });
    await expect(line(page)).toBeInViewport({ ratio: 1 });
    await expect(line(page)).toBeFocused();
    await page.setViewportSize({ width: 390, height: 844 });
  });

  await test.step("a pasted night is several events, and one undo takes it back", async () => {
    const night = [
      "2026-03-11 23:50 Alarm",
      "23:58 Ada looks at it",
      "the pool is empty",
      "~0:10 Rollback",
      "0:40 All well",
    ].join("\n");
    await page.evaluate((text) => navigator.clipboard.writeText(text), night);
    await page.keyboard.press("ControlOrMeta+V");
    await expect(page.getByText(/^4 events · /)).toHaveText(/Wed 11 Mar 23:50 – Thu 12 Mar 00:40$/);
    await page.keyboard.press("Enter");
    await expect(row(page, "00:40, Observation: All well")).toBeVisible();
    await expect(page.getByText("the pool is empty")).toBeVisible();
    await expect(line(page)).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).tap();
    await expect(row(page, "All well")).toHaveCount(0);
    await expect(row(page, "Alarm")).toHaveCount(0);
    await expect(row(page, "Rolled back")).toBeVisible();
    await saved(lena);
  });

  await test.step("the link of an event opens at it, once one has a seat", async () => {
    await page
      .getByRole("group", { name: "New event" })
      .getByRole("button", { name: "Close" })
      .tap();
    await row(page, "Rolled back").getByRole("button", { name: "More for this event" }).tap();
    await page.getByRole("menuitem", { name: "Copy link" }).tap();
    await expect(page.getByText(/^Link copied/).first()).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const noa = await arrive(browser, server.url, "Noa");
    await noa.page.goto(link);
    await expect(
      noa.page.getByRole("heading", { name: "You are not on this board yet" }),
    ).toBeVisible();
    await noa.page.getByRole("textbox", { name: "The whole link" }).fill(links.facilitator);
    await noa.page.getByRole("button", { name: "Open the board" }).click();
    await noa.page.getByRole("button", { name: "Join the meeting" }).click();
    await expect(row(noa.page, "Rolled back")).toBeFocused();
    await page.goto(link);
    await expect(row(page, "Rolled back")).toBeFocused();
    await expect(row(page, "Rolled back")).toBeInViewport();
  });
});
