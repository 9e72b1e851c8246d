// Journeys in a real browser: one browser context a person, one server a worker (see lib/server.ts).
import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../scripts/chromium-path.mjs";

const executablePath = chromiumPath();
export default defineConfig({
  testDir: "./journeys",
  outputDir: "../reports/e2e",
  workers: 2,
  fullyParallel: false,
  retries: 0, // a flaky test is a bug in the test or in the product
  timeout: 600_000, // each of these ends what hangs; what is slow on a busy machine is no failure
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: "../reports/playwright.json" }]],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    browserName: "chromium",
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
    trace: process.env["TRACE"] ? "retain-on-failure" : "off", // recording makes everything a quarter slower
    screenshot: "only-on-failure",
    locale: "en-GB",
    timezoneId: "UTC",
    colorScheme: "light",
    viewport: { width: 1440, height: 900 },
  },
});
