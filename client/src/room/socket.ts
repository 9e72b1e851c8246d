// One socket of a document to the server: the stock y-websocket provider with four differences. It counts what it sends
// (so that "saved" can be told), reads the *saved* message, sends only this browser's own awareness, and knows from the
// close code whether to come back.
import * as decoding from "lib0/decoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as encoding from "lib0/encoding";
import type * as Y from "yjs";
import {
  afterClose,
  messageTypes,
  schemaVersion,
  syncTypes,
  type BoardId,
  type DocName,
  type ParticipantId,
} from "@secondstory/shared";

export interface SocketEvents {
  readonly onOpen?: () => void;
  /** The `n`-th message of this connection that carries changes has left. */
  readonly onSent?: (n: number, isStep2: boolean) => void;
  /** The first `n` such messages are on disk; the server's clock says `serverTime`, epoch milliseconds. */
  readonly onSaved?: (n: number, serverTime: number) => void;
  readonly onStatus?: (isConnected: boolean) => void;
  /** Everything the server had when the connection opened is here. */
  readonly onSynced?: () => void;
  /** The server closed the connection with a code of the contract. */
  readonly onClosed?: (code: number) => void;
}

export interface DocSocket {
  /** Connects at once, without waiting for the backoff. */
  readonly reconnect: () => void;
  readonly isConnected: () => boolean;
  readonly destroy: () => void;
}

/** Opens a document's socket. `awareness` travels on `board` alone; the other documents have none. */
export function openSocket(options: {
  readonly board: BoardId;
  readonly participant: ParticipantId;
  readonly name: DocName;
  readonly doc: Y.Doc;
  readonly awareness?: Awareness;
  readonly events: SocketEvents;
}): DocSocket {
  const { board, participant, name, doc, events } = options;
  const awareness = options.awareness ?? silentAwareness(doc);
  const provider = new WebsocketProvider(`${serverOrigin()}/api/boards/${board}/sync`, name, doc, {
    connect: false,
    disableBc: true,
    awareness,
    params: { schema: String(schemaVersion), participant, saved: "1" },
    WebSocketPolyfill: countingSocket(events),
    shouldReconnect: (event) => afterClose(event.code) !== "stop",
    maxBackoffTime: 2_000 + Math.random() * 1_000, // so that everybody does not come back in the same tick
  });
  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) =>
    events.onSaved?.(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
  sendOnlyLocal(provider, awareness);
  provider.on("status", ({ status }) => {
    if (status !== "connecting") events.onStatus?.(status === "connected");
  });
  provider.on("sync", (isSynced) => {
    if (isSynced) events.onSynced?.();
  });
  provider.on("connection-close", (event) => {
    if (event) events.onClosed?.(event.code);
  });
  provider.connect();
  return {
    reconnect: () => {
      if (provider.wsconnected) return;
      provider.wsUnsuccessfulReconnects = 0;
      provider.disconnect();
      provider.connect();
    },
    isConnected: () => provider.wsconnected,
    destroy: () => {
      provider.destroy();
      if (!options.awareness) awareness.destroy();
    },
  };
}

/** The stock provider sends back every state it receives; ours sends its own. */
function sendOnlyLocal(provider: WebsocketProvider, awareness: Awareness): void {
  awareness.off("update", provider._awarenessUpdateHandler);
  const onUpdate = (_change: unknown, origin: unknown) => {
    if (origin === provider || !provider.wsconnected) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    provider.ws?.send(encoding.toUint8Array(encoder));
  };
  awareness.on("update", onUpdate);
  provider._awarenessUpdateHandler = onUpdate; // what the provider takes off when it is destroyed
}

function silentAwareness(doc: Y.Doc): Awareness {
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  return awareness;
}

const serverOrigin = (): string => location.origin.replace(/^http/, "ws");

/** A WebSocket that counts the SyncStep2 and Update messages it sends: both are two leading bytes. */
function countingSocket(events: SocketEvents): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    #sent = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("open", () => events.onOpen?.());
    }

    override send(data: Parameters<WebSocket["send"]>[0]): void {
      super.send(data);
      if (!(data instanceof Uint8Array) || data[0] !== messageTypes.sync) return;
      const isStep2 = data[1] === syncTypes.step2;
      if (!isStep2 && data[1] !== syncTypes.update) return;
      this.#sent += 1;
      events.onSent?.(this.#sent, isStep2);
    }
  };
}
