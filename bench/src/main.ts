// `pnpm bench`: Second Story beside two other servers on this machine, one table a scenario.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Job } from "./jobs.ts";
import { readOptions, usage, type Options } from "./options.ts";
import { placed, placement } from "./process.ts";
import type { Order } from "./run.ts";
import type { Outcome } from "./scenarios/scenario.ts";
import { serverKinds, type ServerName } from "./servers.ts";
import { missedTargets, tableOf } from "./table.ts";

/** Work of others above this many cores spoils latencies: a full run does such a one again, once. */
const noisyCores = 0.4;

/** What is known of the noise of a run that did not end. */
const silence = { othersCores: undefined, loadShare: 0, lagP99Ms: 0, lagMaxMs: 0 };

const options = readOptions(process.argv.slice(2));
if (typeof options === "string") {
  console.log(options);
  process.exit(options === usage ? 0 : 2);
}
if (options.servers.some((server) => serverKinds[server].isPeer)) installPeers();
const isWhole = await benchmark(options);
process.exit(isWhole ? 0 : 1);

/** Runs everything; false when something of ours failed. */
async function benchmark({ jobs, servers, reps, insists, json }: Options): Promise<boolean> {
  const runs: object[] = [];
  const missed: string[] = [];
  let isWhole = true;
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores; Node ${process.version}; ${placement}. Ratio: how many times better ours is than the better of the others.\n`,
  );
  for (const [name, job] of jobs) {
    const results = new Map<ServerName, Outcome[]>(servers.map((server) => [server, []]));
    for (let rep = 0; rep < reps; rep++)
      for (const server of rotated(servers, rep)) {
        progress(
          `${name}, ${serverKinds[server].title}${reps > 1 ? `, ${rep + 1} of ${reps}` : ""} …`,
        );
        const outcome = await (insists ? runQuietly : runOnce)(job, server);
        results.get(server)?.push(outcome);
        runs.push({
          job: name,
          server,
          rep,
          at: new Date().toISOString(),
          settings: job.settings,
          ...outcome,
        });
        if (json) writeFileSync(json, JSON.stringify(runs, null, 2));
        if (server === "ours" && outcome.failures.length > 0) isWhole = false;
      }
    progress("");
    console.log(`${tableOf(name, job, results)}\n`);
    missed.push(...missedTargets(name, job, results));
  }
  if (servers.includes("ours"))
    console.log(
      missed.length > 0 ? `Targets missed:\n  ${missed.join("\n  ")}` : "All targets met.",
    );
  return isWhole;
}

/** Once more when the machine was busy with something else; of the two the quieter one. */
async function runQuietly(job: Job, server: ServerName): Promise<Outcome> {
  const others = (outcome: Outcome) => outcome.noise.othersCores ?? 0;
  const first = await runOnce(job, server);
  const triesByItself = job.scenario === "saturate";
  if (others(first) <= noisyCores || triesByItself) return first;
  const second = await runOnce(job, server);
  return others(second) < others(first) ? second : first;
}

async function runOnce({ scenario, settings }: Job, server: ServerName): Promise<Outcome> {
  const order: Order = { scenario, server, settings };
  const runner = fileURLToPath(new URL("run.ts", import.meta.url));
  const [command = "", ...args] = placed("load", [process.execPath, runner, JSON.stringify(order)]);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  let output = "";
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  process.off("exit", stop);
  try {
    return JSON.parse(output) as Outcome;
  } catch {
    return {
      figures: {},
      failures: [`it did not end: ${complaint.trim().slice(-400)}`],
      noise: silence,
    };
  }
}

/** The peers have a lockfile of their own and are fetched when they are first needed. */
function installPeers(): void {
  const root = new URL("../../", import.meta.url);
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    packageManager: string;
  };
  const { status, stdout } = spawnSync(
    "npx",
    [
      "--yes",
      "--prefer-offline",
      packageManager,
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
    ],
    {
      cwd: fileURLToPath(new URL("bench/peers/", root)),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  if (status === 0) return;
  console.error(`The other servers could not be installed. Try --servers ours.\n${stdout}`);
  process.exit(1);
}

/** Nobody always goes first. */
function rotated<Value>(values: readonly Value[], by: number): readonly Value[] {
  const start = by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
