// Disks that run out of space on command. Both need a Linux that lets this process do it; tests skip what is missing.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const works = (command: string, ...args: readonly string[]) =>
  process.platform === "linux" && spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Whether `limitFiles` works here. */
export const canLimitFiles = works("prlimit", "--pid", String(process.pid));

/** Whether `mountSmallDisk` works here. */
export const canMount = works("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt");

/** Lets another process write no file beyond so many bytes: the system refuses it as a broken disk does. */
export function limitFiles(pid: number, bytes: number | "unlimited"): void {
  const { status } = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);
  if (status !== 0) throw new Error("the limit could not be set");
}

/** A file system of its own, visible to whom it is shown. */
export interface SmallDisk {
  /** A command in front of another one, which then sees the disk. */
  readonly inside: readonly string[];
  /** Leaves no room for a single byte. */
  fill(): Promise<void>;
  /** Makes room again. */
  empty(): Promise<void>;
  copyTo(folder: string): Promise<void>;
}

/** Far more than a write-ahead log takes before it begins anew: only `fill` fills it, however long a test has to wait. */
const diskBytes = 32 * 1024 * 1024;

/** Puts an empty disk at a folder until the test ends, for processes that are started inside. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk> {
  const mount = `mount -t tmpfs -o size=${diskBytes} tmpfs "$0" && echo ready && exec sleep 600`;
  const holder = spawn("unshare", ["-Urm", "sh", "-c", mount, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  await once(holder.stdout, "data");
  const pid = String(holder.pid);
  const seen = `/proc/${pid}/root${folder}`;
  const ballast = join(seen, "ballast");
  return {
    inside: ["nsenter", "--target", pid, "--user", "--mount", "--preserve-credentials"],
    fill: () => writeFile(ballast, new Uint8Array(diskBytes)).catch(() => {}), // as much as goes in
    empty: () => rm(ballast),
    copyTo: (to) => cp(seen, to, { recursive: true }),
  };
}
