// How much one socket may send, and how many sockets one network may hold.

/** Messages a socket may send: so many a second on average, twice as many at once. */
export class Allowance {
  readonly #perSecond: number;
  #left: number;
  #at = performance.now();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond * 2;
  }

  /** Whether one more may come. */
  take(): boolean {
    const now = performance.now();
    const earned = ((now - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#perSecond * 2, this.#left + earned) - 1;
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
