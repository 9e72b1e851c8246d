// How much one socket may send, and how many sockets one network may hold.

/** What a socket may send, in messages or bytes: so many a second on average, and more at once after a pause. */
export class Allowance {
  readonly #perSecond: number;
  readonly #atOnce: number;
  #left: number;
  #at = performance.now();

  constructor(perSecond: number, atOnce = perSecond * 2) {
    this.#perSecond = perSecond;
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  /** Whether so many more may come. */
  take(count = 1): boolean {
    const now = performance.now();
    const earned = ((now - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#atOnce, this.#left + earned) - count;
    this.#at = now;
    return this.#left >= 0;
  }
}

/** Sockets by the network they came from. */
export class NetworkCounts {
  readonly #counts = new Map<string, number>();

  /** Counts one more, and tells how many there are now. */
  add(network: string): number {
    const count = (this.#counts.get(network) ?? 0) + 1;
    this.#counts.set(network, count);
    return count;
  }

  /** Counts one less. */
  remove(network: string): void {
    const count = (this.#counts.get(network) ?? 0) - 1;
    if (count > 0) this.#counts.set(network, count);
    else this.#counts.delete(network);
  }
}
