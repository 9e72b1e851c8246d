// What the process takes: processor, memory, and how long the event loop keeps people waiting. Under the names that dashboards
// for Node know.
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Reading } from "./metrics-text.ts";

/** Watches the process from here on. Gives the function that reads; delays are those since it was last called. */
export function watchProcess(): () => readonly Reading[] {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return () => {
    const { user, system } = process.cpuUsage();
    const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
    const { active, idle } = performance.eventLoopUtilization();
    const readings = [
      counter("process_cpu_seconds_total", "Processor time", (user + system) / 1e6),
      gauge("process_start_time_seconds", "When it started", performance.timeOrigin / 1_000),
      gauge("process_resident_memory_bytes", "Memory", rss),
      gauge("nodejs_heap_size_total_bytes", "Size of the heap", heapTotal),
      gauge("nodejs_heap_size_used_bytes", "What the heap holds", heapUsed),
      gauge("nodejs_external_memory_bytes", "Bytes outside the heap", external),
      counter("nodejs_eventloop_busy_seconds_total", "The event loop worked", active / 1_000),
      counter("nodejs_eventloop_idle_seconds_total", "The event loop waited", idle / 1_000),
      gauge("nodejs_eventloop_lag_p50_seconds", "Delay, median", delay.percentile(50) / 1e9),
      gauge("nodejs_eventloop_lag_p99_seconds", "Delay, 99 of 100", delay.percentile(99) / 1e9),
      gauge("nodejs_eventloop_lag_max_seconds", "Delay, longest", delay.max / 1e9),
    ];
    delay.reset();
    return readings;
  };
}

const gauge = (name: string, help: string, value: number): Reading => ({
  name,
  help,
  type: "gauge",
  value,
});

const counter = (name: string, help: string, value: number): Reading => ({
  name,
  help,
  type: "counter",
  value,
});
