// Updates on their way in: small ones are read at once, large ones in steps between which others have their turn. What comes
// after a large one waits for it.
import { Unreadable } from "../updates/byte-reader.ts";
import { scanLargeUpdate, scanUpdate, type Scan } from "../updates/scan.ts";
import { maxInlineBytes } from "./doc-loading.ts";
import type { Peer } from "./peer.ts";

/** Reads the updates of one document, in order. */
export class Arrivals {
  readonly #take: (peer: Peer, update: Uint8Array, scan: Scan) => void;
  readonly #onFailure: (what: string, error: unknown) => void;
  #last: Promise<void> | undefined;

  /** `take` gets each update once it is read. */
  constructor(
    take: (peer: Peer, update: Uint8Array, scan: Scan) => void,
    onFailure: (what: string, error: unknown) => void,
  ) {
    this.#take = take;
    this.#onFailure = onFailure;
  }

  /** Takes an update. Throws `Unreadable` for a small one that cannot be read; a large one then closes its peer. */
  receive(peer: Peer, update: Uint8Array): void {
    if (update.length <= maxInlineBytes && !this.#last) {
      this.#take(peer, update, scanUpdate(update));
      return;
    }
    const bytes = update.slice(); // the frame's memory may be used again meanwhile
    const arriving = this.#takeLater(this.#last, peer, bytes);
    this.#last = arriving;
    void arriving.finally(() => {
      if (this.#last === arriving) this.#last = undefined;
    });
  }

  /** Resolves when everything that came so far is taken. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #takeLater(before: Promise<void> | undefined, peer: Peer, update: Uint8Array) {
    await before;
    try {
      const isLarge = update.length > maxInlineBytes;
      this.#take(peer, update, isLarge ? await scanLargeUpdate(update) : scanUpdate(update));
    } catch (error) {
      if (!(error instanceof Unreadable)) this.#onFailure("update not taken", error);
      peer.close(error instanceof Unreadable ? "unreadable" : "tryLater");
    }
  }
}
