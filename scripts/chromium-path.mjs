// Where a Chromium for the tests is, and how it is started on a machine without a desktop.
import { existsSync } from "node:fs";

/** Debian's Chromium without windows: a third less work for the same tests. */
export const headlessShell = "/usr/bin/chromium-headless-shell";

const places = [
  process.env.CHROMIUM_PATH,
  headlessShell,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The installed browser, or undefined: then Playwright's own is used, if there is one. */
export const chromiumPath = () => places.find((place) => place && existsSync(place));

export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
