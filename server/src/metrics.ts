// What the server counts, for Prometheus. Numbers and codes alone: never an id, never a word.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** The counters of one server. */
export class Metrics {
  readonly registry = new Registry();
  readonly rooms = this.#gauge("rooms", "Boards that are open");
  readonly connections = this.#gauge("connections", "Sockets that are open");
  readonly framesIn = this.#counter("frames_in_total", "Frames that came from sockets");
  readonly bytesIn = this.#counter("bytes_in_total", "Bytes of the frames that came");
  readonly framesOut = this.#counter("frames_out_total", "Frames that went to sockets");
  readonly bytesOut = this.#counter("bytes_out_total", "Bytes of the frames that went");
  readonly compactions = this.#counter("compactions_total", "Logs folded into a state");
  readonly evictions = this.#counter("evictions_total", "Idle boards that were closed");
  readonly resyncs = this.#counter("resyncs_total", "Slow sockets that were left behind");
  readonly diskFailures = this.#counter("disk_failures_total", "Writes that the storage refused");
  readonly refusals = new Counter({
    name: "secondstory_refusals_total",
    help: "Sockets and requests that were refused, by code",
    labelNames: ["code"],
    registers: [this.registry],
  });
  readonly commitSeconds = new Histogram({
    name: "secondstory_commit_seconds",
    help: "From asking the storage to write until it was on disk",
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1],
    registers: [this.registry],
  });

  /** With `isProcess`, the figures of the process (memory, CPU, event loop) are collected too. */
  constructor(isProcess: boolean) {
    if (isProcess) collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a frame that was sent to so many sockets. */
  noteSent(sockets: number, sizeBytes: number): void {
    if (sockets === 0) return;
    this.framesOut.inc(sockets);
    this.bytesOut.inc(sockets * sizeBytes);
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `secondstory_${name}`, help, registers: [this.registry] });
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name: `secondstory_${name}`, help, registers: [this.registry] });
  }
}
