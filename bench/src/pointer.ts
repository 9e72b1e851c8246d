// Somebody's cursor: awareness states as an editor sends them, and how late those of others come.
import { awarenessMessage, type Cursor } from "./messages.ts";
import type { Room } from "./room.ts";

/** The awareness of one client. States supersede each other: not every one is owed to everybody, the newest is. */
export class Pointer {
  readonly #room: Room;
  readonly #id: number;
  readonly #throw: () => number;
  readonly #seen = new Map<number, number>();
  #clock = 0;

  constructor(room: Room, id: number, throwDie: () => number) {
    this.#room = room;
    this.#id = id;
    this.#throw = throwDie;
  }

  get hasMoved(): boolean {
    return this.#clock > 0;
  }

  /** The next state as a message; about 90 bytes with what `base` brings, and `padBytes` more. */
  move(base: object, padBytes: number): Uint8Array {
    const { crowd, cursorsSentAt, clients } = this.#room;
    const cursor = { x: this.#coordinate(19_200), y: this.#coordinate(10_800) };
    const state = { ...base, cursor, ...(padBytes > 0 && { pad: "x".repeat(padBytes) }) };
    let sentAt = cursorsSentAt.get(this.#id);
    if (!sentAt) cursorsSentAt.set(this.#id, (sentAt = []));
    sentAt[++this.#clock] = performance.now();
    if (crowd.meter.isOpen) {
      crowd.meter.cursorsSent++;
      crowd.meter.cursorsOwed += clients.length - 1;
    }
    return awarenessMessage(this.#id, this.#clock, state);
  }

  /** Reads the states of others; the cursor stands behind the message's type. */
  receive(cursor: Cursor): void {
    const now = performance.now();
    cursor.varUint(); // bytes of what follows
    for (let left = cursor.varUint(); left > 0; left--) {
      const id = cursor.varUint();
      const clock = cursor.varUint();
      const stateBytes = cursor.varUint();
      cursor.at += stateBytes;
      this.#seen.set(id, clock);
      const sentAt = this.#room.cursorsSentAt.get(id)?.[clock];
      if (sentAt !== undefined && id !== this.#id)
        this.#room.crowd.meter.cursorArrived(sentAt, now);
    }
  }

  /** Whether the newest state of another one has come. */
  hasNewestOf(other: Pointer): boolean {
    return other === this || (this.#seen.get(other.#id) ?? 0) >= other.#clock;
  }

  #coordinate(tenths: number): number {
    return Math.round(this.#throw() * tenths) / 10;
  }
}
