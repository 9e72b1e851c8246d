// One person at the desk and on the phone: taken along by a link that works once, counted once, found again by cookie.
import { expect, test, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, lead, linkFor, look } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("a board made at the desk is led from the phone; the link works once, and one person counts once", async ({
  browser,
}) => {
  const desk = await arrive(browser, server.url, "Noa");
  const phone = await arrive(browser, server.url, "Noa", { isPhone: true });
  const lena = await arrive(browser, server.url, "Lena");
  await desk.page.goto("/");
  await desk.page.getByRole("button", { name: "New post-mortem" }).click();
  await expect(dock(desk.page)).toBeVisible();
  await join(lena, await linkFor(desk, "Participant"));
  await look(desk.page, "Actions");
  const draft = "Give every retry a key of its";
  await desk.page.getByRole("textbox", { name: "A new action" }).fill(draft);

  const link = await takeAlong(desk.page);
  await phone.page.goto(link);
  await expect(dock(phone.page)).toBeVisible(); // no name is asked for
  expect(phone.page.url()).not.toContain("#");
  const dialog = desk.page.getByRole("dialog", { name: "Continue on another device" });
  await expect(dialog.getByText("Your other device is here. The link is used up.")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();

  await lead(phone, /Check-in/, [lena]);
  expect(await people(phone.page)).toEqual([
    { name: expect.any(String), role: "facilitator", connected: true },
    { name: "Lena", role: "participant", connected: true },
  ]);
  await phone.page.goto(`${new URL(link).pathname}?phase=actions`);
  await expect(phone.page.getByRole("textbox", { name: "A new action" })).toHaveValue(draft);

  const stranger = await arrive(browser, server.url, "Eve");
  await stranger.page.goto(link);
  await expect(stranger.page.getByText(/This link was used already; it works once/)).toBeVisible();
});

test("a browser that lost everything scripts had kept finds its boards by its cookies, and is the same person", async ({
  browser,
}) => {
  const { links } = await makeBoard(server.url, "Payments double-charged");
  const lena = await arrive(browser, server.url, "Lena");
  await join(lena, links.participant);
  await lena.page.goto("/");
  await lena.page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases())
      if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await lena.page.goto("/");
  await lena.page.getByRole("link", { name: "Payments double-charged" }).click();
  await expect(dock(lena.page)).toContainText("Lena");
  expect(await people(lena.page)).toMatchObject([{ name: "Lena", connected: true }]);

  await lena.page.goto("/");
  await lena.page
    .getByRole("button", { name: "Forget “Payments double-charged” on this device" })
    .click();
  await lena.page.getByRole("button", { name: "Forget the board here" }).click();
  await expect(lena.page.getByRole("link", { name: "Payments double-charged" })).toHaveCount(0);
  await expect.poll(() => lena.page.context().cookies()).toEqual([]);
});

/** Who is on the board that a page shows, as the server says it. */
async function people(page: Page): Promise<unknown> {
  const path = `/api/boards/${new URL(page.url()).pathname.slice("/b/".length)}`;
  const answer = await page.evaluate(async (url) => (await fetch(url)).json(), path);
  return Object(answer).participants.map(
    ({ name, role, connected }: Readonly<Record<string, unknown>>) => ({ name, role, connected }),
  );
}

/** The one-time link, as it is copied from the dialog. */
async function takeAlong(page: Page): Promise<string> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Continue on another device …" }).click();
  const dialog = page.getByRole("dialog", { name: "Continue on another device" });
  await expect(
    dialog.getByRole("img", { name: "QR code that takes your seat to another device" }),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Copy link" }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}
