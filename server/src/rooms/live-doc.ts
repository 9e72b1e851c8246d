// One document of a room while it is open: takes what its peers send, passes it on, keeps it, and lets the server write.
//
//   frame ─▶ pending ─▶ (once a turn) apply ─▶ fan out: one frame for all who did not write
//                                        └──▶ log ─▶ disk ─▶ "saved"
//   server's write: apply ─▶ disk ─▶ fan out
//
// What touches the document goes through one queue, so a server's write is never seen before it is on disk.
import type { BoardId } from "@secondstory/shared";
import type { Metrics } from "../metrics.ts";
import { StorageFailure, type DocPath, type Storage } from "../storage/storage.ts";
import { DocSpoiled, Unreadable, type DocBytes, type HostedDoc, type Verdict } from "./doc-host.ts";
import { Compaction, type CompactionSettings } from "./compaction.ts";
import { DocLog, type StoredSize } from "./doc-log.ts";
import { FanOut, type News } from "./fan-out.ts";
import type { Peer } from "./peer.ts";
import type { ServerWrite } from "./server-write.ts";
import { step1Frame, step2Frame, updateFrame } from "./protocol.ts";

/** What a live document needs around it. */
export interface LiveDocOptions {
  readonly storage: Storage;
  readonly board: BoardId;
  readonly path: DocPath;
  readonly compaction: CompactionSettings;
  /** A peer that has more than this on its way is left behind, and gets one diff when it has caught up. */
  readonly behindBytes: number;
  /** What the document may hold; undefined for no limit. */
  readonly maxDocBytes: number | undefined;
  readonly metrics: Metrics;
  readonly onDiskFailure: (error: unknown) => void;
  /** The document cannot be kept open: the room closes. */
  readonly onBroken: (error: unknown) => void;
}

/** A document with its peers and its log. */
export class LiveDoc<Doc extends HostedDoc> {
  readonly #options: LiveDocOptions;
  readonly #open: (bytes: DocBytes) => Promise<Doc>;
  readonly #fanOut: FanOut;
  readonly #log: DocLog;
  readonly #compaction: Compaction;
  #doc: Doc;
  #pending: News[] = [];
  #isFlushing = false;
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** Loads a document; `open` gives its bytes to whoever hosts it. */
  static async load<Doc extends HostedDoc>(
    options: LiveDocOptions,
    open: (bytes: DocBytes) => Promise<Doc>,
  ): Promise<LiveDoc<Doc>> {
    const { storage, board, path } = options;
    const { state, rows } = await storage.loadDoc(board, path);
    const updates = rows.map(({ update }) => update);
    const doc = await open({ state, updates });
    const stored = {
      through: rows.at(-1)?.position ?? 0,
      stateBytes: state?.length ?? 0,
      rows: rows.length,
      sizeBytes: updates.reduce((sum, update) => sum + update.length, 0),
    };
    return new LiveDoc(options, open, doc, stored);
  }

  private constructor(
    options: LiveDocOptions,
    open: (bytes: DocBytes) => Promise<Doc>,
    doc: Doc,
    stored: StoredSize,
  ) {
    this.#options = options;
    this.#open = open;
    this.#doc = doc;
    const { storage, board, path, behindBytes, metrics } = options;
    this.#fanOut = new FanOut({
      behindBytes,
      metrics,
      vector: () => this.#doc.vector(),
      catchUp: (peer, vector) => this.#catchUp(peer, vector),
    });
    this.#log = new DocLog(storage, board, path, stored, {
      onWriting: () => metrics.commitSeconds.startTimer(),
      onSaved: (position) => this.#onSaved(position),
      onFailed: (error) => options.onDiskFailure(error),
    });
    this.#compaction = new Compaction(this.#log, {
      ...options.compaction,
      metrics,
      run: (task) => this.#run(task),
      state: () => this.#doc.state(),
      store: (state, through) => storage.compact(board, path, state, through),
    });
  }

  /** Whether the disk refuses what was written here. */
  get isFailing(): boolean {
    return this.#log.isFailing;
  }

  /** Starts a peer: it hears of updates from here on, and a writer is asked for what it has. */
  attach(peer: Peer): void {
    this.#fanOut.peers.add(peer);
    if (peer.permission === "write") this.askFor(peer);
  }

  /** Asks a peer for what the document lacks. */
  askFor(peer: Peer): void {
    void this.#run(async () => this.#reply(peer, step1Frame(await this.#doc.vector())));
  }

  detach(peer: Peer): void {
    this.#fanOut.peers.delete(peer);
  }

  /** Answers a peer's state vector with what it lacks. */
  answer(peer: Peer, vector: Uint8Array): void {
    void this.#runUpToDate(async () => {
      try {
        this.#reply(peer, step2Frame(await this.#doc.diff(vector)));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        peer.close("unreadable");
      }
    });
  }

  /** Takes an update of a peer that may write. It is passed on once it was found readable. */
  receive(peer: Peer, update: Uint8Array): void {
    const { maxDocBytes } = this.#options;
    if (maxDocBytes !== undefined && this.#log.totalBytes + update.length > maxDocBytes) {
      peer.close("tooLarge");
      return;
    }
    this.#pending.push({ peer, update });
    this.#flushSoon();
  }

  /** Counts a message that has nothing to keep. */
  countEmpty(peer: Peer): void {
    peer.countMessage(this.#log.position);
    peer.tellSaved(this.#log.saved);
  }

  /** Reads from the document. */
  read<Value>(read: (doc: Doc) => Promise<Value>): Promise<Value> {
    return this.#runUpToDate(() => read(this.#doc));
  }

  /**
   * Writes as the server: what `prepare` did to the document reaches the disk before anyone hears of it.
   *
   * Rejects with a `StorageFailure` if it could not be kept; the document is then as it was before.
   */
  write<Value>(prepare: (doc: Doc) => Promise<ServerWrite<Value>>): Promise<Value> {
    return this.#runUpToDate(async () => {
      // the update may rest on what people wrote just before: that has to be on disk first
      await this.#log.settled();
      if (this.#log.isFailing) throw new StorageFailure("disk", "the disk takes nothing now");
      const { update, decision, value, onCommitted } = await prepare(this.#doc);
      if (!update && !decision) return value;
      await this.#commit(update, decision);
      onCommitted?.();
      if (update) await this.#fanOut.sendToAll(update);
      this.#compaction.runIfDue();
      return value;
    });
  }

  /** Resolves when everything that came so far is on disk, or the disk is failing. */
  async settled(): Promise<void> {
    await this.#run(() => this.#flush());
    await this.#log.settled();
  }

  /** Closes for good. What is not on disk yet is given up: call `settled` first. */
  close(): void {
    this.#isClosed = true;
    this.#log.stop();
    this.#doc.close();
  }

  /** Runs with everything taken in that came before. */
  #runUpToDate<Value>(task: () => Promise<Value>): Promise<Value> {
    return this.#run(async () => {
      await this.#flush();
      return task();
    });
  }

  #run<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(task);
    this.#queue = result.catch((error: unknown) => {
      const isExpected = error instanceof StorageFailure || this.#isClosed;
      if (!isExpected) this.#options.onBroken(error);
    });
    return result;
  }

  /** Takes in what is pending at the end of this turn of the event loop, so that what comes together goes together. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => void this.#run(() => this.#flush()));
  }

  async #flush(): Promise<void> {
    this.#isFlushing = false;
    const batch = this.#pending;
    this.#pending = [];
    if (batch.length === 0 || this.#isClosed) return;
    const verdicts = await this.#apply(batch);
    const news = batch.filter((_, index) => verdicts[index] === "news");
    this.#log.append(news.map(({ update }) => update));
    for (const [index, { peer }] of batch.entries()) {
      if (verdicts[index] === "unreadable") peer.close("unreadable");
      else peer.countMessage(this.#log.position);
    }
    await this.#fanOut.sendNews(news);
    for (const { peer } of batch) peer.tellSaved(this.#log.saved);
  }

  /** Applies a batch. An update that breaks the document is found by taking them one by one on a fresh copy. */
  async #apply(batch: readonly News[]): Promise<readonly Verdict[]> {
    const updates = batch.map(({ update }) => update);
    try {
      return await this.#doc.apply(updates);
    } catch (error) {
      if (!(error instanceof DocSpoiled)) throw error;
    }
    await this.#reload();
    const verdicts: Verdict[] = [];
    const kept: Uint8Array[] = [];
    for (const update of updates) {
      try {
        const [verdict = "unreadable"] = await this.#doc.apply([update]);
        verdicts.push(verdict);
        if (verdict === "news") kept.push(update);
      } catch (error) {
        if (!(error instanceof DocSpoiled)) throw error;
        verdicts.push("unreadable");
        await this.#reload(kept);
      }
    }
    return verdicts;
  }

  #catchUp(peer: Peer, vector: Uint8Array): void {
    void this.#run(async () => {
      peer.behind = undefined;
      if (this.#fanOut.peers.has(peer))
        this.#reply(peer, updateFrame(await this.#doc.diff(vector)));
    });
  }

  /** Puts a write of the server on disk. If that fails, the document goes back to how it was. */
  async #commit(update: Uint8Array | undefined, decision: ServerWrite<unknown>["decision"]) {
    const { storage, board, path, metrics } = this.#options;
    const updates = update ? [{ doc: path, update }] : [];
    const endTimer = metrics.commitSeconds.startTimer();
    try {
      const through = await storage.decide(board, { at: 0, ...decision, updates });
      if (update && through !== undefined) this.#log.noteWritten(through, update.length);
      endTimer();
    } catch (error) {
      // a document that holds what nobody kept must not be served
      if (update) await this.#reload().catch((cause: unknown) => this.#options.onBroken(cause));
      throw error;
    }
  }

  /** Opens the document again from what is on disk and what is on its way there. */
  async #reload(kept: readonly Uint8Array[] = []): Promise<void> {
    const { storage, board, path } = this.#options;
    const { unsaved } = this.#log; // before the rows are read, so that what is written meanwhile stands in one of both
    const { state, rows } = await storage.loadDoc(board, path);
    this.#doc.close();
    const updates = [...rows.map(({ update }) => update), ...unsaved, ...kept];
    this.#doc = await this.#open({ state, updates });
  }

  #onSaved(position: number): void {
    for (const peer of this.#fanOut.peers) peer.tellSaved(position);
    this.#compaction.runIfDue();
  }

  #reply(peer: Peer, frame: Uint8Array): void {
    peer.send(frame);
    this.#options.metrics.noteSent(1, frame.length);
  }
}
