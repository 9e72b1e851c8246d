// One WebSocket of one document to the server, from its opening to its close, in the y-websocket protocol. Coming back is
// somebody else's task (sockets.ts): every connection starts afresh.
//
//   connecting ──▶ open (sends what it has, asks for what it lacks) ──▶ synced ──▶ closed, by a code or by silence
//
// Unlike the stock provider it tells the server about this browser alone and never echoes others, counts what it sends (so
// that "saved" can be told), takes a frame that cannot be read for the end of the connection, and asks a silent server for a
// sign of life instead of giving it up.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from "y-protocols/awareness";
import * as Y from "yjs";
import {
  closeCodes,
  decodeSaved,
  erasedByServer,
  messageTypes,
  syncTypes,
} from "@secondstory/shared";

export interface DocSocketEvents {
  readonly onOpen: () => void;
  /** The `n`-th message of this connection that carries changes has left. */
  readonly onSent: (n: number, isStep2: boolean) => void;
  /** The first `n` such messages are on disk; the server's clock says `serverAt`, epoch milliseconds. */
  readonly onSaved: (n: number, serverAt: number) => void;
  /** Everything the server had when the connection opened, or when it was asked anew, is here. */
  readonly onSynced: () => void;
  /** The connection is gone, with the code the server gave; 1006 if there was none. Not called after `close`. */
  readonly onLost: (code: number) => void;
}

export interface DocSocket {
  /** Finds out whether the server is still there; gives up a connection that takes too long, or is silent. */
  readonly check: () => void;
  /** Asks for everything once more; `onSynced` tells when it is here. Nothing for a connection that has not got it yet. */
  readonly askAnew: () => void;
  readonly close: () => void;
}

/** What a browser says of a connection that broke without a word. */
const broken = 1006;

/** How often it is looked whether the connection lives. */
const watchMs = 5_000;
/** A connection that does not open within this is tried again. */
const openingMs = 15_000;
/** The first answer may be a large board over a slow line, and nothing tells how far it has come. */
const firstAnswerMs = 120_000;
/** Others move every 15 s at the latest; after so long a silence the server is asked for a sign of life. */
const silenceMs = 30_000;
/** The same while something is not confirmed: so long a commit takes only if something is wrong. */
const unconfirmedMs = 8_000;
/** So long the server has to answer; less when somebody has just come back to the page. */
const answerMs = 20_000;
const answerOnCheckMs = 10_000;
/** Whoever was heard within this, or began to connect, needs no checking. */
const justNowMs = 2_000;

/** Opens a socket. `awareness` travels on `board` alone; the other documents have none. */
export function openDocSocket(options: {
  readonly url: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness | undefined;
  readonly events: DocSocketEvents;
}): DocSocket {
  const { url, doc, awareness, events } = options;
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  const listeners = new AbortController();
  let isSynced = false;
  let isAskedAnew = false;
  let sent = 0;
  let saved = 0;
  let heardAt = performance.now();
  let bufferedBytes = 0;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  const isOpen = () => socket.readyState === WebSocket.OPEN;
  const sendChanges = (type: number, update: Uint8Array) => {
    socket.send(syncFrame(type, update));
    sent += 1;
    events.onSent(sent, type === syncTypes.step2);
  };
  const askForAll = () => socket.send(syncFrame(syncTypes.step1, Y.encodeStateVector(doc)));
  const sendMe = (me: Awareness) =>
    socket.send(frame(messageTypes.awareness, encodeAwarenessUpdate(me, [me.clientID])));

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    const isOfServer = origin === socket || origin === erasedByServer;
    if (!isOfServer && isOpen()) sendChanges(syncTypes.update, update);
  };
  const onAwareness = ({ added, updated, removed }: AwarenessChange) => {
    if (!awareness || !isOpen()) return;
    if ([added, updated, removed].some((ids) => ids.includes(awareness.clientID)))
      sendMe(awareness);
  };

  const take = (message: Uint8Array) => {
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      case messageTypes.awareness:
        if (awareness) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), socket);
        return;
      case messageTypes.queryAwareness:
        if (awareness) sendMe(awareness);
        return;
      case messageTypes.saved: {
        const { messages, serverAt } = decodeSaved(decoder);
        saved = messages;
        events.onSaved(messages, serverAt);
      }
    }
  };
  const takeSync = (type: number, bytes: Uint8Array) => {
    if (type === syncTypes.step1) {
      sendChanges(syncTypes.step2, Y.encodeStateAsUpdate(doc, bytes));
      return;
    }
    Y.applyUpdate(doc, bytes, socket);
    if (type !== syncTypes.step2 || (isSynced && !isAskedAnew)) return;
    isSynced = true;
    isAskedAnew = false;
    events.onSynced();
  };

  const close = () => {
    listeners.abort();
    clearInterval(watch);
    clearTimeout(deadline);
    doc.off("update", onUpdate);
    awareness?.off("update", onAwareness);
    socket.close();
    if (awareness) forgetOthers(awareness, socket);
  };
  const lose = (code: number) => {
    if (listeners.signal.aborted) return;
    close();
    events.onLost(code);
  };
  const expectAnswer = (withinMs: number) => {
    askForAll();
    clearTimeout(deadline);
    deadline = setTimeout(() => lose(broken), withinMs);
  };
  const patienceMs = () => {
    if (!isSynced) return firstAnswerMs;
    return sent > saved ? unconfirmedMs : silenceMs;
  };
  const watch = setInterval(() => {
    const silentMs = performance.now() - heardAt;
    if (!isOpen()) {
      if (silentMs >= openingMs) lose(broken);
      return;
    }
    const isSending = socket.bufferedAmount !== bufferedBytes;
    bufferedBytes = socket.bufferedAmount;
    if (isSending) heard();
    else if (deadline === undefined && silentMs >= patienceMs()) expectAnswer(answerMs);
  }, watchMs);
  const heard = () => {
    heardAt = performance.now();
    clearTimeout(deadline);
    deadline = undefined;
  };

  const listen = { signal: listeners.signal };
  socket.addEventListener(
    "open",
    () => {
      heard();
      events.onOpen();
      askForAll();
      // A newer clock, or those who were told that this browser is gone would not believe that it is back.
      if (awareness?.getLocalState()) awareness.setLocalState(awareness.getLocalState());
    },
    listen,
  );
  socket.addEventListener(
    "message",
    ({ data }: MessageEvent<unknown>) => {
      heard();
      try {
        if (!(data instanceof ArrayBuffer)) throw new TypeError("the server sent text");
        take(new Uint8Array(data));
      } catch (error) {
        reportError(error); // a bug of either side
        lose(closeCodes.unreadable); // what is missing comes with the next connection
      }
    },
    listen,
  );
  socket.addEventListener("close", ({ code }) => lose(code), listen);
  doc.on("update", onUpdate);
  awareness?.on("update", onAwareness);

  return {
    check: () => {
      if (performance.now() - heardAt < justNowMs) return;
      if (!isOpen()) lose(broken);
      else if (isSynced) expectAnswer(answerOnCheckMs);
    },
    askAnew: () => {
      if (!isOpen() || !isSynced) return;
      isAskedAnew = true;
      askForAll();
    },
    close,
  };
}

/** What y-protocols tells of a change of awareness, by client id. */
interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Takes everybody else off the list, and their clocks too, so that the next connection may show them as they are. */
function forgetOthers(awareness: Awareness, origin: unknown): void {
  const others = [...awareness.meta.keys()].filter((id) => id !== awareness.clientID);
  removeAwarenessStates(awareness, others, origin);
  for (const id of others) awareness.meta.delete(id);
}

const syncFrame = (type: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  frame(messageTypes.sync, bytes, type);

function frame(type: number, bytes: Uint8Array, syncType?: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  if (syncType !== undefined) encoding.writeVarUint(encoder, syncType);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
