// The real server as a process of its own, on a data folder and a port of its own, so that a journey can kill it and start
// it again.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where Node keeps what it has compiled, so that the second server of a run starts in half the time. */
const compiled = join(root, "reports", "compiled");

export interface Server {
  readonly url: string;
  /** Where it keeps everything. */
  readonly dataDir: string;
  /** The process that runs. */
  readonly pid: () => number;
  /** Starts the process again on the same data and port; resolves once it is healthy. */
  readonly start: () => Promise<void>;
  /** Ends the process as a crash does, without a chance to write anything. */
  readonly kill: () => Promise<void>;
  /** Ends the process as an operator does. */
  readonly stop: () => Promise<void>;
  /** Ends the process and removes its data. */
  readonly remove: () => Promise<void>;
  /** Everything the process has logged. */
  readonly log: () => string;
}

/** Starts a server; resolves once it is healthy. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), "second-story-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let log = "";

  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  const start = async () => {
    const started = spawn(process.execPath, ["server/src/main.ts"], {
      cwd: root,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compiled,
        PORT: String(port),
        HOST: "127.0.0.1",
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on("data", (chunk: Buffer) => {
        log += chunk.toString();
      });
    await healthy(url, started, () => log);
  };
  await start();
  return {
    url,
    dataDir,
    pid: () => {
      if (child?.pid === undefined) throw new Error("The server does not run.");
      return child.pid;
    },
    start,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    remove: async () => {
      await end("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
    log: () => log,
  };
}

/** Asks until the server answers; a process that ended instead is an error with its log. */
async function healthy(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${log()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port to be had.");
  return address.port;
}
