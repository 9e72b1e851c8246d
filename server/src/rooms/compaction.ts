// When a log is folded into a state, so that a document loads from one piece and the disk holds what people wrote once.
// Folding costs about as much as the state is large, so the log may grow with it.
import type { DocLog } from "./doc-log.ts";

/** When a log is folded into a state. */
export interface CompactionSettings {
  /** So many rows are always folded. */
  readonly rows: number;
  /** So many bytes are folded, if they come to half of the state as well. */
  readonly sizeBytes: number;
}

/** Folds the log of one document whenever it has grown enough. */
export class Compaction {
  readonly #log: DocLog;
  readonly #settings: CompactionSettings;
  readonly #fold: () => Promise<void>;
  #running: Promise<void> | undefined;
  /** After a failure the log has to grow by as much again. */
  #failedAt = { rows: 0, sizeBytes: 0 };

  /** `fold` folds the log; if it cannot, it says so itself and rejects. */
  constructor(log: DocLog, settings: CompactionSettings, fold: () => Promise<void>) {
    this.#log = log;
    this.#settings = settings;
    this.#fold = fold;
  }

  /** Folds if it is time to. Call it after every write. */
  runIfDue(): void {
    if (this.#running || !this.#isDue) return;
    this.#running = this.#fold().then(
      () => this.#end({ rows: 0, sizeBytes: 0 }),
      () => this.#end({ rows: this.#log.rows, sizeBytes: this.#log.sizeBytes }),
    );
  }

  get #isDue(): boolean {
    const { rows, sizeBytes } = this.#settings;
    const newRows = this.#log.rows - this.#failedAt.rows;
    const newBytes = this.#log.sizeBytes - this.#failedAt.sizeBytes;
    return newRows >= rows || newBytes >= Math.max(sizeBytes, this.#log.stateBytes / 2);
  }

  #end(failedAt: { readonly rows: number; readonly sizeBytes: number }): void {
    this.#failedAt = failedAt;
    this.#running = undefined;
  }
}
