// Folding a log into a state, so that a document loads from one piece and the disk holds what people wrote once.
import type { Metrics } from "../metrics.ts";
import type { DocLog } from "./doc-log.ts";

/** When a log is folded into a state. */
export interface CompactionSettings {
  readonly rows: number;
  readonly sizeBytes: number;
}

/** What folding needs. */
export interface CompactionOptions extends CompactionSettings {
  readonly metrics: Metrics;
  /** Runs a task while nobody else touches the document. */
  readonly run: (task: () => Promise<void>) => Promise<void>;
  /** The whole document as one update. */
  readonly state: () => Promise<Uint8Array>;
  readonly store: (state: Uint8Array, through: number) => Promise<void>;
}

/** Folds the log of one document whenever it has grown enough. */
export class Compaction {
  readonly #log: DocLog;
  readonly #options: CompactionOptions;
  #isRunning = false;

  constructor(log: DocLog, options: CompactionOptions) {
    this.#log = log;
    this.#options = options;
  }

  /** Folds if it is time to. Call it after every write. */
  runIfDue(): void {
    const { rows, sizeBytes, run } = this.#options;
    const isDue = this.#log.rows >= rows || this.#log.sizeBytes >= sizeBytes;
    if (!isDue || this.#isRunning) return;
    this.#isRunning = true;
    const end = () => {
      this.#isRunning = false; // after a failure too: the next write tries again
    };
    void run(() => this.#fold()).then(end, end);
  }

  /** The state may hold more than the rows that go: those that stay say it again, which does no harm. */
  async #fold(): Promise<void> {
    const { storedThrough, rows, sizeBytes } = this.#log;
    const state = await this.#options.state();
    await this.#options.store(state, storedThrough);
    this.#log.noteFolded(rows, sizeBytes, state.length);
    this.#options.metrics.compactions.inc();
  }
}
