// The y-websocket protocol, as bytes: reading what a client sent, writing what it gets.
import { messageTypes, syncTypes } from "@secondstory/shared";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Unreadable } from "./doc-host.ts";

/** A message of a client. Updates and vectors are views of the frame, unchecked. */
export type ClientMessage =
  | { readonly type: "step1"; readonly vector: Uint8Array }
  | { readonly type: "step2"; readonly update: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "awareness"; readonly states: Uint8Array }
  | { readonly type: "query-awareness" };

/** Reads a message. Throws `Unreadable` for one that is cut short or of an unknown type. */
export function readMessage(frame: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return readSync(decoder);
      case messageTypes.awareness:
        return { type: "awareness", states: decoding.readVarUint8Array(decoder) };
      case messageTypes.queryAwareness:
        return { type: "query-awareness" };
    }
  } catch (cause) {
    throw new Unreadable("the frame is cut short", { cause });
  }
  throw new Unreadable("unknown type of message");
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
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
export const step1Frame = (vector: Uint8Array): Uint8Array => syncFrame(syncTypes.step1, vector);

/** Answers a client with what it lacks. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncTypes.step2, update);

/** Tells a client what another one wrote. */
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncTypes.update, update);

/** Tells a client where others are; `states` is an awareness update of y-protocols. */
export function awarenessFrame(states: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, states);
  return encoding.toUint8Array(encoder);
}

function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
