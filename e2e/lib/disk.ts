// A disk that fills up under a running server and has room again: a limit on how far a process may write in a file, which
// the kernel answers as it does a full disk, to root as well.
import { execFileSync, spawnSync } from "node:child_process";

/** Whether this machine can do so; prlimit belongs to util-linux. */
export const canFillDisk = (): boolean => spawnSync("prlimit", ["--version"]).status === 0;

/** From here on every write of the process to a file fails. */
export const fillDisk = (pid: number): void => limitFiles(pid, "0:");

export const freeDisk = (pid: number): void => limitFiles(pid, "unlimited:");

/** Sets the soft limit alone, so that anybody may lift it again. */
function limitFiles(pid: number, soft: string): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${soft}`]);
}
