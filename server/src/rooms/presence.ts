// Where people are on the board: the newest state of each client, sent at a capped rate, never back to who brought it.
// States are bytes that pass untouched. A client id belongs to the connection that brought it, until that one leaves.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Metrics } from "../metrics.ts";
import { Unreadable } from "./doc-host.ts";
import type { Peer } from "./peer.ts";
import { awarenessFrame } from "./protocol.ts";

/** The most a client may say about where it is. Cursors take about 100 bytes. */
const maxStateBytes = 64 * 1024;

/** How many clients that left are remembered, so that an echo of theirs cannot bring them back. */
const maxGone = 1_000;

/** What presence needs to know from outside. */
export interface PresenceOptions {
  /** States go out at most this often. */
  readonly everyMs: number;
  /** A peer with more than this on its way gets no states until that has left. */
  readonly slowBytes: number;
  readonly metrics: Metrics;
}

interface Entry {
  readonly clock: number;
  /** JSON as the client wrote it; `null` when it left. */
  readonly state: Uint8Array;
}

interface Client {
  owner: Peer | undefined;
  /** What others were told. */
  shown: Entry | undefined;
  /** What they are told next. */
  next: Entry | undefined;
  clock: number;
}

/** The presence of one board. */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #peers: ReadonlySet<Peer>;
  readonly #clients = new Map<number, Client>();
  readonly #dirty = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #flushedAt = 0;

  /** `peers` is the live set of those who hear of each other. */
  constructor(peers: ReadonlySet<Peer>, options: PresenceOptions) {
    this.#peers = peers;
    this.#options = options;
  }

  /** Takes a message of states. Throws `Unreadable` for one that is cut short or holds too much. */
  receive(peer: Peer, message: Uint8Array): void {
    for (const [client, entry] of readStates(message)) this.#take(peer, client, entry);
    if (this.#dirty.size > 0) this.#flushSoon();
  }

  /** Tells a peer where everyone is. */
  show(peer: Peer): void {
    const entries = [...this.#clients].flatMap(([client, { shown, owner }]) =>
      shown && owner && owner !== peer ? [encodeEntry(client, shown)] : [],
    );
    if (entries.length > 0) this.#send(peer, frameOf(entries));
  }

  /** Takes a peer's clients off the board. */
  leave(peer: Peer): void {
    for (const [id, client] of this.#clients) {
      if (client.owner !== peer) continue;
      client.owner = undefined;
      client.next = { clock: client.clock, state: nullState };
      this.#dirty.add(id);
    }
    this.#forgetOldest();
    if (this.#dirty.size > 0) this.#flushSoon();
  }

  /** Stops the clock. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #take(peer: Peer, id: number, entry: Entry): void {
    const client = this.#clients.get(id);
    if (!client) {
      if (!isNull(entry))
        this.#clients.set(id, { owner: peer, shown: undefined, next: entry, clock: entry.clock });
      this.#dirty.add(id);
      return;
    }
    if (client.owner ? !isSame(client.owner, peer) : !this.#mayReturn(peer, client, entry)) return;
    const isNewer =
      entry.clock > client.clock || (entry.clock === client.clock && client.owner === undefined);
    const isLeaving = isNull(entry) && entry.clock === client.clock;
    if (!isNewer && !isLeaving) return;
    client.owner = peer;
    client.clock = entry.clock;
    client.next = entry;
    this.#dirty.add(id);
  }

  /**
   * A client that was gone returns by a newer clock, or by the same one on a connection that brought nobody yet: the stock
   * client comes back with the clock it had. All else is an echo of somebody who has left.
   */
  #mayReturn(peer: Peer, client: Client, entry: Entry): boolean {
    if (isNull(entry)) return false;
    if (entry.clock > client.clock) return true;
    return entry.clock === client.clock && !this.#owns(peer);
  }

  #owns(peer: Peer): boolean {
    for (const { owner } of this.#clients.values()) if (owner === peer) return true;
    return false;
  }

  #flushSoon(): void {
    if (this.#timer) return;
    const waitMs = Math.max(0, this.#flushedAt + this.#options.everyMs - performance.now());
    this.#timer = setTimeout(() => this.#flush(), waitMs);
  }

  #flush(): void {
    this.#timer = undefined;
    this.#flushedAt = performance.now();
    const news: { readonly owner: Peer | undefined; readonly bytes: Uint8Array }[] = [];
    for (const id of this.#dirty) {
      const client = this.#clients.get(id);
      if (!client?.next) continue;
      const entry = client.next;
      client.next = undefined;
      if (client.owner && !mayShow(client.owner, entry)) continue;
      // whoever was never shown need not be taken away
      const isNews = !isNull(entry) || (client.shown !== undefined && !isNull(client.shown));
      client.shown = entry;
      if (isNews) news.push({ owner: client.owner, bytes: encodeEntry(id, entry) });
    }
    this.#dirty.clear();
    if (news.length > 0) this.#fanOut(news);
  }

  #fanOut(news: readonly { readonly owner: Peer | undefined; readonly bytes: Uint8Array }[]) {
    const authors = new Set(news.map(({ owner }) => owner));
    const forAll = frameOf(news.map(({ bytes }) => bytes));
    for (const peer of this.#peers) {
      if (peer.hasMissedPresence || peer.connection.bufferedBytes > this.#options.slowBytes) {
        this.#catchUpLater(peer);
      } else if (!authors.has(peer)) {
        this.#send(peer, forAll);
      } else {
        const others = news.filter(({ owner }) => owner !== peer).map(({ bytes }) => bytes);
        if (others.length > 0) this.#send(peer, frameOf(others));
      }
    }
  }

  /** A slow peer gets the newest states of all when it has caught up, and nothing in between. */
  #catchUpLater(peer: Peer): void {
    if (peer.hasMissedPresence) return;
    peer.hasMissedPresence = true;
    peer.connection.onDrained(() => {
      peer.hasMissedPresence = false;
      if (!this.#peers.has(peer)) return;
      const entries = [...this.#clients].flatMap(([client, { shown, owner }]) =>
        shown && owner !== peer ? [encodeEntry(client, shown)] : [],
      );
      if (entries.length > 0) this.#send(peer, frameOf(entries));
    });
  }

  #send(peer: Peer, frame: Uint8Array): void {
    peer.send(frame);
    this.#options.metrics.noteSent(1, frame.length);
  }

  #forgetOldest(): void {
    let gone = 0;
    for (const { owner } of this.#clients.values()) if (!owner) gone += 1;
    for (const [id, { owner, next }] of this.#clients) {
      if (gone <= maxGone) return;
      if (owner || next) continue;
      this.#clients.delete(id);
      gone -= 1;
    }
  }
}

/** One connection, or the next one of the same seat: the network may take a while to tell that the last one is dead. */
const isSame = (owner: Peer, peer: Peer): boolean =>
  owner === peer || (peer.identity.type === "seat" && owner.identity.key === peer.identity.key);

const nullState = new TextEncoder().encode("null");

const isNull = ({ state }: Entry): boolean => state.length === 4 && state[0] === nullState[0];

/** A state may say whose it is only if it is. One that cannot be read would break whoever gets it. */
function mayShow(owner: Peer, { state }: Entry): boolean {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(state));
    if (typeof parsed !== "object" || parsed === null || !("participantId" in parsed)) return true;
    const whose = parsed.participantId ?? undefined;
    return whose === undefined || whose === owner.participant;
  } catch {
    return false;
  }
}

/** Reads a message of states; the last one of each client counts. */
function readStates(message: Uint8Array): Map<number, Entry> {
  try {
    const decoder = decoding.createDecoder(message);
    const entries = new Map<number, Entry>();
    const count = decoding.readVarUint(decoder);
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      if (state.length > maxStateBytes) throw new Unreadable("a state is too large");
      entries.set(client, { clock, state: state.slice() });
    }
    return entries;
  } catch (cause) {
    throw new Unreadable("not a message of states", { cause });
  }
}

function encodeEntry(client: number, { clock, state }: Entry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarUint8Array(encoder, state);
  return encoding.toUint8Array(encoder);
}

function frameOf(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) encoding.writeUint8Array(encoder, entry);
  return awarenessFrame(encoding.toUint8Array(encoder));
}
