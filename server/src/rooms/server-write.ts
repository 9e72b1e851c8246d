// What the server itself writes: an update of a document together with what was decided about seats, links and requests, and
// with updates of other documents. All of it is on disk at once, or none.
import type { BoardId } from "@secondstory/shared";
import type { Metrics } from "../metrics.ts";
import type { Decision, DocPath, Storage } from "../storage/storage.ts";
import { DocSpoiled } from "./doc-host.ts";

/** What the server writes: an update, if there is one, and what is decided with it. */
export interface ServerWrite<Value> {
  readonly update: Uint8Array | undefined;
  readonly decision: Omit<Decision, "updates"> | undefined;
  /** The answer to whoever asked for it. */
  readonly value: Value;
  /** Runs once the write is on disk, before anyone hears of it. */
  readonly onCommitted?: () => void;
  /** Holds other documents and calls `commit` once, with what is written into them in the same transaction. */
  readonly together?: Together | undefined;
}

/** Writes of other documents that belong to a write. */
export type Together = (commit: (others: readonly HeldUpdate[]) => Promise<void>) => Promise<void>;

/** A write in which no other document has a part. */
export const alone: Together = (commit) => commit([]);

/** A document that nobody else opens for the moment. */
export interface Held<Doc> {
  readonly path: DocPath;
  readonly doc: Doc;
  /** Tells everybody an update that was written up to a position of the log. */
  readonly noteWritten: (update: Uint8Array, through: number) => void;
}

/** An update of a document that is held. */
export type HeldUpdate = Omit<Held<unknown>, "doc"> & { readonly update: Uint8Array };

/** A write that writes nothing: its value is the answer. */
export const nothingWritten = <Value>(value: Value): ServerWrite<Value> => ({
  update: undefined,
  decision: undefined,
  value,
});

/** Puts updates of several documents on disk in one transaction, and tells of them in their order. */
export async function commitTogether(
  {
    storage,
    board,
    metrics,
  }: { readonly storage: Storage; readonly board: BoardId; readonly metrics: Metrics },
  updates: readonly HeldUpdate[],
  { decision, onCommitted }: Pick<ServerWrite<unknown>, "decision" | "onCommitted">,
): Promise<void> {
  const endTimer = metrics.commitSeconds.startTimer();
  const through = await storage.decide(board, {
    at: 0,
    ...decision,
    updates: updates.map(({ path, update }) => ({ doc: path, update })),
  });
  endTimer();
  onCommitted?.();
  // positions of a board's logs grow together, so nothing of any of these documents lies between its own row and the last
  for (const { noteWritten, update } of updates) noteWritten(update, through ?? 0);
}

/** A document that can be held, and what it is called by whoever wants that. */
export interface Holdable<Key, Doc> {
  readonly key: Key;
  readonly live: { hold<Result>(run: (held: Held<Doc>) => Promise<Result>): Promise<Result> };
}

/**
 * Runs with several documents held, one after the other in the order they are given, which is the same for everybody. One
 * that cannot be read is left out, which `leaveOut` is told.
 */
export async function holdAll<Key, Doc, Value>(
  docs: readonly Holdable<Key, Doc>[],
  run: (held: ReadonlyMap<Key, Held<Doc>>) => Promise<Value>,
  leaveOut: (key: Key, error: DocSpoiled) => void,
  before: ReadonlyMap<Key, Held<Doc>> = new Map(),
): Promise<Value> {
  const [first, ...others] = docs;
  if (!first) return run(before);
  const { key, live } = first;
  let isHeld = false;
  try {
    return await live.hold((held) => {
      isHeld = true;
      return holdAll(others, run, leaveOut, new Map(before).set(key, held));
    });
  } catch (error) {
    if (isHeld || !(error instanceof DocSpoiled)) throw error;
    leaveOut(key, error);
    return holdAll(others, run, leaveOut, before);
  }
}
