// For tests of a connection: a WebSocket whose other end is the test, and what the server says on it.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Awareness } from "y-protocols/awareness";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { encodeSaved, messageTypes, syncTypes } from "@secondstory/shared";
import { vi } from "vitest";

/** Stands in for `WebSocket`; the newest one is `TestSocket.last`. */
export class TestSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: TestSocket;
  readyState = 0;
  binaryType = "blob";
  bufferedAmount = 0;
  /** What the browser sent, in order. */
  readonly sent: Uint8Array[] = [];

  constructor() {
    super();
    TestSocket.last = this;
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = TestSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  receive(frame: Uint8Array | string): void {
    const data = typeof frame === "string" ? frame : frame.slice().buffer;
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  end(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }

  /** What was sent of a type, without the leading types. */
  sentOf(type: number, syncType?: number): Uint8Array[] {
    return this.sent.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== type) return [];
      if (syncType !== undefined && decoding.readVarUint(decoder) !== syncType) return [];
      return [decoding.readVarUint8Array(decoder)];
    });
  }
}

/** From here on, and until the test ends, every new connection is one of the test's. */
export const stubSockets = (): void => void vi.stubGlobal("WebSocket", TestSocket);

/** What a server says. */
export const says = {
  step1: (vector: Uint8Array) => frame([messageTypes.sync, syncTypes.step1], vector),
  step2: (update: Uint8Array) => frame([messageTypes.sync, syncTypes.step2], update),
  update: (update: Uint8Array) => frame([messageTypes.sync, syncTypes.update], update),
  here: (awareness: Awareness, ids: number[] = [awareness.clientID]) =>
    frame([messageTypes.awareness], encodeAwarenessUpdate(awareness, ids)),
  saved: (messages: number, serverAt = 0) => encodeSaved({ messages, serverAt }),
};

function frame(types: readonly number[], bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const type of types) encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
