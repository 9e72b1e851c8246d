// People in a meeting, each with a browser of their own, and what they do with their hands.
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { makeBoard, openLessons } from "./boards.ts";
import { ownNetwork, type Network } from "./network.ts";

export interface Person {
  readonly name: string;
  readonly page: Page;
  readonly network: Network;
}

interface Equipment {
  readonly isPhone?: boolean;
  readonly locale?: string;
  /** The service worker runs. It keeps the page for the time without a server. */
  readonly hasWorker?: boolean;
}

/** Somebody with a browser that knows no board yet. */
export async function arrive(
  browser: Browser,
  url: string,
  name: string,
  { isPhone = false, locale = "en-GB", hasWorker = false }: Equipment = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale,
    colorScheme: "light",
    timezoneId: "UTC",
    serviceWorkers: hasWorker ? "allow" : "block", // it would hide calls from the network below
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const network = await ownNetwork(context);
  return { name, page: await context.newPage(), network };
}

/** The tab is dropped, and opened again at an address: the same browser, with what it has kept. */
export async function reopen(person: Person, address: string): Promise<Person> {
  const context = person.page.context();
  await person.page.close();
  const page = await context.newPage();
  await page.goto(address);
  return { ...person, page };
}

/** Everybody closes their browser. */
export async function goHome(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** Opens a link and joins under a name. */
export async function join({ name, page }: Person, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Your name in this meeting" }).fill(name);
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await expect(dock(page)).toBeVisible(); // the board itself, not the page that asks for a name
}

/** Noa leads and Lena takes part, and both have the whole board, with the columns of Lessons open. */
export async function twoPeople(
  browser: Browser,
  url: string,
): Promise<{ readonly noa: Person; readonly lena: Person }> {
  const board = await makeBoard(url, "Payments double-charged");
  await openLessons(url, board);
  const { links } = board;
  const noa = await arrive(browser, url, "Noa");
  const lena = await arrive(browser, url, "Lena");
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  for (const person of [noa, lena]) await saved(person);
  return { noa, lena };
}

/** The table everyone sits at: people, timer, the way on. */
export const dock = (page: Page): Locator => page.getByRole("region", { name: "Meeting" });

/** Looks at a phase, without moving the meeting. Its page is there when it resolves. */
export async function look(page: Page, phase: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "Phases" }).getByRole("link", { name: phase });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", /page|step/);
  await expect(title(page)).toBeVisible();
}

/** The title of a phase's page: without it the page is not loaded yet, and without a server it never will be. */
const title = (page: Page): Locator => page.locator("h1[data-page-title]");

/** The facilitator moves the meeting on; everybody is there when it resolves, those who were writing by their pill. */
export async function lead(
  facilitator: Person,
  phase: RegExp,
  followers: readonly Person[],
): Promise<void> {
  await dock(facilitator.page).getByRole("button", { name: phase }).click();
  if (phase.test("Actions"))
    await facilitator.page.getByRole("button", { name: "On to Actions", exact: true }).click();
  for (const { page } of [facilitator, ...followers]) {
    const meeting = page.locator('[aria-current="step"]:visible').filter({ hasText: phase });
    const elsewhere = page.locator('[aria-current="page"]:visible');
    const pill = page.getByRole("button", { name: "Join", exact: true });
    await expect(async () => {
      if (await pill.isVisible()) await pill.click({ timeout: 1_000 });
      await expect(meeting).toBeVisible({ timeout: 1_000 });
      await expect(elsewhere).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(title(page)).toBeVisible();
  }
}

/** The status pill says that everything is on the server's disk. */
export async function saved({ page }: Person): Promise<void> {
  await expect(page.getByRole("button", { name: /^Saved/ })).toBeVisible();
}

/** Copies a link to hand on, from the dialog that shows it. */
export async function linkFor(
  { page }: Person,
  role: "Participant" | "Read only",
): Promise<string> {
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("radio", { name: role }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return link;
}
