// What the server counts: plain numbers, because frames are counted by the hundred thousand a second. Whoever scrapes them
// gets them as text (http/metrics-text.ts). Numbers and codes alone: never an id, never a word.

/** Only grows. */
export class Count {
  value = 0;

  inc(by = 1): void {
    this.value += by;
  }
}

/** Counts by code. */
export class CodeCount {
  readonly values = new Map<string, number>();

  inc({ code }: { readonly code: string }): void {
    this.values.set(code, (this.values.get(code) ?? 0) + 1);
  }
}

/** Goes up and down. Either it is set, or it is read when somebody asks. */
export class Level {
  read: () => number = () => 0;

  set(value: number): void {
    this.read = () => value;
  }
}

/** How long something took, sorted into buckets. */
export class Times {
  /** Upper ends, in seconds. */
  readonly buckets: readonly number[];
  /** How many fell into each bucket; the last one holds what was longer than all. */
  readonly counts: Float64Array;
  sumSeconds = 0;
  count = 0;

  constructor(buckets: readonly number[]) {
    this.buckets = buckets;
    this.counts = new Float64Array(buckets.length + 1);
  }

  observe(seconds: number): void {
    let bucket = 0;
    while (bucket < this.buckets.length && seconds > (this.buckets[bucket] ?? 0)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sumSeconds += seconds;
    this.count += 1;
  }

  /** Starts a clock; what comes back stops it. */
  startTimer(): () => void {
    const startedAt = performance.now();
    return () => this.observe((performance.now() - startedAt) / 1_000);
  }
}

/** The figures of one server. */
export class Metrics {
  readonly rooms = new Level();
  readonly connections = new Level();
  /** What waits to leave, of all sockets together. */
  readonly queueBytes = new Level();
  /** Documents that are open in worker threads. */
  readonly openDocs = new Level();
  readonly framesIn = new Count();
  readonly bytesIn = new Count();
  readonly framesOut = new Count();
  readonly bytesOut = new Count();
  readonly compactions = new Count();
  readonly evictions = new Count();
  /** Slow sockets that were left behind. */
  readonly resyncs = new Count();
  readonly diskFailures = new Count();
  /** Rows of a log that could not be read and were put aside. */
  readonly quarantined = new Count();
  /** Private documents that a decision of the server had to leave out, because they cannot be read. */
  readonly leftOut = new Count();
  /** Sockets and calls that were refused. */
  readonly refusals = new CodeCount();
  /** From asking the storage to write until it was on disk. */
  readonly commitSeconds = new Times([0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1]);
  /** What the event loop spends on sending what came in one tick of one document. */
  readonly tickSeconds = new Times([
    0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.0025, 0.005, 0.01, 0.05,
  ]);

  /** Counts a frame that came. */
  noteReceived(sizeBytes: number): void {
    this.framesIn.inc();
    this.bytesIn.inc(sizeBytes);
  }

  /** Counts a frame that was sent to so many sockets. */
  noteSent(sockets: number, sizeBytes: number): void {
    this.framesOut.inc(sockets);
    this.bytesOut.inc(sockets * sizeBytes);
  }
}
