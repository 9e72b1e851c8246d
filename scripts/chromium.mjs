// Makes sure that a browser for the tests is there: what is installed, else the distribution's, else Playwright's own.
import { spawnSync } from "node:child_process";
import { chromiumPath } from "./chromium-path.mjs";

const run = (command, ...args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;

function installFromDistribution() {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...words] = [...sudo, "apt-get", ...args];
    return run(command, ...words);
  };
  return (
    apt("update", "-qq") &&
    apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation")
  );
}

if (!chromiumPath() && !(process.platform === "linux" && installFromDistribution())) {
  if (!run("pnpm", "exec", "playwright", "install", "chromium")) {
    console.error("No browser for the tests: install Chromium, or name one in CHROMIUM_PATH.");
    process.exit(1);
  }
}
console.log(`Browser: ${chromiumPath() ?? "the one of Playwright"}`);
