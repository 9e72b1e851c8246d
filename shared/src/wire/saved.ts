// The message by which the server says what is on disk. Only sockets opened with `?saved=1` get it, because the stock
// client logs an error for message types it does not know.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageTypes } from "./messages.ts";

/** What the server says is on disk. */
export interface Saved {
  /** The first so many SyncStep2 and Update messages of this connection are on disk. */
  readonly messages: number;
  /** The server's clock when it said so: epoch milliseconds. */
  readonly serverAt: number;
}

/** A whole message, its type included. */
export function encodeSaved({ messages, serverAt }: Saved): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.saved);
  encoding.writeVarUint(encoder, messages);
  encoding.writeVarUint(encoder, serverAt);
  return encoding.toUint8Array(encoder);
}

/** Reads the rest of a message whose type was just read. Throws when it is cut short. */
export function decodeSaved(decoder: decoding.Decoder): Saved {
  const messages = decoding.readVarUint(decoder);
  return { messages, serverAt: decoding.readVarUint(decoder) };
}
