// One socket from its handshake to its end.
//
//   opened (paused) ──▶ seated (reads) ──▶ closing ──▶ gone
//         └──(no seat, no board, too many …)──▲           ▲
//         └───────(the other end closed, or is dead)──────┘
//
// Nothing a client sends is read before it is known who it is, and nothing after we have closed: what still comes is dropped
// by the network's socket, unparsed.
import type { Socket } from "node:net";
import { closeCodes, type CloseReason } from "@secondstory/shared";
import type { FastifyBaseLogger } from "fastify";
import type { WebSocket } from "ws";
import { identify } from "../access/identify.ts";
import type { Context } from "../http/context.ts";
import type { Peer } from "../rooms/peer.ts";
import type { Room } from "../rooms/room.ts";
import type { Held } from "../rooms/rooms.ts";
import type { WireSettings } from "../limits.ts";
import { StorageFailure } from "../storage/storage.ts";
import { Allowance } from "./allowance.ts";
import { WireConnection } from "./connection.ts";
import type { Handshake } from "./handshake.ts";

/** What all sessions share. */
export interface SessionContext extends Context {
  readonly wire: WireSettings;
  readonly log: FastifyBaseLogger;
}

let lastNumber = 0;

/** One socket. */
export class Session {
  /** Sessions are numbered, by which rounds among them are divided. */
  readonly number = ++lastNumber;
  readonly network: string;
  readonly #context: SessionContext;
  readonly #socket: WebSocket;
  readonly #raw: Socket;
  readonly #ids: { readonly board: string | undefined; participant?: string | undefined };
  #held: Held | undefined;
  #connection: WireConnection | undefined;
  #peer: Peer | undefined;
  #messages: Allowance | undefined;
  #bytes: Allowance | undefined;
  /** The last ping, while too much waits for it to be answered. */
  #owedPong: Buffer | undefined;
  /** What had come when the last ping went out. */
  #readAtPing = -1;

  /** `raw` is the network's socket under `socket`; `onGone` is called once, when nothing is left of it. */
  constructor(
    context: SessionContext,
    socket: WebSocket,
    raw: Socket,
    { board, network }: Handshake,
    onGone: () => void,
  ) {
    this.network = network;
    this.#context = context;
    this.#socket = socket;
    this.#raw = raw;
    this.#ids = { board };
    socket.pause();
    socket.on("message", (data: Buffer, isBinary) => this.#receive(data, isBinary));
    socket.on("ping", (data: Buffer) => this.#pong(data));
    socket.on("error", (error) => this.#onBroken(error));
    socket.on("close", (code) => {
      this.#leave();
      onGone();
      context.log.debug({ ...this.#ids, code }, "socket closed");
    });
  }

  /** What waits to leave. */
  get queuedBytes(): number {
    return this.#raw.writableLength;
  }

  /** Finds out who is there and gives them a seat in the room, or closes with the code of what is wrong. */
  async open(handshake: Handshake): Promise<void> {
    try {
      const refused = await this.#enter(handshake);
      if (refused) this.close(refused);
    } catch (error) {
      const isEnding = error instanceof StorageFailure && error.code === "closed";
      if (!isEnding) this.#context.log.error({ err: error, ...this.#ids }, "socket refused");
      this.close(isEnding ? "restarting" : "tryLater");
    }
    if (this.#isOpen) this.#socket.resume();
    else this.#leave(); // it may have closed before there was anything to leave
  }

  /** Closes with a code. Who has not gone a while later is cut off. */
  close(reason: CloseReason): void {
    if (!this.#isOpen) return;
    const { metrics, log } = this.#context;
    metrics.refusals.inc({ code: reason });
    log.info({ ...this.#ids, code: closeCodes[reason] }, "socket refused");
    this.#socket.close(closeCodes[reason], reason);
    this.#hangUp();
  }

  /** Asks for a sign of life. A socket from which nothing came since it was last asked is cut off. */
  ping(): void {
    if (!this.#isOpen) return;
    const { bytesRead } = this.#raw;
    if (bytesRead === this.#readAtPing) return this.cut();
    this.#readAtPing = bytesRead;
    this.#socket.ping();
  }

  /** Resolves when nothing is left of the socket. */
  gone(): Promise<void> {
    return new Promise((resolve) => this.#socket.once("close", () => resolve()));
  }

  /** Cuts the socket off, without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  async #enter(handshake: Handshake): Promise<CloseReason | undefined> {
    const { storage, rooms, limits, wire } = this.#context;
    const { board, doc, credentials } = handshake;
    if (!board || !doc) return "noBoard";
    const identity = credentials && (await identify(storage, board, credentials));
    if (!identity) return (await storage.readBoard(board)) ? "noSeat" : "noBoard";
    if (identity.type === "seat") this.#ids.participant = identity.participant;
    const held = await rooms.hold(board);
    if (!held) return "noBoard";
    this.#held = held;
    const connection = new WireConnection(this.#socket, this.#raw, wire, (why) => this.close(why));
    const joined = await held.room.join(connection, { ...handshake, doc, identity });
    if (!joined.ok) return joined.refusal.code;
    if (!this.#held) {
      // it closed while the document was loading, and has left already
      connection.end();
      held.room.leave(joined.value);
      return undefined;
    }
    this.#connection = connection;
    this.#peer = joined.value;
    this.#messages = limits && new Allowance(limits.messagesPerSecond);
    this.#bytes = limits && new Allowance(limits.bytesPerSecond, 2 * wire.frameBytes);
    return undefined;
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.#isOpen || !this.#held || !this.#peer) return;
    this.#context.metrics.noteReceived(data.length);
    if (!isBinary) this.close("unreadable");
    else if (this.#messages?.take() === false) this.close("tryLater");
    else if (this.#bytes?.take(data.length) === false) this.close("tryLater");
    else this.#hand(this.#held.room, this.#peer, data);
  }

  /** What no room should stumble over costs whoever sent it the socket, and nobody else anything. */
  #hand(room: Room, peer: Peer, frame: Uint8Array): void {
    try {
      room.receive(peer, frame);
    } catch (error) {
      this.#context.log.error({ ...this.#ids, err: error }, "frame not taken");
      this.close("tryLater");
    }
  }

  /** Answers a ping, or of those that came while too much waits the last one: nobody may fill memory with answers. */
  #pong(data: Buffer): void {
    if (!this.#isOpen) return;
    const isRoom = this.queuedBytes <= this.#context.wire.queueBytes;
    if (isRoom || !this.#raw.writableNeedDrain) return this.#socket.pong(data);
    if (!this.#owedPong)
      this.#raw.once("drain", () => {
        const last = this.#owedPong;
        this.#owedPong = undefined;
        if (last) this.#pong(last);
      });
    this.#owedPong = Buffer.from(data);
  }

  /** The other end broke the WebSocket protocol. `ws` has sent the close frame that says how. */
  #onBroken(error: Error): void {
    const { metrics, log } = this.#context;
    const code = "code" in error ? error.code : undefined;
    const reason = code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" ? "tooLarge" : "unreadable";
    metrics.refusals.inc({ code: reason });
    log.info({ ...this.#ids, code }, "socket broken");
    this.#hangUp();
  }

  /** After the close frame there is nothing to say and nothing to hear. */
  #hangUp(): void {
    this.#connection?.end();
    this.#raw.removeAllListeners("data");
    this.#raw.resume();
    this.#raw.end();
  }

  #leave(): void {
    this.#connection?.end();
    if (this.#peer) this.#held?.room.leave(this.#peer);
    this.#held?.release();
    this.#peer = undefined;
    this.#held = undefined;
  }
}
