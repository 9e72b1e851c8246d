// What the people of one run share: the rooms they are in, who wrote what in them, and what is measured.
import type { Client } from "./client.ts";
import type { RunningServer } from "./process.ts";
import { Samples } from "./statistics.ts";
import type { Typist } from "./typist.ts";
import { rangesOf, type Ranges } from "./updates.ts";

/** The documents of a board; a server that knows none of this gets three rooms with different names. */
export type DocName = "board" | "control" | "private";

/** What is measured while it is open: latencies in milliseconds, and deliveries owed, which is edits × other people. */
export class Meter {
  readonly edits = new Samples();
  readonly cursors = new Samples();
  readonly #since = performance.now();
  isOpen = true;
  editsSent = 0;
  editsOwed = 0;
  editsDelivered = 0;
  cursorsSent = 0;
  cursorsOwed = 0;

  /** An edit arrived; it counts if it was written while this meter was open. */
  editArrived(sentAt: number, now: number): void {
    if (!this.isOpen || sentAt < this.#since) return;
    this.edits.add(now - sentAt);
    this.editsDelivered++;
  }

  cursorArrived(sentAt: number, now: number): void {
    if (this.isOpen && sentAt >= this.#since) this.cursors.add(now - sentAt);
  }
}

/** All rooms of one run against one server. */
export class Crowd {
  readonly server: RunningServer;
  readonly rooms: Room[] = [];
  meter = new Meter();

  constructor(server: RunningServer) {
    this.server = server;
    this.meter.isOpen = false;
  }

  /** Begins to measure anew. */
  measure(): Meter {
    this.meter.isOpen = false;
    this.meter = new Meter();
    return this.meter;
  }

  get clients(): readonly Client[] {
    return this.rooms.flatMap((room) => room.clients);
  }

  leave(): void {
    for (const client of this.clients) client.stop();
  }
}

/** One document with the people in it. */
export class Room {
  readonly crowd: Crowd;
  readonly board: string;
  readonly doc: DocName;
  /** Its name where every document is a room of its own. */
  readonly name: string;
  readonly clients: Client[] = [];
  readonly typists = new Map<number, Typist>();
  /** When each client id sent its n-th cursor. */
  readonly cursorsSentAt = new Map<number, number[]>();
  readonly #read: { readonly bytes: Uint8Array; readonly ranges: Ranges }[] = [];
  #next = 0;

  constructor(crowd: Crowd, board: string, doc: DocName = "board", owner?: number) {
    this.crowd = crowd;
    this.board = board;
    this.doc = doc;
    this.name = doc === "board" ? board : [board, doc, owner].join(".");
    crowd.rooms.push(this);
  }

  /** The ranges of an update, read once a broadcast and not once a receiver. */
  rangesOf(bytes: Buffer, from: number, to: number): Ranges {
    for (let back = 1; back <= rememberedUpdates; back++) {
      const known = this.#read[(this.#next - back + rememberedUpdates) % rememberedUpdates];
      if (!known) break;
      const isSame =
        known.bytes.length === to - from &&
        bytes.compare(known.bytes, 0, known.bytes.length, from, to) === 0;
      if (isSame) return known.ranges;
    }
    const copy = Uint8Array.from(bytes.subarray(from, to));
    const ranges = rangesOf(copy);
    this.#read[this.#next] = { bytes: copy, ranges };
    this.#next = (this.#next + 1) % rememberedUpdates;
    return ranges;
  }
}

/** Receivers hear the same broadcasts within moments of each other. */
const rememberedUpdates = 64;
