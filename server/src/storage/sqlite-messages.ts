// What crosses between the event loop and the thread where the database lives, and how bytes cross cheaply.
import type { Storage, StorageFailureCode } from "./storage.ts";

/** The calls that cross to the thread. */
export type StorageCalls = Omit<Storage, "close">;

/**
 * The calls that write. `loadDoc` reads, although it puts aside what it finds damaged; so does `overwriteDeleted`, which runs
 * between transactions.
 */
export type WritingCalls = Pick<
  StorageCalls,
  | "createBoard"
  | "deleteBoard"
  | "noteOpened"
  | "append"
  | "compact"
  | "quarantine"
  | "dropQuarantine"
  | "noteErased"
  | "decide"
  | "useDeviceLink"
  | "check"
>;

/** A call of one of these names, as data. */
type CallOf<Name extends keyof StorageCalls> = {
  [Each in Name]: { readonly name: Each; readonly args: Parameters<StorageCalls[Each]> };
}[Name];

/** A call that writes. */
export type WriteCall = CallOf<keyof WritingCalls>;

/** A call that reads. */
export type ReadCall = CallOf<Exclude<keyof StorageCalls, keyof WritingCalls>>;

/** To the thread. The calls of a write share a transaction; the next write goes when the last one was answered. */
export type Order =
  | { readonly type: "write"; readonly calls: readonly WriteCall[] }
  | { readonly type: "read"; readonly id: number; readonly call: ReadCall }
  | { readonly type: "close" };

/** From the thread: the first one says whether the database could be opened. */
export type Report =
  | { readonly type: "opened"; readonly outcome: Outcome }
  | { readonly type: "written"; readonly outcomes: readonly Outcome[] }
  | { readonly type: "read"; readonly id: number; readonly outcome: Outcome }
  | { readonly type: "closed" };

/** What became of a call. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly code: StorageFailureCode; readonly message: string };

/**
 * Copies the bytes of a message into one buffer that can be transferred. A view of a larger buffer would take all of it
 * along, and each array that is cloned costs as much as a whole small message.
 *
 * `map` makes the message, once to measure it and once to fill it; it hands all bytes to `visit` in the same order.
 */
export function packed<Message>(map: (visit: (bytes: Uint8Array) => Uint8Array) => Message): {
  readonly message: Message;
  readonly transfer: ArrayBuffer[];
} {
  let sizeBytes = 0;
  map((bytes) => {
    if (!isShared(bytes)) sizeBytes += bytes.length;
    return bytes;
  });
  const buffer = new ArrayBuffer(sizeBytes);
  let at = 0;
  const message = map((bytes) => {
    if (isShared(bytes)) return bytes;
    const copy = new Uint8Array(buffer, at, bytes.length);
    copy.set(bytes);
    at += bytes.length;
    return copy;
  });
  return { message, transfer: [buffer] };
}

const isShared = ({ buffer }: Uint8Array) => buffer instanceof SharedArrayBuffer;

/** The same call with other bytes in it. */
export function withBytes(call: WriteCall, visit: (bytes: Uint8Array) => Uint8Array): WriteCall {
  switch (call.name) {
    case "append": {
      const [board, doc, updates] = call.args;
      return { name: "append", args: [board, doc, updates.map(visit)] };
    }
    case "compact": {
      const [board, doc, state, through] = call.args;
      return { name: "compact", args: [board, doc, visit(state), through] };
    }
    case "decide": {
      const [board, decision] = call.args;
      const updates = decision.updates?.map(({ doc, update }) => ({ doc, update: visit(update) }));
      return { name: "decide", args: [board, { ...decision, ...(updates && { updates }) }] };
    }
    case "createBoard": {
      const [board] = call.args;
      const docs = board.docs.map(({ doc, update }) => ({ doc, update: visit(update) }));
      return { name: "createBoard", args: [{ ...board, docs }] };
    }
    default:
      return call;
  }
}
