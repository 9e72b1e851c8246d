// What the server itself writes: an update of a document together with what was decided about seats, links and requests.
import type { Decision } from "../storage/storage.ts";

/** What the server writes: an update, if there is one, and what is decided with it. */
export interface ServerWrite<Value> {
  readonly update: Uint8Array | undefined;
  readonly decision: Omit<Decision, "updates"> | undefined;
  /** The answer to whoever asked for it. */
  readonly value: Value;
  /** Runs once the write is on disk, before anyone hears of it. */
  readonly onCommitted?: () => void;
}

/** A write that writes nothing: its value is the answer. */
export const nothingWritten = <Value>(value: Value): ServerWrite<Value> => ({
  update: undefined,
  decision: undefined,
  value,
});
