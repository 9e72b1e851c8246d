// How busy the event loop is. Under load ticks are stretched: fewer, fuller writes instead of a queue.
import { performance, type EventLoopUtilization } from "node:perf_hooks";

/** How often the loop is looked at. */
const everyMs = 250;

/** From this share of its time on, the loop counts as busy. */
const busyFrom = 0.25;

/** How much longer a tick is when the loop has no time left. */
const maxStretch = 5;

/** Watches the event loop of this thread. */
export class LoadGauge {
  #before: EventLoopUtilization = performance.eventLoopUtilization();
  #lookedAt = performance.now();
  #stretch = 1;

  /** By how much ticks are stretched: 1 while the loop has time. */
  get stretch(): number {
    const now = performance.now();
    if (now - this.#lookedAt < everyMs) return this.#stretch;
    const before = this.#before;
    this.#before = performance.eventLoopUtilization();
    this.#lookedAt = now;
    const { utilization } = performance.eventLoopUtilization(this.#before, before);
    const busy = Math.max(0, utilization - busyFrom) / (1 - busyFrom);
    this.#stretch = 1 + busy * (maxStretch - 1);
    return this.#stretch;
  }
}
