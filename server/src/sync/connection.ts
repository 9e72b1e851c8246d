// A WebSocket as a room wants to see it: frames that were encoded once go straight to the network's socket, and whoever does
// not take them in time is closed.
//
// Frames of ours and of `ws` (pings, pongs, the close) share one socket, and their order is safe: without compression `ws`
// writes each of its frames whole and at once, and so do we; nothing of ours is written after `ws` has left OPEN, which it
// does in the turn in which it writes the close frame.
import type { Socket } from "node:net";
import type { CloseReason } from "@secondstory/shared";
import type { WebSocket } from "ws";
import type { Connection } from "../rooms/peer.ts";
import type { WireSettings } from "../limits.ts";

/** A queue that is waited for: since when, and how long it was at its longest. */
interface Queue {
  readonly since: number;
  peakBytes: number;
  timer: NodeJS.Timeout;
}

/** One socket, lent to a room. */
export class WireConnection implements Connection {
  readonly #socket: WebSocket;
  readonly #raw: Socket;
  readonly #settings: WireSettings;
  readonly #close: (reason: CloseReason) => void;
  #waiting: (() => void)[] | undefined;
  #queue: Queue | undefined;

  /** `raw` is the network's socket under `socket`. */
  constructor(
    socket: WebSocket,
    raw: Socket,
    settings: WireSettings,
    close: (reason: CloseReason) => void,
  ) {
    this.#socket = socket;
    this.#raw = raw;
    this.#settings = settings;
    this.#close = close;
    raw.on("drain", () => this.#onDrain());
  }

  send(frames: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!this.#raw.write(frames)) this.#watch();
  }

  close(reason: CloseReason): void {
    this.#close(reason);
  }

  get bufferedBytes(): number {
    return this.#raw.writableLength;
  }

  onDrained(callback: () => void): void {
    // the socket tells of a drain only if it once said that it was full; before that, next to nothing waits
    if (!this.#raw.writableNeedDrain) setImmediate(callback);
    else (this.#waiting ??= []).push(callback);
  }

  /** Stops the clock: the socket is closing. */
  end(): void {
    clearTimeout(this.#queue?.timer);
    this.#queue = undefined;
    this.#waiting = undefined;
  }

  #onDrain(): void {
    const callbacks = this.#waiting;
    this.end();
    for (const callback of callbacks ?? []) callback();
  }

  /** Runs a clock while a queue waits: from the bound on at which cursors are held back. */
  #watch(): void {
    const sizeBytes = this.#raw.writableLength;
    if (this.#queue) {
      this.#queue.peakBytes = Math.max(this.#queue.peakBytes, sizeBytes);
    } else if (sizeBytes > this.#settings.queueBytes / 4) {
      const timer = setTimeout(() => this.#judge(), this.#settings.slowMs);
      this.#queue = { since: performance.now(), peakBytes: sizeBytes, timer };
    }
  }

  /** A queue has `slowMs` to drain; a long one, such as a large board on its first way, the more the longer it is. */
  #judge(): void {
    const queue = this.#queue;
    if (!queue) return;
    const { slowMs, queueBytes } = this.#settings;
    const allowedMs = slowMs * Math.max(1, queue.peakBytes / queueBytes);
    const leftMs = queue.since + allowedMs - performance.now();
    if (leftMs > 0) queue.timer = setTimeout(() => this.#judge(), leftMs);
    else this.#close("tryLater");
  }
}
