// What this browser has changed and the server has not confirmed on disk: counted in commands (a run of typing in one field
// is one), never in bytes, and kept in IndexedDB so that a reload still knows it.
//
//   a change ──▶ waiting ──(a message that covers it leaves)──▶ sent as message n ──(server: "n are on disk")──▶ gone
//
// The first SyncStep2 of a connection covers everything so far; an update covers what is new since. A closed connection
// takes everything that was sent on it back to waiting.
import type * as Y from "yjs";
import type { Target } from "./pending-targets.ts";

/** One unconfirmed change: where, and what kind of thing. */
export interface PendingChange extends Target {
  readonly at: number;
}

export interface PendingChanges {
  readonly list: () => readonly PendingChange[];
  /** The oldest message of this connection that is sent and not on disk; undefined if there is none. */
  readonly oldestUnconfirmed: () => number | undefined;
  /** A connection opened; nothing of it is sent yet. */
  readonly opened: () => void;
  /** This connection sent its `n`-th message that carries changes. */
  readonly sent: (n: number, isStep2: boolean) => void;
  /** The first `n` of this connection's messages are on disk. */
  readonly confirmed: (n: number) => void;
  /** Drops what was changed there: it was erased for good, and nothing of it will be saved. */
  readonly forget: (target: string) => void;
  /** Takes over what an earlier visit left behind. */
  readonly restore: (changes: readonly PendingChange[]) => void;
  readonly destroy: () => void;
}

/** Typing that pauses for longer starts a change of its own. */
const runMs = 10_000;

/**
 * Follows the changes made in this browser to a document. `targetsOf` tells what a transaction changed, each thing once,
 * `isLocal` by its origin whether this browser made it; `onChange` hears of every new list.
 */
export function trackPendingChanges(
  doc: Y.Doc,
  targetsOf: (transaction: Y.Transaction) => Iterable<Target>,
  isLocal: (transaction: Y.Transaction) => boolean,
  onChange: () => void,
  now: () => number,
): PendingChanges {
  let changes: readonly (PendingChange & { readonly number: number })[] = [];
  let lastNumber = 0;
  let covers: { readonly message: number; readonly upTo: number }[] = [];
  let hasStep2 = false;

  const set = (next: typeof changes) => {
    changes = next;
    onChange();
  };
  const add = (target: string, kind: PendingChange["kind"]) => {
    const at = now();
    const last = changes.at(-1);
    const isRun = last?.target === target && at - last.at < runMs;
    lastNumber += 1;
    const change = { target, kind, at, number: lastNumber };
    set(isRun ? [...changes.slice(0, -1), change] : [...changes, change]);
  };
  const onTransaction = (transaction: Y.Transaction) => {
    if (!transaction.local || !isLocal(transaction)) return;
    for (const { target, kind } of targetsOf(transaction)) add(target, kind);
  };
  doc.on("beforeObserverCalls", onTransaction); // before "update", by which the provider sends

  return {
    list: () => changes,
    oldestUnconfirmed: () => covers[0]?.message,
    opened: () => {
      hasStep2 = false;
      if (covers.length === 0) return;
      covers = [];
      onChange();
    },
    sent: (n, isStep2) => {
      hasStep2 ||= isStep2;
      if (!hasStep2) return;
      covers.push({ message: n, upTo: lastNumber });
      if (covers.length === 1) onChange();
    },
    confirmed: (n) => {
      const upTo = covers.findLast(({ message }) => message <= n)?.upTo;
      if (upTo === undefined) return;
      covers = covers.filter(({ message }) => message > n);
      const left = changes.filter(({ number }) => number > upTo);
      if (left.length < changes.length) changes = left;
      onChange();
    },
    forget: (target) => {
      const left = changes.filter((change) => change.target !== target);
      if (left.length < changes.length) set(left);
    },
    restore: (left) => {
      if (left.length === 0) return;
      const restored = left.map((change) => ({ ...change, number: ++lastNumber }));
      set([...restored, ...changes]);
    },
    destroy: () => doc.off("beforeObserverCalls", onTransaction),
  };
}

/** What an earlier visit left unconfirmed; anything unreadable counts as nothing. */
export function readPending(stored: unknown): readonly PendingChange[] {
  try {
    const changes: unknown = typeof stored === "string" ? JSON.parse(stored) : [];
    return Array.isArray(changes) ? changes.filter(isPendingChange) : [];
  } catch {
    return [];
  }
}

const isPendingChange = (change: unknown): change is PendingChange =>
  typeof change === "object" &&
  change !== null &&
  "target" in change &&
  "kind" in change &&
  "at" in change;
