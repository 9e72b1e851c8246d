// The y-websocket protocol, as bytes: reading what a client sent, writing what it gets.
import { messageTypes, syncTypes } from "@secondstory/shared";
import { ByteReader, Unreadable } from "../updates/byte-reader.ts";
import { ByteWriter, maxVarUintBytes } from "../updates/byte-writer.ts";
import { wireFrame, wirePieces } from "./wire-frame.ts";

/** A message of a client. Updates and vectors are views of the frame, unchecked. */
export type ClientMessage =
  | { readonly type: "step1"; readonly vector: Uint8Array }
  | { readonly type: "step2"; readonly update: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "awareness"; readonly states: Uint8Array }
  | { readonly type: "query-awareness" };

/** Reads a message. Throws `Unreadable` for one that is cut short or of an unknown type. */
export function readMessage(frame: Uint8Array): ClientMessage {
  const reader = new ByteReader(frame);
  switch (reader.varUint()) {
    case messageTypes.sync:
      return readSync(reader);
    case messageTypes.awareness:
      return { type: "awareness", states: reader.varBytes() };
    case messageTypes.queryAwareness:
      return { type: "query-awareness" };
  }
  throw new Unreadable("unknown type of message");
}

function readSync(reader: ByteReader): ClientMessage {
  const type = reader.varUint();
  const bytes = reader.varBytes();
  switch (type) {
    case syncTypes.step1:
      return { type: "step1", vector: bytes };
    case syncTypes.step2:
      return { type: "step2", update: bytes };
    case syncTypes.update:
      return { type: "update", update: bytes };
  }
  throw new Unreadable("unknown type of sync message");
}

/** Whether an update says nothing at all, as readers answer when they are asked what they have. */
export const isEmptyUpdate = (update: Uint8Array): boolean =>
  update.length === 2 && update[0] === 0 && update[1] === 0;

/** Asks a client for what the document lacks. */
export const step1Wire = (vector: Uint8Array): Uint8Array =>
  wireFrame(head(syncTypes.step1, vector), vector);

/** Answers a client with what it lacks. A large answer is not copied. */
export const step2Wire = (update: Uint8Array): readonly Uint8Array[] =>
  wirePieces(head(syncTypes.step2, update), update);

/** Tells a client what others wrote. */
export const updateWire = (update: Uint8Array): Uint8Array =>
  wireFrame(head(syncTypes.update, update), update);

/** Tells a client where others are; `entries` are states as y-protocols encodes each of them. */
export function awarenessWire(entries: readonly Uint8Array[]): Uint8Array {
  const count = new ByteWriter(maxVarUintBytes);
  count.varUint(entries.length);
  const size = entries.reduce((sum, { length }) => sum + length, count.position);
  const writer = new ByteWriter(2 * maxVarUintBytes);
  writer.varUint(messageTypes.awareness);
  writer.varUint(size);
  return wireFrame(writer.done(), count.done(), ...entries);
}

function head(type: number, bytes: Uint8Array): Uint8Array {
  const writer = new ByteWriter(3 * maxVarUintBytes);
  writer.varUint(messageTypes.sync);
  writer.varUint(type);
  writer.varUint(bytes.length);
  return writer.done();
}
