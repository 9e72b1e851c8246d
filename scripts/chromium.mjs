// Makes sure that a browser for the tests is there: what is installed, else the distribution's, else Playwright's own.
// Where CI runs, the headless shell is got even if there is a Chromium: it saves minutes, and its lack breaks nothing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath, headlessShell } from "./chromium-path.mjs";

const run = (command, ...args) =>
  spawnSync(command, args, { stdio: "inherit", timeout: 180_000 }).status === 0;

/** Installs packages of Debian: from the lists that are here, else from newer ones. */
function installFromDistribution(...packages) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const patience = ["Retries=0", "http::Timeout=10", "https::Timeout=10"];
    const options = patience.flatMap((option) => ["-o", `Acquire::${option}`]);
    const [command, ...words] = [...sudo, "apt-get", ...options, "-qq", ...args];
    return run(command, ...words);
  };
  const install = () => apt("install", "-y", "--no-install-recommends", ...packages);
  return install() || (apt("update") && install());
}

if (process.platform === "linux" && !process.env.CHROMIUM_PATH) {
  const isWanted = process.env.CI ? !existsSync(headlessShell) : !chromiumPath();
  if (isWanted) installFromDistribution("chromium-headless-shell", "fonts-liberation");
  if (!chromiumPath()) installFromDistribution("chromium", "fonts-liberation");
}
if (!chromiumPath() && !run("pnpm", "exec", "playwright", "install", "chromium")) {
  console.error("No browser for the tests: install Chromium, or name one in CHROMIUM_PATH.");
  process.exit(1);
}
console.log(`Browser: ${chromiumPath() ?? "the one of Playwright"}`);
