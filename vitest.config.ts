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
          isolate: false, // the model and the server keep nothing in modules; half the time
          include: ["{shared,server,bench}/src/**/*.test.ts", "client/src/**/*.test.ts"],
        },
      },
      {
        extends: "./client/vite.config.ts",
        root: "./client",
        test: {
          name: "browser",
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
