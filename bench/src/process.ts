// A server as a process of its own: started on one core, watched through /proc, ended gently or not.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { ClientOptions } from "./client-options.ts";
import type { Room } from "./room.ts";
import type { Door, Seats, ServerKind } from "./servers.ts";
import { readIfThere, tickMs } from "./proc.ts";
import { sleep } from "./statistics.ts";

/** All of the machine's, not those that this process was put on. */
const cores = cpus().length;
const isPinned = cores >= 2 && spawnSync("taskset", ["-c", "0", "true"]).status === 0;
/** How the two sides are kept apart, in words. */
export const placement = isPinned
  ? `server on core 0, load on core ${cores - 1}`
  : "server and load share the cores";

/** A command that runs on the server's core, or on the one of the load. */
export const placed = (side: "server" | "load", command: readonly string[]): readonly string[] =>
  isPinned ? ["taskset", "-c", String(side === "server" ? 0 : cores - 1), ...command] : command;

/** One server for one run, with a data folder of its own. */
export class RunningServer {
  readonly kind: ServerKind;
  readonly #dataDir = mkdtempSync(join(tmpdir(), "second-story-bench-"));
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #seats: Seats | undefined;
  #pastCpuMs = 0;
  port = 0;
  /** From the start of the process until it took connections. */
  bootMs = 0;

  constructor(kind: ServerKind) {
    this.kind = kind;
    process.once("exit", () => this.#child?.kill("SIGKILL"));
  }

  /** Starts it, again with the data it had. Throws with what it last said when it does not listen. */
  async start(): Promise<void> {
    this.port ||= await freePort();
    this.#seats ??= this.kind.seats?.(`http://127.0.0.1:${this.port}`);
    const { dataSetting } = this.kind;
    mkdirSync(this.#dataDir, { recursive: true });
    const log = openSync(this.#logFile, "a");
    const startedAt = performance.now();
    const [command = "", ...args] = placed("server", [process.execPath, ...this.kind.program]);
    const child = spawn(command, args, {
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        NODE_ENV: "production",
        NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
        HOST: "127.0.0.1",
        PORT: String(this.port),
        ...this.kind.environment,
        ...(dataSetting && { [dataSetting]: this.#dataDir }),
      },
    });
    closeSync(log);
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once("exit", resolve));
    while (!(await isListening(this.port))) {
      if (child.exitCode !== null || performance.now() - startedAt > 30_000)
        throw new Error(`${this.kind.title} did not start: ${this.#lastWords()}`);
      await sleep(3);
    }
    this.bootMs = performance.now() - startedAt;
  }

  /** Asks it to end, and insists when it does not. */
  async stop(): Promise<void> {
    this.#pastCpuMs = this.cpuMs() ?? 0;
    this.#child?.kill("SIGTERM");
    await Promise.race([this.#ended, sleep(10_000)]);
    await this.crash();
  }

  /** kill -9. */
  async crash(): Promise<void> {
    if (this.#child?.exitCode === null) this.#pastCpuMs = this.cpuMs() ?? 0;
    this.#child?.kill("SIGKILL");
    await this.#ended;
    this.#child = undefined;
  }

  /** What it last said, if it ended without having been asked to. */
  diedSaying(): string | undefined {
    const hasEnded = this.#child && (this.#child.exitCode ?? this.#child.signalCode) !== null;
    return hasEnded ? this.#lastWords() : undefined;
  }

  /** Forgets its data. */
  remove(): void {
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** How a client gets into a room. */
  async openDoor({ name, board, doc }: Room, options: ClientOptions): Promise<Door> {
    const { person, wantsSaved = false } = options;
    if (!this.#seats) return { path: `/${encodeURIComponent(name)}` };
    return this.#seats({ board, doc, person, wantsSaved });
  }

  /** CPU time so far, over restarts too, in milliseconds; undefined where the system does not tell. */
  cpuMs(): number | undefined {
    const stat = this.#proc("stat");
    if (!stat) return this.#pastCpuMs || undefined;
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return this.#pastCpuMs + (Number(fields[11]) + Number(fields[12])) * tickMs;
  }

  /** Resident memory in MB; undefined where the system does not tell. */
  memoryMb(): number | undefined {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(this.#proc("status") ?? "")?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  }

  #proc(file: string): string | undefined {
    return this.#child?.pid === undefined
      ? undefined
      : readIfThere(`/proc/${this.#child.pid}/${file}`);
  }

  get #logFile(): string {
    return join(this.#dataDir, "output.log");
  }

  #lastWords(): string {
    return (readIfThere(this.#logFile) ?? "").slice(-600);
  }
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
