// Updates on their way in: small ones are read at once, large ones in steps between which others have their turn. What comes
// after a large one waits for it.
import { TooManyParts, Unreadable } from "../updates/byte-reader.ts";
import { scanLargeUpdate, scanUpdate, type Scan } from "../updates/scan.ts";
import { maxInlineBytes } from "./doc-loading.ts";
import type { Peer } from "./peer.ts";

/** Of so few parts the event loop reads an update in one go. */
const maxInlineParts = 10_000;

/** How updates are read. */
export interface ArrivalsOptions {
  /** Of how many parts an update may be. */
  readonly maxUpdateParts: number;
  /** Told what failed, with ids and codes alone. */
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Reads the updates of one document, in order. */
export class Arrivals {
  readonly #take: (peer: Peer, update: Uint8Array, scan: Scan) => void;
  readonly #options: ArrivalsOptions;
  #last: Promise<void> | undefined;
  #pendingBytes = 0;

  /** `take` gets each update once it is read. */
  constructor(
    take: (peer: Peer, update: Uint8Array, scan: Scan) => void,
    options: ArrivalsOptions,
  ) {
    this.#take = take;
    this.#options = options;
  }

  /** What is held until it is read. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Takes an update. Throws `Unreadable` for a small one that cannot be read; a large one then closes its peer. */
  receive(peer: Peer, update: Uint8Array): void {
    const scan = this.#last ? undefined : this.#scanInline(update);
    if (scan) return this.#take(peer, update, scan);
    const bytes = update.slice(); // the frame's memory may be used again meanwhile
    this.#pendingBytes += bytes.length;
    this.#follow(this.#takeLater(this.#last, peer, bytes));
  }

  /** Runs when everything that came so far is taken: now, unless something large is being read. */
  inOrder(run: () => void): void {
    if (this.#last) this.#follow(this.#last.then(run));
    else run();
  }

  /** Resolves when everything that came so far is taken. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Undefined for an update that takes longer. */
  #scanInline(update: Uint8Array): Scan | undefined {
    if (update.length > maxInlineBytes) return undefined;
    try {
      return scanUpdate(update, Math.min(maxInlineParts, this.#options.maxUpdateParts));
    } catch (error) {
      if (error instanceof TooManyParts) return undefined;
      throw error;
    }
  }

  #follow(arriving: Promise<void>): void {
    this.#last = arriving;
    void arriving.finally(() => {
      if (this.#last === arriving) this.#last = undefined;
    });
  }

  async #takeLater(before: Promise<void> | undefined, peer: Peer, update: Uint8Array) {
    await before;
    try {
      this.#take(peer, update, await scanLargeUpdate(update, this.#options.maxUpdateParts));
    } catch (error) {
      if (error instanceof Unreadable) return peer.closeFor(error);
      this.#options.onFailure("update not taken", error);
      peer.close("tryLater");
    } finally {
      this.#pendingBytes -= update.length;
    }
  }
}
