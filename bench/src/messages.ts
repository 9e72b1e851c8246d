// The y-websocket protocol as bytes, and how a server wraps it. Known from the contract and the protocol's own
// packages, never from our server: all servers are met by the same client.
import * as encoding from "lib0/encoding";

/** The first varUint of a message. */
export const messageTypes = { sync: 0, awareness: 1, auth: 2, syncReply: 4, saved: 100 } as const;

/** The second varUint of a sync message. */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** Reads varUints where they lie. One of them is used for millions of messages. */
export class Cursor {
  #bytes: Uint8Array = new Uint8Array();
  at = 0;

  /** Begins to read at `at`. */
  over(bytes: Uint8Array, at: number): this {
    this.#bytes = bytes;
    this.at = at;
    return this;
  }

  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.at++] ?? 0; // past the end everything is 0
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }
}

/** A sync message. */
export const syncMessage = (type: keyof typeof syncTypes, bytes: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, syncTypes[type]);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** An update that says nothing. */
export const emptyUpdate = new Uint8Array([0, 0]);

/** A state vector: how far each client id is known. */
export const encodeVector = (clocks: ReadonlyMap<number, number>): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.size);
    for (const [id, clock] of clocks) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
    }
  });

/** An awareness message with one client's state. */
export const awarenessMessage = (id: number, clock: number, state: object): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    const states = encode((inner) => {
      encoding.writeVarUint(inner, 1);
      encoding.writeVarUint(inner, id);
      encoding.writeVarUint(inner, clock);
      encoding.writeVarString(inner, JSON.stringify(state));
    });
    encoding.writeVarUint8Array(encoder, states);
  });

/** How a server puts a y-websocket message into its own. */
export interface Framing {
  readonly wrap: (room: string, message: Uint8Array) => Uint8Array;
  /** Leaves the cursor where the y-websocket message begins. */
  readonly skip: (cursor: Cursor) => void;
  /** What is sent first, and answered before anything else may be said; undefined where nothing is. */
  readonly hello: ((room: string) => Uint8Array) | undefined;
}

/** One document a socket, named by the address. */
export const plainFraming: Framing = {
  wrap: (_room, message) => message,
  skip: () => undefined,
  hello: undefined,
};

/** Hocuspocus: every message begins with the document's name, the first one authenticates. */
export const hocuspocusFraming: Framing = {
  wrap: (room, message) =>
    encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeUint8Array(encoder, message);
    }),
  skip: (cursor) => {
    const nameBytes = cursor.varUint();
    cursor.at += nameBytes;
  },
  hello: (room) =>
    encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, messageTypes.auth);
      encoding.writeVarUint(encoder, 0); // here comes a token
      encoding.writeVarString(encoder, "anyone");
      encoding.writeVarString(encoder, "4.7.0"); // the provider's version
    }),
};

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
