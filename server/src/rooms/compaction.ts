// When a log is folded into a state, so that a document loads from one piece and the disk holds what people wrote once.
// Folding costs about as much as the state is large, so the log may grow with it; and it waits for a pause, unless the log
// has become far too long.
import type { DocLog } from "./doc-log.ts";

/** When a log is folded into a state. */
export interface CompactionSettings {
  /** So many rows are always folded. */
  readonly rows: number;
  /** So many bytes are folded, if they come to half of the state as well. */
  readonly sizeBytes: number;
  /** How long nobody has to write before a log is folded that is due. */
  readonly quietMs: number;
}

/** What is looked at to tell whether a log is due. */
type GrowingLog = Pick<DocLog, "rows" | "sizeBytes" | "stateBytes">;

/** So many times as long as one that is due, a log is folded at once. */
const farTooLong = 8;

/** Folds the log of one document whenever it has grown enough. */
export class Compaction {
  readonly #log: GrowingLog;
  readonly #settings: CompactionSettings;
  readonly #fold: () => Promise<void>;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** After a failure the log has to grow by as much again. */
  #failedAt = { rows: 0, sizeBytes: 0 };

  /** `fold` folds the log; if it cannot, it says so itself and rejects. */
  constructor(log: GrowingLog, settings: CompactionSettings, fold: () => Promise<void>) {
    this.#log = log;
    this.#settings = settings;
    this.#fold = fold;
  }

  /** Folds if it is time to. Call it after every write. */
  runIfDue(): void {
    clearTimeout(this.#timer);
    if (this.#running || !this.#isDue(1)) return;
    if (this.#settings.quietMs === 0 || this.#isDue(farTooLong)) return this.#run();
    this.#timer = setTimeout(() => this.#run(), this.#settings.quietMs);
    this.#timer.unref();
  }

  /** Folds nothing any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#running = this.#fold().then(
      () => this.#end({ rows: 0, sizeBytes: 0 }),
      () => this.#end({ rows: this.#log.rows, sizeBytes: this.#log.sizeBytes }),
    );
  }

  #isDue(times: number): boolean {
    const { rows, sizeBytes } = this.#settings;
    const newRows = this.#log.rows - this.#failedAt.rows;
    const newBytes = this.#log.sizeBytes - this.#failedAt.sizeBytes;
    const dueBytes = Math.max(sizeBytes, this.#log.stateBytes / 2);
    return newRows >= rows * times || newBytes >= dueBytes * times;
  }

  #end(failedAt: { readonly rows: number; readonly sizeBytes: number }): void {
    this.#failedAt = failedAt;
    this.#running = undefined;
  }
}
