// The way of a document's updates to the disk: what waits goes in one call as soon as the last one is done. A disk that
// fails keeps them waiting, in order, until it takes them.
import type { BoardId } from "@secondstory/shared";
import { StorageFailure, type DocPath, type Storage } from "../storage/storage.ts";

/** How long after a failed write the next one is tried; each failure doubles it, up to the last figure. */
const firstRetryMs = 100;
const lastRetryMs = 5_000;

/** What a log says about itself. */
export interface LogListener {
  /** Something goes to the disk; what comes back is called when it is there. */
  onWriting(): () => void;
  /** Everything up to this position is on disk. Positions count the calls of `append` since the log was opened. */
  onSaved(position: number): void;
  onFailed(error: unknown): void;
}

/** Rows that lie on disk and are not folded yet, up to one of them. */
export interface LoggedRows {
  /** Where the storage put the last one. */
  readonly through: number;
  readonly rows: number;
  /** What the rows hold. */
  readonly sizeBytes: number;
}

/** What lies on disk when a log is opened. */
export interface StoredSize extends LoggedRows {
  /** What was folded. */
  readonly stateBytes: number;
}

/** Updates that were appended together. */
type Batch = readonly Uint8Array[];

interface Watcher {
  readonly position: number;
  readonly resolve: (rows: LoggedRows) => void;
  readonly reject: (failure: StorageFailure) => void;
}

const notTaken = () => new StorageFailure("disk", "the disk takes nothing now");

/** The log of one document. */
export class DocLog {
  readonly #storage: Storage;
  readonly #board: BoardId;
  readonly #doc: DocPath;
  readonly #listener: LogListener;
  #waiting: Batch[] = [];
  #writing: readonly Batch[] = [];
  #watchers: Watcher[] = [];
  #isRunning = false;
  #isStopped = false;
  #retryMs = firstRetryMs;
  #retry: (() => void) | undefined;
  #idle: (() => void)[] = [];
  #saved = 0;
  #storedThrough: number;
  #isFailing = false;
  #stateBytes: number;
  #rows: number;
  #sizeBytes: number;
  /** What is not on disk yet. */
  #unsavedBytes = 0;

  constructor(
    storage: Storage,
    board: BoardId,
    doc: DocPath,
    stored: StoredSize,
    listener: LogListener,
  ) {
    this.#storage = storage;
    this.#board = board;
    this.#doc = doc;
    this.#listener = listener;
    this.#storedThrough = stored.through;
    this.#stateBytes = stored.stateBytes;
    this.#rows = stored.rows;
    this.#sizeBytes = stored.sizeBytes;
  }

  /** The position after everything that was appended so far. */
  get position(): number {
    return this.#saved + this.#writing.length + this.#waiting.length;
  }

  /** The position up to which everything is on disk. */
  get saved(): number {
    return this.#saved;
  }

  /** Whether the disk refused the last write. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Whether it was given up: nothing may be written in its name any more. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** How many rows lie on disk and are not folded yet. */
  get rows(): number {
    return this.#rows;
  }

  /** Whether anything was written since the last folding, on disk or on its way there. */
  get hasRows(): boolean {
    return this.#rows > 0 || this.#saved < this.position;
  }

  /** How much those rows hold. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Appends updates, at least one; the listener hears when they are on disk. */
  append(updates: readonly Uint8Array[]): void {
    this.#waiting.push(updates);
    for (const { length } of updates) this.#unsavedBytes += length;
    if (!this.#isRunning) void this.#run();
  }

  /**
   * Everything appended so far, once it is on disk. Rejects with a `StorageFailure` if the disk refuses, or the log is
   * stopped.
   */
  async whenAllSaved(): Promise<LoggedRows> {
    const { position } = this;
    if (position === this.#saved) return this.#rowsThrough(this.#storedThrough);
    if (this.#isFailing || this.#isStopped) throw notTaken();
    return new Promise((resolve, reject) => {
      this.#watchers.push({ position, resolve, reject });
    });
  }

  /** Resolves when nothing waits any more; at once if the disk is failing or the log was stopped. */
  async settled(): Promise<void> {
    if (!this.#isRunning || this.#isFailing || this.#isStopped) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Notes a row that a decision of the server has put on disk. */
  noteWritten(through: number, sizeBytes: number): void {
    this.#storedThrough = through;
    this.#rows += 1;
    this.#sizeBytes += sizeBytes;
  }

  /** What the state takes that the rows will be folded into. */
  get stateBytes(): number {
    return this.#stateBytes;
  }

  /** What the document takes on disk once everything is there: the state, and what came since. */
  get totalBytes(): number {
    return this.#stateBytes + this.#sizeBytes + this.#unsavedBytes;
  }

  /** Notes that rows were folded into a state. */
  noteFolded({ rows, sizeBytes }: LoggedRows, stateBytes: number): void {
    this.#stateBytes = stateBytes;
    this.#rows -= rows;
    this.#sizeBytes -= sizeBytes;
  }

  /** Gives up what waits, because the board is gone or the process ends. */
  stop(): void {
    this.#isStopped = true;
    this.#giveUpWatching();
    this.#retry?.();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0 && !this.#isStopped) {
      this.#writing = this.#waiting;
      this.#waiting = [];
      try {
        const onWritten = this.#listener.onWriting();
        const rows = this.#writing.flat();
        const through = await this.#storage.append(this.#board, this.#doc, rows);
        onWritten();
        this.#noteSaved(through);
      } catch (error) {
        this.#waiting = [...this.#writing, ...this.#waiting];
        this.#writing = [];
        if (this.#isStopped) break; // the board is gone, and so is what nobody waits for
        this.#isFailing = true;
        this.#listener.onFailed(error);
        this.#giveUpWatching();
        this.#wakeIdle();
        await this.#pause();
      }
    }
    this.#isRunning = false;
    this.#wakeIdle();
  }

  #noteSaved(through: number): void {
    let rowsAfter = this.#writing.flat().length;
    for (const batch of this.#writing) {
      this.#saved += 1;
      this.#rows += batch.length;
      rowsAfter -= batch.length;
      for (const { length } of batch) {
        this.#sizeBytes += length;
        this.#unsavedBytes -= length;
      }
      this.#tellWatchers(through - rowsAfter); // the rows of one call follow each other
    }
    this.#writing = [];
    this.#storedThrough = through;
    this.#isFailing = false;
    this.#retryMs = firstRetryMs;
    this.#listener.onSaved(this.#saved);
  }

  #tellWatchers(through: number): void {
    if (this.#watchers.length === 0) return;
    const saved = this.#watchers.filter(({ position }) => position <= this.#saved);
    this.#watchers = this.#watchers.filter(({ position }) => position > this.#saved);
    for (const { resolve } of saved) resolve(this.#rowsThrough(through));
  }

  #rowsThrough(through: number): LoggedRows {
    return { through, rows: this.#rows, sizeBytes: this.#sizeBytes };
  }

  #giveUpWatching(): void {
    for (const { reject } of this.#watchers.splice(0)) reject(notTaken());
  }

  async #pause(): Promise<void> {
    if (this.#isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#retryMs);
      this.#retry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#retry = undefined;
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
  }

  #wakeIdle(): void {
    const idle = this.#idle;
    this.#idle = [];
    for (const wake of idle) wake();
  }
}
