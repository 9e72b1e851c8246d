// When something goes out: at once if it was quiet, or else when the tick since the last time is over. What comes
// meanwhile goes along.

/** After so many ticks without anything to do it is quiet. Before, more is about to come. */
const quietTicks = 4;

/** Runs a task in ticks. */
export class Ticker {
  readonly #run: () => void;
  readonly #everyMs: () => number;
  readonly #companyMs: () => number;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #ranAt = Number.NEGATIVE_INFINITY;

  /**
   * `everyMs` is asked each time how long a tick is, `companyMs` how long whoever comes first waits for others: half a
   * tick unless something else is said.
   */
  constructor(run: () => void, everyMs: () => number, companyMs = () => everyMs() / 2) {
    this.#run = run;
    this.#everyMs = everyMs;
    this.#companyMs = companyMs;
  }

  /** Runs soon: at the end of this turn of the event loop at the earliest, so that what comes together goes together. */
  request(): void {
    if (this.#timer || this.#immediate) return;
    const everyMs = this.#everyMs();
    const sinceMs = performance.now() - this.#ranAt;
    const isQuiet = sinceMs >= everyMs * quietTicks;
    const waitMs = isQuiet ? 0 : Math.max(everyMs - sinceMs, this.#companyMs());
    if (waitMs > 0) this.#timer = setTimeout(() => this.runNow(), waitMs);
    else this.#immediate = setImmediate(() => this.runNow());
  }

  /** Whether half of the tick is over: what can go along with something else now need not wait for the rest. */
  get isHalfOver(): boolean {
    return performance.now() - this.#ranAt >= this.#everyMs() / 2;
  }

  /** Runs now. A run that was requested is this one. */
  runNow(): void {
    this.note();
    this.#run();
  }

  /** Notes that somebody else did now what a run would have done. */
  note(): void {
    this.stop();
    this.#ranAt = performance.now();
  }

  /** Forgets what was requested. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
  }
}
