// Makes sure that an nginx for the journey behind a proxy is there: what is installed, else the distribution's. On a desktop
// the package would start a web server as a service, so there it is asked for instead; the journey then skips itself.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { nginxPath } from "./nginx-path.mjs";

const run = (command, ...args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;
const startsServices = existsSync("/run/systemd/system") && !process.env.CI;

if (!nginxPath() && process.platform === "linux" && !startsServices) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...words] = [...sudo, "apt-get", ...args];
    return run(command, ...words);
  };
  if (apt("update", "-qq")) apt("install", "-y", "-qq", "--no-install-recommends", "nginx-light");
}
const path = nginxPath();
if (!path && process.env.CI) {
  console.error("No nginx for the tests: install it, or name one in NGINX_PATH.");
  process.exit(1);
}
console.log(
  path
    ? `Proxy: ${path}`
    : "NO NGINX: the journey behind a proxy will be SKIPPED. Install nginx, or name one in NGINX_PATH.",
);
