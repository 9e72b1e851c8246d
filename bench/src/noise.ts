// What may have disturbed a run, and what a run used.
import { readIfThere, tickMs } from "./proc.ts";
import type { RunningServer } from "./process.ts";

/** What else happened on the machine, and how busy this side was: figures are only as good as these. */
export interface Noise {
  /** Cores used by anything that is neither the server nor the load. */
  readonly othersCores: number | undefined;
  /** Share of its core that the load took. */
  readonly loadShare: number;
  /** How late timers of the load were: 99 of 100 within this. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
}

/** Begins to watch; the returned function ends it. */
export function watchNoise(server: RunningServer): () => Noise {
  const startedAt = performance.now();
  const own = process.cpuUsage();
  const busyBefore = machineCpuMs();
  const serverBefore = server.cpuMs();
  const lags: number[] = [];
  let last = startedAt;
  const timer = setInterval(() => {
    const now = performance.now();
    lags.push(Math.max(0, now - last - 10));
    last = now;
  }, 10);
  return () => {
    clearInterval(timer);
    const wallMs = performance.now() - startedAt;
    const used = process.cpuUsage(own);
    const ownMs = (used.user + used.system) / 1_000;
    const busyMs = since(machineCpuMs(), busyBefore);
    const serverMs = since(server.cpuMs(), serverBefore);
    lags.sort((one, other) => one - other);
    return {
      othersCores:
        busyMs === undefined || serverMs === undefined
          ? undefined
          : Math.max(0, (busyMs - serverMs - ownMs) / wallMs),
      loadShare: ownMs / wallMs,
      lagP99Ms: lags[Math.floor(lags.length * 0.99)] ?? 0,
      lagMaxMs: lags.at(-1) ?? 0,
    };
  };
}

/** The difference, where both are known. */
export const since = (now: number | undefined, before: number | undefined): number | undefined =>
  now === undefined || before === undefined ? undefined : now - before;

/** Memory of a server every quarter of a second; the returned function ends it and gives the series in MB. */
export function watchMemory(server: RunningServer, everyMs = 250): () => readonly number[] {
  const series: number[] = [];
  const note = () => {
    const memory = server.memoryMb();
    if (memory !== undefined) series.push(memory);
  };
  note();
  const timer = setInterval(note, everyMs);
  return () => {
    clearInterval(timer);
    note();
    return series;
  };
}

function machineCpuMs(): number | undefined {
  const line = readIfThere("/proc/stat")?.split("\n", 1)[0];
  if (!line) return undefined;
  const ticks = line.trim().split(/\s+/).slice(1).map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = ticks;
  return (user + nice + system + irq + softIrq + steal) * tickMs;
}
