// Two test projects: everything without a screen in Node, everything with one in a real browser.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, chromiumPath } from "./scripts/chromium-path.mjs";

const executablePath = chromiumPath();
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          testTimeout: 60_000, // ends what hangs; what is slow on a busy machine is no failure
          hookTimeout: 60_000,
          isolate: false, // the model and the server keep nothing in modules; half the time
          include: ["{shared,server,bench}/src/**/*.test.ts", "client/src/**/*.test.ts"],
        },
      },
      {
        extends: "./client/vite.config.ts",
        root: "./client",
        test: {
          name: "browser",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ["src/**/*.browser.test.tsx"],
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
