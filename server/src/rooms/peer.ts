// One socket in a room, as the room sees it: who sits there, what they may do, and what they were told is saved.
import { encodeSaved, type CloseReason, type ParticipantId, type Role } from "@secondstory/shared";
import type { KeyHash } from "../storage/storage.ts";
import { TooManyParts, type Unreadable } from "../updates/byte-reader.ts";
import type { Clocks } from "../updates/sections.ts";
import { wireFrame } from "./wire-frame.ts";

/** How long a peer hears nothing before it is given a sign of life for what it says. */
const silentMs = 10_000;

/** Who is at the other end: a seat, or a script that came with a link alone. */
export type Identity =
  | { readonly type: "seat"; readonly participant: ParticipantId; readonly key: KeyHash }
  | { readonly type: "link"; readonly role: Role; readonly key: KeyHash };

/** What a room needs of a socket. */
export interface Connection {
  /** Sends one or more complete WebSocket frames, as they go over the wire; or a part of one that the next call goes on. */
  send(frames: Uint8Array): void;
  close(reason: CloseReason): void;
  /** What was sent and has not left this machine yet. */
  readonly bufferedBytes: number;
  /** Calls back once when everything that was sent has left. */
  onDrained(callback: () => void): void;
}

/** Where a peer stopped hearing of updates. */
export interface Behind {
  /** What it knows. */
  readonly clocks: Clocks;
  /** It asked what it lacks, and is owed that answer. */
  readonly isAsked: boolean;
}

/** What a peer may do with its document. */
export type Permission = "write" | "read" | "sealed";

/** A socket that is attached to one document of a room. */
export class Peer {
  readonly connection: Connection;
  readonly identity: Identity;
  permission: Permission = "read";
  /** Set while this peer is too slow: where it stood with the last frame it was sent. */
  behind: Behind | undefined;
  /** It was too slow for a cursor, and gets all of them when it can. */
  hasMissedPresence = false;
  #isGone = false;
  #sentAt = performance.now();
  /** Messages of this peer that must reach the disk, counted. */
  #received = 0;
  #saved = 0;
  /** Which of them lie on disk once the log has come to a position. */
  readonly #marks: { readonly received: number; readonly position: number }[] = [];
  readonly #now: (() => number) | undefined;

  /** With `now`, the peer is told what is saved. */
  constructor(connection: Connection, identity: Identity, now: (() => number) | undefined) {
    this.connection = connection;
    this.identity = identity;
    this.#now = now;
  }

  get participant(): ParticipantId | undefined {
    return this.identity.type === "seat" ? this.identity.participant : undefined;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Sends frames as they go over the wire. */
  sendWire(frames: Uint8Array): void {
    if (this.#isGone) return;
    this.#sentAt = performance.now();
    this.connection.send(frames);
  }

  /** Whether it heard nothing for a while. The stock client takes a server that is silent for 30 s for dead. */
  get hearsNothing(): boolean {
    return performance.now() - this.#sentAt >= silentMs;
  }

  /** Closes the socket. Whatever it still sends is not heard. */
  close(reason: CloseReason): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.connection.close(reason);
  }

  /** Closes the socket for what it sent. */
  closeFor(error: Unreadable): void {
    this.close(error instanceof TooManyParts ? "tooLarge" : "unreadable");
  }

  /** The socket is gone, whoever closed it. */
  leave(): void {
    this.#isGone = true;
  }

  /** Counts a message that lies on disk once the log has come to this position. */
  countMessage(position: number): void {
    if (!this.#now) return; // nobody asks
    this.#received += 1;
    const last = this.#marks.at(-1);
    if (last?.position === position) this.#marks.pop();
    this.#marks.push({ received: this.#received, position });
  }

  /** Whether it waits to be told that something is saved. */
  get isUnsaved(): boolean {
    return this.#marks.length > 0;
  }

  /** Tells the peer what of its own is saved, now that the log has come to a position. */
  tellSaved(position: number): void {
    const before = this.#saved;
    let mark = this.#marks[0];
    while (mark && mark.position <= position) {
      this.#saved = mark.received;
      this.#marks.shift();
      mark = this.#marks[0];
    }
    if (this.#saved > before) this.#sendSaved();
  }

  /** The first saved message: nothing yet, and what time it is here. */
  greet(): void {
    this.#sendSaved();
  }

  #sendSaved(): void {
    if (this.#now) {
      const saved = encodeSaved({ messages: this.#saved, serverAt: this.#now() });
      this.sendWire(wireFrame(saved));
    }
  }
}
