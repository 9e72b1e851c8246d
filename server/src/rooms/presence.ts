// Where people are on the board: the newest state of each client, sent at a capped rate, never back to who brought it
// unless many did. States are bytes that pass untouched. A client id belongs to the connection that brought it, until that
// one leaves.
import { isUtf8 } from "node:buffer";
import { ByteReader, Unreadable } from "../updates/byte-reader.ts";
import { ByteWriter, maxVarUintBytes } from "../updates/byte-writer.ts";
import { broadcast, type Broadcast } from "./broadcast.ts";
import type { Rider } from "./fan-out.ts";
import type { Peer } from "./peer.ts";
import { awarenessWire } from "./protocol.ts";
import { Ticker } from "./ticker.ts";

/** The most a client may say about where it is. Cursors take about 100 bytes. */
const maxStateBytes = 64 * 1024;

/** So many states of a message are read: the stock client repeats those of everybody it sees, which are ignored. */
const maxStates = 5_000;

/** How many clients that left are remembered, so that an echo of theirs cannot bring them back. */
const maxGone = 1_000;

/** What presence needs to know from outside. */
export interface PresenceOptions {
  /** States go out at most this often. */
  readonly everyMs: () => number;
  /** How many clients a connection may bring. */
  readonly clientsPerPeer: number;
  /** Sends states when nothing else goes out that they could ride along with. */
  readonly send: (states: Broadcast) => void;
}

interface Entry {
  readonly client: number;
  readonly clock: number;
  /** The client left, or has nothing to say. */
  readonly isNull: boolean;
  /** Client, clock and state, as they go over the wire. */
  readonly bytes: Uint8Array;
  /** JSON as the client wrote it. */
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
export class Presence implements Rider {
  readonly #clients = new Map<number, Client>();
  readonly #dirty = new Set<number>();
  readonly #ticker: Ticker;
  readonly #clientsPerPeer: number;
  /** How many clients each connection has brought. */
  readonly #brought = new Map<Peer, number>();

  constructor({ everyMs, clientsPerPeer, send }: PresenceOptions) {
    this.#clientsPerPeer = clientsPerPeer;
    this.#ticker = new Ticker(() => {
      const news = this.#takeNews();
      if (news) send(news);
    }, everyMs);
  }

  /** Takes a message of states. Throws `Unreadable` for one that is cut short or holds too much. */
  receive(peer: Peer, message: Uint8Array): void {
    for (const entry of readStates(message)) {
      this.#take(peer, entry);
      if (peer.hearsNothing) peer.sendWire(awarenessWire([entry.bytes]));
    }
    if (this.#dirty.size > 0) this.#ticker.request();
  }

  take(): Broadcast | undefined {
    if (this.#dirty.size === 0 || !this.#ticker.isHalfOver) return undefined;
    this.#ticker.note();
    return this.#takeNews();
  }

  everything(peer: Peer): Uint8Array | undefined {
    const entries: Uint8Array[] = [];
    for (const { shown, owner } of this.#clients.values())
      if (shown && owner && owner !== peer) entries.push(shown.bytes);
    return entries.length > 0 ? awarenessWire(entries) : undefined;
  }

  /** Takes a peer's clients off the board. */
  leave(peer: Peer): void {
    for (const [id, client] of this.#clients) {
      if (client.owner !== peer) continue;
      client.owner = undefined;
      client.next = nullEntry(id, client.clock);
      this.#dirty.add(id);
    }
    this.#brought.delete(peer);
    this.#forgetOldest();
    if (this.#dirty.size > 0) this.#ticker.request();
  }

  /** Stops the clock. */
  close(): void {
    this.#ticker.stop();
  }

  #take(peer: Peer, entry: Entry): void {
    const { client: id, clock } = entry;
    const client = this.#clients.get(id);
    if (!client) {
      if (entry.isNull || !this.#mayBring(peer)) return; // it was never here
      this.#clients.set(id, { owner: peer, shown: undefined, next: copyOf(entry), clock });
      this.#noteBrought(peer, 1);
      this.#dirty.add(id);
      return;
    }
    if (client.owner ? !isSame(client.owner, peer) : !this.#mayReturn(peer, client, entry)) return;
    const isNewer = clock > client.clock || (clock === client.clock && client.owner === undefined);
    const isLeaving = entry.isNull && clock === client.clock;
    if (!isNewer && !isLeaving) return;
    if (client.owner !== peer) {
      if (!this.#mayBring(peer)) return;
      if (client.owner) this.#noteBrought(client.owner, -1);
      this.#noteBrought(peer, 1);
      client.owner = peer;
    }
    client.clock = clock;
    client.next = copyOf(entry);
    this.#dirty.add(id);
  }

  /**
   * A client that was gone returns by a newer clock, or by the same one on a connection that brought nobody yet: the stock
   * client comes back with the clock it had. All else is an echo of somebody who has left.
   */
  #mayReturn(peer: Peer, client: Client, entry: Entry): boolean {
    if (entry.isNull) return false;
    if (entry.clock > client.clock) return true;
    return entry.clock === client.clock && !this.#brought.get(peer);
  }

  #mayBring(peer: Peer): boolean {
    return (this.#brought.get(peer) ?? 0) < this.#clientsPerPeer;
  }

  #noteBrought(peer: Peer, more: number): void {
    this.#brought.set(peer, (this.#brought.get(peer) ?? 0) + more);
  }

  #takeNews(): Broadcast | undefined {
    const news: { readonly author: Peer | undefined; readonly value: Uint8Array }[] = [];
    for (const id of this.#dirty) {
      const client = this.#clients.get(id);
      if (!client?.next) continue;
      const { owner, shown, next } = client;
      client.next = undefined;
      if (owner && !mayShow(owner, next)) continue;
      // whoever was never shown need not be taken away
      const isNews = !next.isNull || (shown !== undefined && !shown.isNull);
      client.shown = next;
      if (isNews) news.push({ author: owner, value: next.bytes });
    }
    this.#dirty.clear();
    return news.length > 0 ? broadcast(news, awarenessWire) : undefined;
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

const isNullState = (state: Uint8Array): boolean =>
  state.length === nullState.length && state[0] === nullState[0];

function nullEntry(client: number, clock: number): Entry {
  const writer = new ByteWriter(3 * maxVarUintBytes);
  writer.varUint(client);
  writer.varUint(clock);
  writer.varUint(nullState.length);
  writer.copy(nullState, 0, nullState.length);
  return { client, clock, isNull: true, bytes: writer.done(), state: nullState };
}

/** A state may say whose it is only if it is. One that cannot be read would break whoever gets it. */
function mayShow(owner: Peer, { state }: Entry): boolean {
  if (!isUtf8(state)) return false;
  try {
    const text = Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString();
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || !("participantId" in parsed)) return true;
    const whose = parsed.participantId ?? undefined;
    return whose === undefined || whose === owner.participant;
  } catch {
    return false;
  }
}

/** Reads a message of states. Their bytes are views of it. */
function* readStates(message: Uint8Array): Generator<Entry> {
  const reader = new ByteReader(message);
  for (let left = Math.min(reader.varUint(), maxStates); left > 0; left--) {
    const start = reader.position;
    const client = reader.varUint();
    const clock = reader.varUint();
    const state = reader.varBytes();
    if (state.length > maxStateBytes) throw new Unreadable("a state is too large");
    const bytes = message.subarray(start, reader.position);
    yield { client, clock, isNull: isNullState(state), bytes, state };
  }
}

/** An entry of its own: the message is a part of something larger. */
function copyOf(entry: Entry): Entry {
  const bytes = new Uint8Array(entry.bytes);
  return { ...entry, bytes, state: bytes.subarray(bytes.length - entry.state.length) };
}
