// The one entry behind `npm start`, `npm test` and `npm run dev`: needs only Node and npm, calls the pinned pnpm
// through npx, installs from the lockfile, then runs the task on the pinned Node that the install brought along.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const shell = process.platform === "win32";
const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const npx = ["--yes", "--prefer-offline", packageManager.split("+")[0]];
const [task = "start", ...rest] = process.argv.slice(2);

/** Runs one pnpm command to its end; a failure ends this process with the same code. */
function must(...args) {
  const result = spawnSync("npx", [...npx, ...args], { cwd: root, stdio: "inherit", shell });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The Node that came with the install, or the present one if it is new enough; else one sentence and the end. */
function nodeToRun() {
  const pinned = `${root}node_modules/.bin/node`;
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  console.error(
    `Second Story needs Node 26: the one that comes with it does not run on this machine, and ${process.version} is too old. Install Node 26 or newer and try again.`,
  );
  process.exit(1);
}

/** What runs on the pinned Node itself: no shell or pnpm in between to swallow signals or to write between the lines. */
const programs = {
  // V8 would let its room for young objects grow to twice that, which costs memory and gains nothing (docs/performance.md)
  start: ["--max-semi-space-size=16", "server/src/main.ts"],
  ops: ["server/src/ops/main.ts"],
};

const isInstalled = existsSync(`${root}node_modules/.modules.yaml`);
if (task !== "ops" || !isInstalled) must("install", "--frozen-lockfile", "--prefer-offline");
const node = nodeToRun();
if (task === "start") must("run", "do:build");
const program = programs[task];
const child = program
  ? spawn(node, [...program, ...rest], { cwd: root, stdio: "inherit" })
  : spawn("npx", [...npx, "run", `do:${task}`, ...rest], { cwd: root, stdio: "inherit", shell });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
const parent = process.ppid; // npm passes a SIGTERM on to its own shell only, which dies without telling us
setInterval(() => {
  if (process.ppid !== parent) child.kill("SIGTERM");
}, 500).unref();
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 128 : 1)));
