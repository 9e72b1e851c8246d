// Takes the README's pictures of a real meeting: a server on a temporary folder, a board filled from a real incident, and
// six people in real browsers. Needs the client built: `pnpm run do:pictures` does both.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, mkdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "./chromium-path.mjs";
import { freePort } from "./free-port.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}docs/images`;
/** A README that is looked at on a phone should not weigh more. */
const maxBytes = 200_000;
const desk = { width: 1440, height: 760 };
const phone = { width: 390, height: 844 };

const { url, stop } = await startServer();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  mkdirSync(folder, { recursive: true });
  await takePictures();
} finally {
  await browser.close();
  await stop();
}

async function takePictures() {
  const noa = await arrive("Noa", desk);
  await noa.goto("/");
  await noa.getByRole("button", { name: "Try it with a real incident" }).click();
  await noa.waitForURL("**/b/*");
  const board = new URL(noa.url()).pathname;
  const secret = await noa.evaluate((path) => {
    const boards = JSON.parse(localStorage.getItem("second-story:boards") ?? "{}");
    return boards[path.slice("/b/".length)].secrets.participant;
  }, board);

  const others = [];
  for (const name of ["Lena", "Tom", "Priya", "Mehmet"])
    others.push(await joinAs(name, desk, `${board}#${secret}`));
  const [lena, tom, priya] = others;
  const vera = await joinAs("Vera", phone, `${board}#${secret}`);

  await lead(noa, "Check-in");
  await lead(noa, "Timeline");
  await walkTo(noa, "Monitoring reports many faults");
  await picture(noa, "timeline");
  await vera.getByText("Status is set to red.").evaluate((row) => row.scrollIntoView());
  await vera.mouse.wheel(0, -240);
  await picture(vera, "timeline-phone");

  await lead(noa, "Summary");
  await writeAtEnd(priya, " Catching up took longer than anyone expected.");
  await noa.emulateMedia({ colorScheme: "dark" });
  await picture(noa, "summary-dark");
  await noa.emulateMedia({ colorScheme: "light" });

  await lead(noa, "Lessons");
  await startNote(tom, "2", "The restore runbook lay in three wikis");
  await startNote(lena, "4", "Catch-up time depends on how many people are aw");
  await picture(noa, "lessons");
}

/** Somebody with a browser of their own, who has been here before under that name. */
async function arrive(name, viewport) {
  const isPhone = viewport === phone;
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  await context.addInitScript((own) => localStorage.setItem("second-story:name", own), name);
  return context.newPage();
}

async function joinAs(name, viewport, link) {
  const page = await arrive(name, viewport);
  await page.goto(link);
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function lead(facilitator, phase) {
  await facilitator
    .getByRole("region", { name: "Meeting" })
    .getByRole("button", { name: new RegExp(phase) })
    .click();
  await facilitator.locator('[aria-current="step"]', { hasText: phase }).first().waitFor();
}

/** Steps through the events, for everybody, as far as one. */
async function walkTo(facilitator, event) {
  const inFocus = facilitator.getByRole("complementary").getByText(event);
  while (!(await inFocus.isVisible())) {
    await facilitator.getByRole("button", { name: "Next event" }).click();
    await facilitator.waitForTimeout(400); // the focus moves once the server has said so
  }
}

async function writeAtEnd(page, words) {
  const summary = page.getByRole("textbox", { name: "Summary" });
  await summary.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

async function startNote(page, key, words) {
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press(key);
  await page.getByRole("textbox", { name: /^Note/ }).first().waitFor();
  await page.keyboard.type(words);
}

async function picture(page, name) {
  const path = `${folder}/${name}.png`;
  await page.evaluate(() => document.fonts.ready);
  await page.getByRole("button", { name: /^Saved/ }).waitFor();
  await page.waitForTimeout(600); // whatever moves has come to rest; names at carets stay for two seconds
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`docs/images/${name}.png ${(size / 1000).toFixed(0)} kB`);
  if (size > maxBytes) throw new Error(`${name}.png is over ${maxBytes / 1000} kB`);
}

/** The real server on a folder that goes with it. */
async function startServer() {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "second-story-pictures-"));
  const child = spawn(process.execPath, ["server/src/main.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, LIMITS: "off", LOG_LEVEL: "warn" },
    stdio: "inherit",
  });
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error("The server ended before it was ready.");
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: address,
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
