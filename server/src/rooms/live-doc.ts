// One document of a room while it is live: takes what its peers send, passes it on, keeps it, and lets the server write.
//
//   frame ─▶ scan ─▶ news ─▶ (a tick later) one update of all ─┬─▶ one write per peer
//                                                               └─▶ log ─▶ disk ─▶ "saved"
//   server's write: open the document ─▶ disk ─▶ one write per peer
//
// It is bytes all the way (doc-bytes.ts). The document is opened, in another thread, only to be folded, read, or written by
// the server, one of these at a time.
import { StorageFailure } from "../storage/storage.ts";
import type { Erased } from "../updates/erased.ts";
import { scanUpdate, type Scan } from "../updates/scan.ts";
import { readVector, writePiece } from "../updates/sections.ts";
import { Arrivals } from "./arrivals.ts";
import { AtHand } from "./at-hand.ts";
import { broadcast, type Contribution } from "./broadcast.ts";
import { Compaction } from "./compaction.ts";
import type { DocBytes } from "./doc-bytes.ts";
import type { HostedDoc } from "./doc-host.ts";
import { loadDoc } from "./doc-loading.ts";
import { DocLog, type StoredSize } from "./doc-log.ts";
import { FanOut } from "./fan-out.ts";
import { foldLog } from "./folding.ts";
import type { LiveDocOptions } from "./live-doc-options.ts";
import { Inbox } from "./news.ts";
import type { Behind, Peer } from "./peer.ts";
import { step1Wire, step2Wire, updateWire } from "./protocol.ts";
import { alone, commitTogether, type Held, type ServerWrite } from "./server-write.ts";
import { Ticker } from "./ticker.ts";
import { Unsaved } from "./unsaved.ts";

/** A document with its peers and its log. */
export class LiveDoc<Doc extends HostedDoc> {
  readonly #options: LiveDocOptions;
  readonly #bytes: DocBytes;
  readonly #fanOut: FanOut;
  readonly #log: DocLog;
  readonly #compaction: Compaction;
  readonly #atHand: AtHand<Doc>;
  readonly #ticker: Ticker;
  readonly #inbox = new Inbox();
  readonly #arrivals: Arrivals;
  /** Who opens the document comes one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #unsaved = new Unsaved();
  #isClosed = false;

  /** Loads a document; `open` opens it when it has to be looked into. */
  static async load<Doc extends HostedDoc>(
    options: LiveDocOptions,
    open: (updates: readonly Uint8Array[]) => Promise<Doc>,
  ): Promise<LiveDoc<Doc>> {
    const { bytes, stored } = await loadDoc(options);
    return new LiveDoc(options, open, bytes, stored);
  }

  private constructor(
    options: LiveDocOptions,
    open: (updates: readonly Uint8Array[]) => Promise<Doc>,
    bytes: DocBytes,
    stored: StoredSize,
  ) {
    this.#options = options;
    this.#bytes = bytes;
    const { storage, board, path, metrics } = options;
    this.#fanOut = new FanOut(options, (peer, behind) => this.#catchUp(peer, behind));
    this.#log = new DocLog(storage, board, path, stored, {
      onWriting: () => metrics.commitSeconds.startTimer(),
      onSaved: (position) => {
        this.#unsaved.tell(position);
        this.#compaction.runIfDue();
      },
      onFailed: (error) => options.onDiskFailure(error),
    });
    this.#arrivals = new Arrivals((peer, update, scan) => this.#take(peer, update, scan), options);
    this.#compaction = new Compaction(this.#log, options.compaction, () => this.#fold());
    this.#atHand = new AtHand(open, options.atHandMs);
    this.#ticker = new Ticker(
      () => this.#flush(),
      () => options.tickMs(this.#fanOut.peers.size),
      () => options.companyMs(this.#fanOut.peers.size),
    );
  }

  /** Whether the disk refuses what was written here. */
  get isFailing(): boolean {
    return this.#log.isFailing;
  }

  /** Who hears of this document. */
  get fanOut(): Pick<FanOut, "peers" | "sendCursors" | "showCursors"> {
    return this.#fanOut;
  }

  /** Starts a peer: it hears of updates from here on, and a writer is asked for what it has. */
  attach(peer: Peer): void {
    this.#fanOut.peers.add(peer);
    if (peer.permission === "write") this.askFor(peer);
  }

  /** Asks a peer for what the document lacks. */
  askFor(peer: Peer): void {
    this.#fanOut.reply(peer, step1Wire(this.#bytes.vector()));
  }

  detach(peer: Peer): void {
    this.#fanOut.peers.delete(peer);
    this.#unsaved.delete(peer);
  }

  /** Answers a peer's state vector with what it lacks. Throws `Unreadable` for one that cannot be read. */
  answer(peer: Peer, vector: Uint8Array): void {
    const clocks = readVector(vector, this.#options.maxUpdateParts);
    if (peer.connection.bufferedBytes > this.#options.behindBytes) {
      this.#fanOut.leaveBehind(peer, { clocks, isAsked: true });
      return;
    }
    this.#flush(); // what was received is in the answer
    if (clocks.size > 0) return this.#fanOut.reply(peer, ...step2Wire(this.#bytes.diff(clocks)));
    const { before, answer } = this.#bytes.whole();
    if (before) this.#fanOut.reply(peer, updateWire(before));
    this.#fanOut.reply(peer, ...step2Wire(answer));
  }

  /** Takes an update of a peer that may write. Throws `Unreadable` for one that cannot be read. */
  receive(peer: Peer, update: Uint8Array): void {
    const { maxDocBytes } = this.#options;
    const heldBytes = this.#log.totalBytes + this.#inbox.sizeBytes + this.#arrivals.pendingBytes;
    if (maxDocBytes !== undefined && heldBytes + update.length > maxDocBytes) {
      peer.close("tooLarge");
      return;
    }
    this.#arrivals.receive(peer, update);
  }

  /** Counts a message that has nothing to keep. */
  countEmpty = (peer: Peer): void => this.#arrivals.inOrder(() => this.#count(peer));

  #count(peer: Peer): void {
    this.#unsaved.count(peer, this.#positionToCome, this.#log.saved);
  }

  /** Reads from the document, with everything that came before. */
  read<Value>(read: (doc: Doc) => Promise<Value>): Promise<Value> {
    return this.#inTurn(async () => read(await this.#open()));
  }

  /**
   * Writes as the server: what `prepare` did to the document reaches the disk before anyone hears of it.
   *
   * Rejects with a `StorageFailure` if it could not be kept; the document is then as it was before.
   */
  write<Value>(prepare: (doc: Doc) => Promise<ServerWrite<Value>>): Promise<Value> {
    return this.hold(async (held) => {
      const written = await prepare(held.doc);
      const { update, decision, value, together = alone } = written;
      if (!update && !decision) return value;
      const own = update ? [{ ...held, update }] : [];
      await together((others) => commitTogether(this.#options, [...others, ...own], written));
      return value;
    });
  }

  /** Opens the document for a write of the server; nobody else opens it until that is done. */
  hold<Value>(run: (held: Held<Doc>) => Promise<Value>): Promise<Value> {
    return this.#inTurn(async () => {
      // the update may rest on what people wrote just before: that has to be on disk first
      await this.#log.settled();
      if (this.#log.isFailing) throw new StorageFailure("disk", "the disk takes nothing now");
      const doc = await this.#open();
      return run({ path: this.#options.path, doc, noteWritten: this.#noteWritten });
    });
  }

  /** Keeps what was erased from coming back: from here on whatever hangs on it is emptied before it is kept or sent. */
  guard(erased: Erased): Promise<void> {
    return this.#bytes.guard(erased);
  }

  /** Puts everything into a state that holds nothing of what was deleted, also what comes meanwhile. */
  async rewrite(): Promise<void> {
    await this.#fold();
    await this.#bytes.guard();
    if (this.#log.hasRows) await this.#fold();
  }

  /** Resolves when everything that came so far is on disk, or the disk is failing. */
  async settled(): Promise<void> {
    await this.#upToDate();
    await this.#log.settled();
  }

  /** What is not on disk is given up. */
  close(): void {
    this.#isClosed = true;
    this.#ticker.stop();
    this.#log.stop();
    this.#atHand.drop();
  }

  /** Where the log stands once everything that was received is in it. */
  get #positionToCome(): number {
    return this.#log.position + (this.#inbox.isEmpty ? 0 : 1);
  }

  #take(peer: Peer, update: Uint8Array, scan: Scan): void {
    if (this.#isClosed) return;
    const taken = this.#bytes.take(scan, this.#options.maxWaitingParts);
    this.#inbox.add(peer, update, taken);
    if (taken.isTooMuch) peer.close("tryLater"); // it comes back with everything, and nothing needs to wait
    else this.#count(peer);
    if (!this.#inbox.isEmpty) this.#ticker.request();
  }

  /** Passes on and keeps what came since the last tick. */
  #flush(): void {
    if (this.#isClosed || this.#inbox.isEmpty) return;
    const endTimer = this.#options.metrics.tickSeconds.startTimer();
    this.#ticker.note();
    const { news, waiting } = this.#inbox.empty();
    if (news.length === 0) return this.#log.append(waiting);
    const { bytes } = this.#bytes.append(...news.map(({ value }) => value));
    this.#atHand.note(bytes);
    this.#log.append([bytes, ...waiting]);
    this.#tell(news, bytes);
    this.#options.onNews?.(bytes);
    endTimer();
  }

  /** Tells everybody an update; those who brought a part of it hear the other parts. */
  #tell(news: readonly Contribution<Scan>[], bytes: Uint8Array): void {
    const write = (some: readonly Scan[]) => updateWire(writePiece(...some).bytes);
    const slow = this.#fanOut.sendUpdates(broadcast(news, write, updateWire(bytes)));
    for (const peer of slow)
      this.#fanOut.leaveBehind(peer, { clocks: new Map(this.#bytes.clocks), isAsked: false });
  }

  #catchUp(peer: Peer, { clocks, isAsked }: Behind): void {
    this.#flush();
    const diff = this.#bytes.diff(clocks);
    if (isAsked) this.#fanOut.reply(peer, ...step2Wire(diff));
    else this.#fanOut.reply(peer, updateWire(diff));
  }

  /** Runs with everything taken in that came before, while nobody else has the document open. */
  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(async () => {
      await this.#upToDate();
      return task();
    });
    this.#queue = result.then(
      () => this.#atHand.rest(),
      () => this.#atHand.drop(), // whoever asked is told; the next one opens it anew
    );
    return result;
  }

  async #upToDate(): Promise<void> {
    await this.#arrivals.settled();
    this.#flush();
  }

  #open(): Promise<Doc> {
    this.#flush();
    return this.#atHand.get(() => this.#bytes.updates());
  }

  /** Tells everybody what the server wrote. The open document knows it already. */
  #noteWritten = (update: Uint8Array, through: number): void => {
    this.#log.noteWritten(through, update.length);
    this.#flush(); // nobody is told where they stand while some of it is yet to be sent
    this.#tell([], this.#bytes.append(this.#bytes.take(scanUpdate(update))).bytes);
    this.#compaction.runIfDue();
  };

  #fold(): Promise<void> {
    return this.#inTurn(async () => {
      this.#flush();
      try {
        await foldLog({
          ...this.#options,
          bytes: this.#bytes,
          log: this.#log,
          open: () => this.#open(),
        });
        this.#options.metrics.compactions.inc();
      } catch (error) {
        if (!this.#isClosed) this.#options.onFailure("log not folded", error);
        throw error;
      }
    });
  }
}
