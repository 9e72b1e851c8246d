// What somebody brought to a document that nobody else has heard of yet.
import type { Scan } from "../updates/scan.ts";
import type { Taken } from "../updates/known.ts";
import type { Contribution } from "./broadcast.ts";
import type { Peer } from "./peer.ts";

/** What came since the last tick. */
interface Came {
  readonly news: readonly Contribution<Scan>[];
  /** Updates that wait for something missing: kept as they came. */
  readonly waiting: readonly Uint8Array[];
}

/** Holds what comes until a tick takes it. */
export class Inbox {
  #news: Contribution<Scan>[] = [];
  #waiting: Uint8Array[] = [];
  #sizeBytes = 0;

  get isEmpty(): boolean {
    return this.#news.length === 0 && this.#waiting.length === 0;
  }

  /** What the updates took whose news are held. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Puts in what an update brought. */
  add(author: Peer, update: Uint8Array, { sections, deletions, waiting }: Taken): void {
    const isNews = sections.length > 0 || deletions.length > 0;
    if (isNews) this.#news.push({ author, value: { sections, deletions } });
    if (waiting) this.#waiting.push(waiting);
    if (isNews || waiting) this.#sizeBytes += update.length;
  }

  /** Gives everything, and is empty then. */
  empty(): Came {
    const came = { news: this.#news, waiting: this.#waiting };
    this.#news = [];
    this.#waiting = [];
    this.#sizeBytes = 0;
    return came;
  }
}
