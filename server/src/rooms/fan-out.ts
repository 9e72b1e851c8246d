// Who hears of a document, and how: a frame is encoded once for all, authors do not hear their own, and whoever is too
// slow is left behind and gets one diff when it has caught up.
import type { Metrics } from "../metrics.ts";
import type { Peer } from "./peer.ts";
import { updateFrame } from "./protocol.ts";

/** What fanning out needs to know. */
export interface FanOutOptions {
  /** A peer that has more than this on its way is left behind. */
  readonly behindBytes: number;
  readonly metrics: Metrics;
  /** The document's state vector, as of the last frame that was sent. */
  readonly vector: () => Promise<Uint8Array>;
  /** Brings a peer that was left behind at this vector up to date. */
  readonly catchUp: (peer: Peer, vector: Uint8Array) => void;
}

/** An update with who brought it. */
export interface News {
  readonly peer: Peer;
  readonly update: Uint8Array;
}

/** The peers of one document. */
export class FanOut {
  readonly peers = new Set<Peer>();
  readonly #options: FanOutOptions;

  constructor(options: FanOutOptions) {
    this.#options = options;
  }

  /** Sends news to everyone but those who brought them. */
  async sendNews(news: readonly News[]): Promise<void> {
    const authors = new Set(news.map(({ peer }) => peer));
    const others = [...this.peers].filter((peer) => !authors.has(peer));
    const frames = news.map(({ peer, update }) => ({ peer, frame: updateFrame(update) }));
    for (const { frame } of frames) this.#send(others, frame);
    for (const author of authors) {
      if (!this.peers.has(author)) continue;
      for (const { peer, frame } of frames) if (peer !== author) this.#send([author], frame);
    }
    await this.#leaveBehind();
  }

  /** Sends what the server wrote to everyone. */
  async sendToAll(update: Uint8Array): Promise<void> {
    this.#send(this.peers, updateFrame(update));
    await this.#leaveBehind();
  }

  #send(peers: Iterable<Peer>, frame: Uint8Array): void {
    let count = 0;
    for (const peer of peers) {
      if (peer.behind) continue;
      peer.send(frame);
      count += 1;
    }
    this.#options.metrics.noteSent(count, frame.length);
  }

  async #leaveBehind(): Promise<void> {
    const { behindBytes, metrics, vector, catchUp } = this.#options;
    const slow = [...this.peers].filter(
      ({ behind, connection }) => !behind && connection.bufferedBytes > behindBytes,
    );
    if (slow.length === 0) return;
    const known = await vector();
    for (const peer of slow) {
      peer.behind = known;
      metrics.resyncs.inc();
      peer.connection.onDrained(() => catchUp(peer, known));
    }
  }
}
