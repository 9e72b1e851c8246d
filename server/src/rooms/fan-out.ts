// Who hears of a document, and how: one write for all who brought nothing, with the cursors that are due; whoever is too
// slow is left without cursors first, then without updates, and gets one diff when it has caught up.
import type { Metrics } from "../metrics.ts";
import type { Broadcast } from "./broadcast.ts";
import type { Behind, Peer } from "./peer.ts";

/** What rides along with updates, as far as it is due: where people are. */
export interface Rider {
  /** What is due now; undefined if nothing is. */
  readonly take: () => Broadcast | undefined;
  /** Everything, for one peer; undefined if that is nothing. */
  readonly everything: (peer: Peer) => Uint8Array | undefined;
}

/** What fanning out needs to know. */
export interface FanOutOptions {
  /** A peer that has more than this on its way is left without cursors. */
  readonly presenceSlowBytes: number;
  /** A peer that has more than this on its way is left behind. */
  readonly behindBytes: number;
  readonly metrics: Metrics;
  /** What goes out together with updates. */
  readonly rider?: Rider | undefined;
}

/** The peers of one document. */
export class FanOut {
  readonly peers = new Set<Peer>();
  readonly #options: FanOutOptions;
  readonly #onCaughtUp: (peer: Peer, behind: Behind) => void;

  /** Calls back when a peer that was left behind has caught up. */
  constructor(options: FanOutOptions, onCaughtUp: (peer: Peer, behind: Behind) => void) {
    this.#options = options;
    this.#onCaughtUp = onCaughtUp;
  }

  /** Sends updates, and the cursors that are due. Gives those who are too slow for more. */
  sendUpdates(updates: Broadcast): readonly Peer[] {
    return this.#send(updates, this.#options.rider?.take());
  }

  /** Sends cursors alone. */
  sendCursors(cursors: Broadcast): void {
    this.#send(undefined, cursors);
  }

  /** Sends one peer the cursors of all; a slow one when it has caught up. */
  showCursors(peer: Peer): void {
    const isSlow = peer.connection.bufferedBytes > this.#options.presenceSlowBytes;
    if (isSlow) this.#showLater(peer);
    else this.#write(peer, this.#options.rider?.everything(peer));
  }

  /** Sends one peer a frame of its own, which may lie in pieces. */
  reply(peer: Peer, ...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) peer.sendWire(piece);
    const sizeBytes = pieces.reduce((sum, { length }) => sum + length, 0);
    this.#options.metrics.noteSent(1, sizeBytes);
  }

  #send(updates: Broadcast | undefined, cursors: Broadcast | undefined): readonly Peer[] {
    const { behindBytes, presenceSlowBytes } = this.#options;
    const slow: Peer[] = [];
    let forAll: Uint8Array | undefined;
    for (const peer of this.peers) {
      const { bufferedBytes } = peer.connection;
      const isSlow = bufferedBytes > presenceSlowBytes;
      if (cursors && isSlow) this.#showLater(peer);
      const news = peer.behind ? undefined : updates;
      const places = isSlow || peer.hasMissedPresence ? undefined : cursors;
      if (!news?.authors.has(peer) && !places?.authors.has(peer) && news === updates) {
        if (places === cursors) this.#write(peer, (forAll ??= join(news?.forAll, places?.forAll)));
        else this.#write(peer, news?.forAll);
      } else {
        this.#write(peer, join(news && frameFor(news, peer), places && frameFor(places, peer)));
      }
      if (news && bufferedBytes > behindBytes) slow.push(peer);
    }
    return slow;
  }

  #write(peer: Peer, frames: Uint8Array | undefined): void {
    if (!frames) return;
    peer.sendWire(frames);
    this.#options.metrics.noteSent(1, frames.length);
  }

  /** Leaves a peer behind until what it was sent has left. */
  leaveBehind(peer: Peer, behind: Behind): void {
    const isWaiting = peer.behind !== undefined;
    peer.behind = behind;
    if (isWaiting) return;
    this.#options.metrics.resyncs.inc();
    peer.connection.onDrained(() => {
      const { behind: last } = peer;
      peer.behind = undefined;
      if (last && this.peers.has(peer)) this.#onCaughtUp(peer, last);
    });
  }

  /** A slow peer gets the newest cursors of all when it has caught up, and nothing in between. */
  #showLater(peer: Peer): void {
    if (peer.hasMissedPresence) return;
    peer.hasMissedPresence = true;
    peer.connection.onDrained(() => {
      peer.hasMissedPresence = false;
      if (this.peers.has(peer)) this.showCursors(peer);
    });
  }
}

const frameFor = ({ authors, forAll, forAuthor }: Broadcast, peer: Peer): Uint8Array | undefined =>
  authors.has(peer) ? forAuthor(peer) : forAll;

/** What goes to one peer at once goes in one write. */
const join = (a: Uint8Array | undefined, b: Uint8Array | undefined): Uint8Array | undefined =>
  a && b ? Buffer.concat([a, b]) : (a ?? b);
