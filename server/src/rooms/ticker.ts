// When something goes out: at once if it was quiet, or else when the tick since the last time is over. What comes
// meanwhile goes along.

/** Runs a task in ticks. */
export class Ticker {
  readonly #run: () => void;
  readonly #everyMs: () => number;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #ranAt = Number.NEGATIVE_INFINITY;

  /** `everyMs` is asked each time how long a tick is. */
  constructor(run: () => void, everyMs: () => number) {
    this.#run = run;
    this.#everyMs = everyMs;
  }

  /** Runs soon: at the end of this turn of the event loop at the earliest, so that what comes together goes together. */
  request(): void {
    if (this.#timer || this.#immediate) return;
    const waitMs = this.#waitMs;
    if (waitMs > 0) this.#timer = setTimeout(() => this.runNow(), waitMs);
    else this.#immediate = setImmediate(() => this.runNow());
  }

  /** Whether a run would not have to wait. */
  get isDue(): boolean {
    return this.#waitMs <= 0;
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

  get #waitMs(): number {
    return this.#ranAt + this.#everyMs() - performance.now();
  }

  /** Forgets what was requested. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
  }
}
