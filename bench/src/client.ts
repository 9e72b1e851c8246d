// One person's connection to one document. It speaks the protocol as the standard client does, but keeps no document
// unless asked to: from the ids in an update it knows which edits came, how late, and whether one was left out.
import * as Y from "yjs";
import type { ClientOptions } from "./client-options.ts";
import { Confirmations } from "./confirmations.ts";
import { Hearing } from "./hearing.ts";
import { Cursor, emptyUpdate, messageTypes, syncMessage, syncTypes } from "./messages.ts";
import { Pointer } from "./pointer.ts";
import type { Room } from "./room.ts";
import type { Door } from "./servers.ts";
import { dice } from "./statistics.ts";
import { Typist } from "./typist.ts";
import { openWire, type Wire } from "./wire.ts";

let clientsSoFar = 0;
const cursor = new Cursor();

export class Client {
  readonly room: Room;
  readonly typist: Typist | undefined;
  readonly options: ClientOptions;
  readonly pointer: Pointer;
  readonly #throw = dice(++clientsSoFar * 7_919);
  readonly #copy: Y.Doc | undefined;
  #unread: Uint8Array[] = [];
  readonly #hearing = new Hearing();
  #wire: Wire | undefined;
  #door: Door | undefined;
  #tries = 0;
  #awaySince: number | undefined;
  readonly #followers: Client[] = [];
  #hasAsked = false;
  #renewing: NodeJS.Timeout | undefined;
  #entering: PromiseWithResolvers<void> | undefined;
  /** When this connection had received SyncStep2; undefined before. */
  syncedAt: number | undefined;
  readonly confirmed = new Confirmations();
  isStopped = false;
  /** Closes that this side had not asked for. */
  closes = 0;
  /** Called when edits of others, or SyncStep2, have come. */
  onProgress: ((now: number) => void) | undefined;
  /** Called when the server has said *saved*, with the age of the oldest edit it was about. */
  onSaved: ((ageMs: number) => void) | undefined;

  constructor(room: Room, options: ClientOptions) {
    this.room = room;
    this.options = options;
    this.pointer = new Pointer(room, this.#randomId(), this.#throw);
    room.clients.push(this);
    if (options.leader) options.leader.#followers.push(this);
    if (options.keepsCopy) this.#copy = new Y.Doc();
    if (options.types) {
      this.typist = new Typist(this.#randomId(), `field-${clientsSoFar}`, this.#throw);
      room.typists.set(this.typist.clientId, this.typist);
    }
  }

  /** Joins the board, where a server wants that; done before anything is timed. */
  async takeSeat(): Promise<void> {
    this.#door ??= await this.room.crowd.server.openDoor(this.room, this.options);
  }

  /** Connects; resolves when SyncStep2 has come. */
  async connect(): Promise<void> {
    await this.takeSeat();
    this.#entering = Promise.withResolvers();
    const { promise, reject } = this.#entering;
    const late = setTimeout(() => reject(new Error("no SyncStep2 within 30 s")), 30_000);
    this.#open();
    await promise.finally(() => clearTimeout(late));
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.#renewing);
    this.#wire?.close();
  }

  pause(): void {
    this.#wire?.pause();
  }

  resume(): void {
    this.#wire?.resume();
  }

  get isConnected(): boolean {
    return this.syncedAt !== undefined && !this.#wire?.isClosed();
  }

  get queuedBytes(): number {
    return this.#wire?.queuedBytes() ?? 0;
  }

  /** Sends an update as it is; while there is no connection it goes with the next SyncStep2. */
  sendUpdate(update: Uint8Array): void {
    if (!this.#hasAsked) return;
    this.confirmed.sent(this.typist?.log.clock ?? 0);
    this.#send(syncMessage("update", update));
  }

  /** One character, or now and then a backspace. */
  type(backspaceShare = 0.04): void {
    const key = this.typist?.keystroke(backspaceShare);
    if (!key) return;
    if (key.isInsert) this.#countEdit();
    this.sendUpdate(key.update);
  }

  paste(length: number): void {
    const update = this.typist?.paste(length);
    if (!update) return;
    this.#countEdit();
    this.sendUpdate(update);
  }

  /** Moves the cursor; `padBytes` more make the state as large as wanted. */
  moveCursor(padBytes = 0): void {
    const user = { name: `Participant ${this.options.person}`, color: "#30bced" };
    this.#send(this.pointer.move({ ...this.#door?.state, user }, padBytes));
  }

  /** Edits of others that have not come. */
  missing(): number {
    return this.#hearing.missing(this.#others());
  }

  /** Whether everything others wrote before these clocks has come. */
  hasAll(clocks: ReadonlyMap<number, number>): boolean {
    return this.#others().every(
      ({ clientId }) => this.heard(clientId) >= (clocks.get(clientId) ?? 0),
    );
  }

  /** How far a writer has been heard without a hole. */
  heard(id: number): number {
    return this.#hearing.wholeUpTo(id);
  }

  #others(): readonly Typist[] {
    return [...this.room.typists.values()].filter((typist) => typist !== this.typist);
  }

  /** The real document, with everything that came; undefined for those who keep none. */
  readCopy(): Y.Doc | undefined {
    const copy = this.#copy;
    const updates = this.#unread.splice(0);
    if (copy) copy.transact(() => updates.forEach((update) => Y.applyUpdate(copy, update)));
    return copy;
  }

  #open(): void {
    const door = this.#door;
    if (!door || this.isStopped) return;
    const { framing } = this.room.crowd.server.kind;
    this.syncedAt = undefined;
    this.#hasAsked = false;
    this.confirmed.begin();
    const wire = openWire(
      { port: this.room.crowd.server.port, ...door },
      {
        onOpen: () => {
          for (const follower of this.#followers)
            if (follower.#awaySince !== undefined) follower.#open();
          if (framing.hello) wire.send(framing.hello(this.room.name));
          else this.#ask();
        },
        onMessage: (bytes, from) => this.#receive(bytes, from),
        onClose: (code) => {
          if (wire === this.#wire) this.#closed(code);
        },
      },
    );
    this.#wire = wire;
  }

  #closed(code: number): void {
    if (this.isStopped) return;
    const { backoffMs, leader } = this.options;
    const now = performance.now();
    this.closes++;
    this.#hasAsked = false;
    this.#awaySince ??= now;
    if (this.syncedAt === undefined && !backoffMs && !leader)
      this.#entering?.reject(new Error(`closed with ${code} before SyncStep2`));
    this.syncedAt = undefined;
    if (leader?.isConnected) this.#open();
    if (!backoffMs) return;
    const outage = { tries: this.#tries++, awayMs: now - this.#awaySince };
    setTimeout(() => this.#open(), backoffMs(outage));
  }

  #ask(): void {
    this.#hasAsked = true;
    const copy = this.readCopy();
    const vector = copy ? Y.encodeStateVector(copy) : this.#hearing.vector(this.typist);
    this.#send(syncMessage("step1", vector));
    if (this.pointer.hasMoved) this.moveCursor();
  }

  #send(message: Uint8Array): void {
    this.#wire?.send(this.room.crowd.server.kind.framing.wrap(this.room.name, message));
  }

  #receive(bytes: Buffer, start: number): void {
    const { framing } = this.room.crowd.server.kind;
    cursor.over(bytes, start);
    framing.skip(cursor);
    const type = cursor.varUint();
    if (type === messageTypes.sync || (type === messageTypes.syncReply && framing.hello)) {
      const syncType = cursor.varUint();
      const length = cursor.varUint();
      const from = cursor.at;
      if (syncType === syncTypes.step1) this.#answer(bytes.subarray(from, from + length));
      else this.#receiveUpdate(bytes, from, from + length, syncType === syncTypes.step2);
    } else if (type === messageTypes.awareness) {
      if (this.options.readsCursors) this.pointer.receive(cursor);
    } else if (type === messageTypes.saved) this.#receiveSaved(cursor.varUint());
    else if (framing.hello && type === messageTypes.auth) this.#receiveAuth(cursor.varUint());
  }

  #answer(vector: Uint8Array): void {
    const doc = this.typist?.doc ?? this.readCopy();
    this.confirmed.sent(this.typist?.log.clock ?? 0);
    this.#send(syncMessage("step2", doc ? Y.encodeStateAsUpdate(doc, vector) : emptyUpdate));
  }

  #receiveAuth(answer: number): void {
    if (answer === hocuspocusLetsIn) this.#ask();
    else this.#entering?.reject(new Error("not let in"));
  }

  #receiveUpdate(bytes: Buffer, from: number, to: number, isStep2: boolean): void {
    const now = performance.now();
    if (this.options.onUpdate) this.options.onUpdate(bytes.subarray(from, to), isStep2);
    else if (to - from > 2) {
      if (this.#copy) this.#unread.push(Uint8Array.from(bytes.subarray(from, to)));
      this.#readEdits(bytes, from, to, now);
    }
    if (isStep2 && this.syncedAt === undefined) {
      this.syncedAt = now;
      this.#tries = 0;
      this.#awaySince = undefined;
      this.#entering?.resolve();
      this.#renewing ??= setInterval(() => this.moveCursor(), renewEveryMs);
    }
    this.onProgress?.(now);
  }

  #readEdits(bytes: Buffer, from: number, to: number, now: number): void {
    cursor.over(bytes, from);
    const clients = cursor.varUint();
    if (clients === 0) return; // only deletions
    // one edit by itself, as most servers pass it on, is known by its length and needs no further reading
    if (clients === 1 && cursor.varUint() === 1) {
      const id = cursor.varUint();
      const clock = cursor.varUint();
      const end = this.room.typists.get(id)?.log.endOf(clock, to - from);
      if (end !== undefined) return this.#arrived(id, clock, end, now);
    }
    const ranges = this.room.rangesOf(bytes, from, to);
    for (let index = 0; index < ranges.length; index += 3)
      this.#arrived(ranges[index] ?? 0, ranges[index + 1] ?? 0, ranges[index + 2] ?? 0, now);
  }

  #arrived(id: number, from: number, to: number, now: number): void {
    const typist = this.room.typists.get(id);
    if (!typist || id === this.typist?.clientId) return;
    const fresh = this.#hearing.take(id, from, to);
    const { meter } = this.room.crowd;
    const isLive = this.syncedAt !== undefined; // what came before is history, and was not late
    if (fresh !== undefined && meter.isOpen && isLive)
      typist.log.eachSentAt(fresh, to, (sentAt) => meter.editArrived(sentAt, now));
  }

  #receiveSaved(messages: number): void {
    const ageMs = this.typist && this.confirmed.receive(messages, this.typist.log);
    if (ageMs !== undefined) this.onSaved?.(ageMs);
  }

  #countEdit(): void {
    const { crowd, clients } = this.room;
    if (!crowd.meter.isOpen) return;
    crowd.meter.editsSent++;
    crowd.meter.editsOwed += clients.length - 1;
  }

  #randomId(): number {
    return 1 + Math.floor(this.#throw() * 0xffff_fffe);
  }
}

/** The standard client says so often that it is still there; Hocuspocus closes on who is silent for a minute. */
const renewEveryMs = 15_000;
const hocuspocusLetsIn = 2;
