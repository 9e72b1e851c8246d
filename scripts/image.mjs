// Goes through the Dockerfile without Docker: each stage in a folder of its own, each COPY and RUN as it is written there.
// Then starts what the image would hold, as the user it says, and asks its health check, a page, a board and a backup.
// What this cannot show is what the base images bring along; installing Debian packages is left out.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What .dockerignore lets through; everything else it leaves out. */
const sent = readFileSync(`${root}.dockerignore`, "utf8")
  .split("\n")
  .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
const work = mkdtempSync(join(tmpdir(), "second-story-image-"));
chmodSync(work, 0o755);

try {
  const image = build(readFileSync(`${root}Dockerfile`, "utf8"));
  await tryOut(image);
  console.log("The image's files start, answer, back up and end.");
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Performs the instructions, and gives the last stage. */
function build(text) {
  const stages = new Map();
  let stage;
  for (const line of instructions(text)) {
    const [, word, rest] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    switch (word) {
      case "FROM":
        stage = openStage(stages, rest);
        break;
      case "WORKDIR":
        stage.workdir = rest;
        mkdirSync(inside(stage, rest), { recursive: true });
        break;
      case "COPY":
        copy(stages, stage, rest);
        break;
      case "RUN":
        run(stage, rest);
        break;
      case "ENV": {
        const [, name, value] = /^(\w+)=(.*)$/.exec(rest) ?? fail(`ENV ${rest}`);
        stage.env[name] = value;
        break;
      }
      case "USER":
        stage.user = rest.split(":").map(Number);
        break;
      case "HEALTHCHECK":
        stage.healthcheck = JSON.parse(rest.slice(rest.indexOf("CMD ") + 4));
        break;
      case "ENTRYPOINT":
        stage.entrypoint = JSON.parse(rest);
        break;
      case "CMD":
        stage.command = JSON.parse(rest);
        break;
      case "VOLUME":
        stage.volume = rest;
        break;
      case "EXPOSE":
        break;
      default:
        fail(line);
    }
  }
  return stage;
}

function instructions(text) {
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
}

function openStage(stages, rest) {
  const [, from, name = "final"] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? fail(`FROM ${rest}`);
  const base = stages.get(from);
  const stage = {
    name,
    root: join(work, name),
    workdir: base?.workdir ?? "/",
    env: { ...base?.env },
  };
  mkdirSync(stage.root);
  if (base) cpSync(base.root, stage.root, { recursive: true, verbatimSymlinks: true });
  stages.set(name, stage);
  return stage;
}

/** Where a path of the image lies here. */
function inside(stage, path) {
  return join(stage.root, path.startsWith("/") ? path : join(stage.workdir, path));
}

function copy(stages, stage, rest) {
  const words = rest.split(/\s+/);
  const options = words.filter((word) => word.startsWith("--"));
  const paths = words.filter((word) => !word.startsWith("--"));
  const target = paths.pop() ?? fail(`COPY ${rest}`);
  const from = options.find((option) => option.startsWith("--from="))?.slice("--from=".length);
  for (const path of paths) {
    const source = from
      ? inside(stages.get(from) ?? fail(`no stage ${from}`), path)
      : join(root, path);
    if (!existsSync(source)) fail(`COPY ${rest}: there is no ${path}`);
    if (!from && !sent.some((one) => path === one || path.startsWith(`${one}/`)))
      fail(`COPY ${rest}: .dockerignore leaves ${path} out`);
    const intoFolder = target.endsWith("/") || target === "." || paths.length > 1;
    const to = intoFolder ? join(inside(stage, target), basename(path)) : inside(stage, target);
    mkdirSync(dirname(to), { recursive: true });
    // what .dockerignore leaves out never comes from here
    const filter = (file) =>
      from !== undefined || !/^(node_modules|dist|data)$/.test(basename(file));
    cpSync(source, to, { recursive: true, verbatimSymlinks: true, filter });
  }
  const owner = options.find((option) => option.startsWith("--chown="))?.slice("--chown=".length);
  if (owner && process.getuid?.() === 0) must("chown", ["-R", owner, inside(stage, target)], {});
}

function run(stage, command) {
  if (command.startsWith("apt-get ")) return console.log(`left out: ${command}`);
  console.log(`${stage.name}: ${command}`);
  must("sh", ["-c", command], { cwd: inside(stage, "."), env: { ...process.env, ...stage.env } });
}

function must(command, args, options) {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
  });
  if (status !== 0) fail(`${command} ${args.join(" ")} ended with ${status}`);
}

/** Starts the image's command as its user. */
async function tryOut(image) {
  const port = String(await freePort());
  const volume = inside(image, image.volume ?? fail("no volume"));
  const { PATH, ...stageEnv } = image.env;
  const path = PATH.split(":")
    .map((part) => (part.startsWith(image.workdir) ? inside(image, part) : part))
    .join(":");
  const env = { ...stageEnv, PATH: path, PORT: port, DATA_DIR: volume, LOG_LEVEL: "warn" };
  const [uid, gid] = image.user ?? fail("it would run as root");
  const user = process.getuid?.() === 0 ? { uid, gid } : {};
  const options = { cwd: inside(image, "."), env, ...user };
  const [command, ...args] = [...image.entrypoint, ...image.command];
  const server = spawn(command, args, { stdio: "inherit", ...options });
  try {
    const [check, ...checkArgs] = image.healthcheck ?? fail("no health check");
    while (spawnSync(check, checkArgs, options).status !== 0)
      if (server.exitCode !== null) fail("the server ended");
    const page = await fetch(`http://127.0.0.1:${port}/`);
    if (!(await page.text()).includes("<title>Second Story</title>"))
      fail("the client is not there");
    const made = await fetch(`http://127.0.0.1:${port}/api/boards`, { method: "POST" });
    if (made.status !== 201) fail(`no board could be made: ${made.status}`);
    const { id, secrets } = await made.json();
    const bearer = { authorization: `Bearer ${secrets.observer}` };
    const report = await fetch(`http://127.0.0.1:${port}/api/boards/${id}/export.md`, {
      headers: bearer,
    });
    if (report.status !== 200) fail(`no report could be made: ${report.status}`);
    const backups = join(work, "backups");
    mkdirSync(backups);
    chmodSync(backups, 0o777);
    const ops = [
      ...image.entrypoint.slice(1),
      "server/src/ops/main.ts",
      "backup",
      join(backups, "one.tar"),
    ];
    must(command, ops, options);
  } finally {
    const exited = once(server, "exit");
    server.kill("SIGTERM");
    const [code] = await exited;
    if (code !== 0) fail(`it ended with ${code}`);
  }
}

function fail(why) {
  throw new Error(`Dockerfile: ${why}`);
}
