// Every screen in each of four looks: wide in English and narrow in German, light and dark, filled with a real incident.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { inspect, inspectColours, listen } from "../lib/inspect.ts";
import { arrive, goHome } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

const english = {
  locale: "en-GB",
  newBoard: "New post-mortem",
  demo: "Try it with a real incident",
  join: "Join the meeting",
  more: "More",
  invite: "Invite people",
  device: "Continue on another device …",
  links: "Links to the board …",
  parked: /^Parked ideas/,
  saved: /^Saved/,
};
const german: typeof english = {
  locale: "de-DE",
  newBoard: "Neues Post-mortem",
  demo: "Mit einem echten Vorfall ausprobieren",
  join: "Dazukommen",
  more: "Mehr",
  invite: "Leute einladen",
  device: "Auf anderem Gerät weitermachen …",
  links: "Links zum Board …",
  parked: /^Geparkte Ideen/,
  saved: /gespeichert|Gespeichert/,
};
const looks = [
  { width: 1440, say: english, isPhone: false },
  { width: 360, say: german, isPhone: true },
] as const;
const phases = ["check-in", "timeline", "summary", "lessons", "actions", "check-out"] as const;

test.describe.configure({ mode: "parallel" });

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

for (const look of looks)
  test(`every screen, ${look.width} pixels wide, light and dark`, async ({ browser }) => {
    const page = await open(browser, look);
    const { say } = look;
    const complaints = listen(page);
    const see = (screen: string) =>
      test.step(screen, async () => {
        const picture = (scheme: string) => ({
          path: `reports/screens/${screen}-${scheme}-${look.width}.png`,
          fullPage: true,
        });
        await page.screenshot(picture("light"));
        await inspect(page, { isTouch: look.isPhone });
        await page.emulateMedia({ colorScheme: "dark" });
        await page.screenshot(picture("dark"));
        await inspectColours(page); // the rest is the same in the dark
        await page.emulateMedia({ colorScheme: "light" });
        expect.soft(complaints.splice(0), "the console").toEqual([]);
      });

    const board = await makeBoard(server.url, "");
    await page.goto("/");
    await expect(page.getByRole("button", { name: say.newBoard })).toBeVisible();
    await see("landing");
    await page.goto(`/b/${board.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await see("no-key");
    await page.goto("about:blank");
    await page.goto(board.links.facilitator);
    await expect(page.getByRole("button", { name: say.join })).toBeVisible();
    await see("join");
    await page.getByRole("button", { name: say.join }).click();
    await expect(page.getByRole("button", { name: say.saved })).toBeVisible();
    await see("prepare-first");
    await page.goto(`/b/${board.id}?phase=lessons`);
    await expect(page.getByRole("button", { name: say.saved })).toBeVisible();
    await page.keyboard.press("1");
    await page.keyboard.type("Datenbankwiederherstellungsreihenfolge");
    await page.keyboard.press("Escape");
    await see("lessons-writing");

    await page.goto("/");
    await page.getByRole("button", { name: say.demo }).click();
    await expect(page.getByRole("button", { name: say.saved })).toBeVisible();
    await see("prepare");
    const { pathname } = new URL(page.url());
    for (const phase of phases) {
      await page.goto(`${pathname}?phase=${phase}`);
      await expect(page.getByRole("button", { name: say.saved })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await see(phase);
    }

    await page.getByRole("button", { name: say.saved }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await see("status");
    await close(page);
    await page.getByRole("button", { name: say.more, exact: true }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await see("menu");
    await page.getByRole("menuitem", { name: say.invite }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await see("invite");
    await close(page);
    for (const panel of ["device", "links"] as const) {
      await page.getByRole("button", { name: say.more, exact: true }).click();
      await page.getByRole("menuitem", { name: say[panel] }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("img").or(dialog.getByRole("listitem")).first()).toBeVisible();
      await see(panel);
      await close(page);
    }
    await page.getByRole("button", { name: say.more, exact: true }).click();
    await page.getByRole("menuitem", { name: say.parked }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.type("Give every retry a key of its own");
    await page.keyboard.press("Enter");
    await see("parking");
  });

async function open(browser: Browser, { width, isPhone, say }: (typeof looks)[number]) {
  const { locale } = say;
  const { page } = await arrive(browser, server.url, "Noa", { isPhone, locale });
  await page.emulateMedia({ reducedMotion: "reduce" });
  if (isPhone) await page.setViewportSize({ width, height: 780 });
  return page;
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
