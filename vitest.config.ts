// Two test projects: everything without a screen in Node, everything with one in a real browser.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, chromiumPath } from "./scripts/chromium-path.mjs";

const executablePath = chromiumPath();
/** Ends what hangs. What is slow on a busy machine is no failure, and neither is what is polled for. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 50_000 } },
};
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          ...patience,
          isolate: false, // the model and the server keep nothing in modules; half the time
          include: ["{shared,server,bench}/src/**/*.test.ts", "client/src/**/*.test.ts"],
        },
      },
      {
        extends: "./client/vite.config.ts",
        root: "./client",
        test: {
          name: "browser",
          ...patience,
          include: ["src/**/*.browser.test.tsx"],
          setupFiles: [`${import.meta.dirname}/client/src/test-setup.ts`],
          fileParallelism: false, // two pages at once would share what a browser keeps, such as whether keys are on
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
            }),
          },
        },
      },
    ],
  },
});
