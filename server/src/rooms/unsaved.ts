// Who waits to be told that something is saved.
import type { Peer } from "./peer.ts";

/** The peers of one document whose messages are not all on disk. */
export class Unsaved {
  readonly #peers = new Set<Peer>();

  /** Counts a message of a peer that lies on disk once the log has come to a position; it stands at `saved`. */
  count(peer: Peer, position: number, saved: number): void {
    peer.countMessage(position);
    peer.tellSaved(saved);
    if (peer.isUnsaved) this.#peers.add(peer);
  }

  /** Tells everybody how far the log has come. */
  tell(position: number): void {
    for (const peer of this.#peers) {
      peer.tellSaved(position);
      if (!peer.isUnsaved) this.#peers.delete(peer);
    }
  }

  delete(peer: Peer): void {
    this.#peers.delete(peer);
  }
}
