// The sockets of one visit, which go and come back together: whichever is lost first sets the time of the next try for all.
// Only one of them tries, and the others follow as soon as it is through: a page that fails too often is slowed down by
// its own browser.
//
//   open ──(lost)──▶ waiting ──(by lot, or at once on `reconnect`)──▶ one tries ──(open)──▶ all open ──(synced, all)──▶ well
import { afterClose, closeCodes, type DocName } from "@secondstory/shared";
import type { DocSocket, DocSocketEvents } from "./doc-socket.ts";
import { retryDelayMs } from "./retry-delay.ts";

/** Whoever was well for so long and is lost again begins a new outage. */
const steadyMs = 10_000;

export interface Sockets {
  /** Connects a document at once, unless it is connected or waits. */
  readonly open: (name: DocName) => void;
  readonly isSynced: (name: DocName) => boolean;
  /** Asks for everything of a document once more, if it is connected. */
  readonly askAnew: (name: DocName) => void;
  /** Closes a document's socket for good. */
  readonly drop: (name: DocName) => void;
  /** Tries at once what is not connected, and makes sure that what seems connected is. */
  readonly reconnect: () => void;
  /** Closes all of them for good. */
  readonly close: () => void;
}

interface Entry {
  /** Undefined while it waits. */
  socket: DocSocket | undefined;
  isSynced: boolean;
}

/** Keeps sockets open. What happens to one is told in `events`, by its document; a code that means the end is told as well. */
export function createSockets(options: {
  readonly connect: (name: DocName, events: DocSocketEvents) => DocSocket;
  readonly events: (name: DocName) => DocSocketEvents;
  readonly random: () => number;
  /** Milliseconds, from a clock that only goes forward. */
  readonly now: () => number;
}): Sockets {
  const { connect, events, random, now } = options;
  const entries = new Map<DocName, Entry>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Before this nobody tries: the server said so. */
  let notBefore = 0;
  let awaySince: number | undefined;
  let wellSince: number | undefined;

  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const connectWaiting = (most: number) => {
    stopWaiting();
    const waiting = [...entries].filter(([, { socket }]) => !socket);
    for (const [name, entry] of waiting.slice(0, most)) begin(name, entry);
  };
  const begin = (name: DocName, entry: Entry) => {
    const tell = events(name);
    entry.socket = connect(name, {
      ...tell,
      onOpen: () => {
        tell.onOpen();
        if (now() >= notBefore) connectWaiting(entries.size);
      },
      onSynced: () => {
        const isFirst = !entry.isSynced;
        entry.isSynced = true;
        if (isFirst && [...entries.values()].every(({ isSynced }) => isSynced)) wellSince = now();
        tell.onSynced();
      },
      onLost: (code) => {
        entry.socket = undefined;
        entry.isSynced = false;
        if (afterClose(code) === "stop") entries.delete(name);
        tell.onLost(code);
        if (entries.get(name) === entry) comeBack(code);
      },
    });
  };
  const comeBack = (code: number) => {
    const at = now();
    if (wellSince !== undefined && at - wellSince >= steadyMs) awaySince = undefined;
    wellSince = undefined;
    awaySince ??= at;
    if (timer !== undefined && code !== closeCodes.tryLater) return;
    const delayMs = retryDelayMs({ awayMs: at - awaySince, code }, random);
    if (code === closeCodes.tryLater) notBefore = Math.max(notBefore, at + delayMs);
    stopWaiting();
    timer = setTimeout(() => connectWaiting(1), Math.max(delayMs, notBefore - at));
  };

  const close = () => {
    stopWaiting();
    const open = [...entries.values()];
    entries.clear();
    for (const { socket } of open) socket?.close();
  };
  return {
    open: (name) => {
      if (entries.has(name)) return;
      const entry: Entry = { socket: undefined, isSynced: false };
      entries.set(name, entry);
      begin(name, entry);
    },
    isSynced: (name) => entries.get(name)?.isSynced ?? false,
    askAnew: (name) => entries.get(name)?.socket?.askAnew(),
    drop: (name) => {
      const socket = entries.get(name)?.socket;
      entries.delete(name);
      socket?.close();
    },
    reconnect: () => {
      for (const { socket } of entries.values()) socket?.check();
      awaySince = undefined;
      notBefore = 0;
      connectWaiting(1);
    },
    close,
  };
}
