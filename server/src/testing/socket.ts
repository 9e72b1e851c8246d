// A socket of the contract for tests: raw frames in and out, read as messages, awaited by type. Nothing here sleeps.
import { messageTypes, syncTypes } from "@secondstory/shared";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";

/** What a server sends. */
export type ServerMessage =
  | { readonly type: "step1"; readonly bytes: Uint8Array }
  | { readonly type: "step2"; readonly bytes: Uint8Array }
  | { readonly type: "update"; readonly bytes: Uint8Array }
  | { readonly type: "awareness"; readonly states: ReadonlyMap<number, SentState> }
  | { readonly type: "saved"; readonly messages: number; readonly at: number };

/** A client's state, as the server passed it on. */
interface SentState {
  readonly clock: number;
  readonly state: unknown;
}

/** How a socket is opened. */
export interface SocketOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** A socket under test. */
export interface TestSocket {
  readonly ws: WebSocket;
  /** Everything that came, in order. */
  readonly received: readonly ServerMessage[];
  /** The next message of a type that was not taken yet. */
  readonly next: <Type extends ServerMessage["type"]>(
    type: Type,
  ) => Promise<Extract<ServerMessage, { readonly type: Type }>>;
  readonly send: (frame: Uint8Array) => void;
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  /** The status with which the upgrade was refused; undefined for a socket that was accepted. */
  readonly refusedWith: number | undefined;
}

/** Opens a socket; resolves when it is open, closed, or refused. */
export async function openSocket(
  origin: string,
  path: string,
  { headers = {}, query = "" }: SocketOptions,
): Promise<TestSocket> {
  const ws = new WebSocket(`${origin.replace(/^http/, "ws")}${path}${query}`, { headers });
  onTestFinished(() => ws.terminate());
  const received: ServerMessage[] = [];
  const taken = new Set<ServerMessage>();
  let wake: () => void = ignore;
  let closeCode: number | undefined;
  let refusedWith: number | undefined;
  const closed = new Promise<number>((resolve) => {
    ws.on("close", (code) => {
      closeCode = code;
      wake();
      resolve(code);
    });
  });
  ws.on("message", (data: Buffer) => {
    received.push(readServerMessage(new Uint8Array(data)));
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    ws.on("open", resolve);
    ws.on("unexpected-response", (_request, response) => {
      refusedWith = response.statusCode;
      resolve();
    });
    ws.on("error", reject);
  });

  return {
    ws,
    received,
    closed,
    refusedWith,
    send: (frame) => ws.send(frame),
    async next(type) {
      for (;;) {
        const found = received.find((message) => message.type === type && !taken.has(message));
        if (found) {
          taken.add(found);
          return found as never; // its type was just compared
        }
        if (closeCode !== undefined) throw new Error(`closed with ${closeCode} before a ${type}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** A sync message of a client. */
export function syncMessage(type: keyof typeof syncTypes, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, syncTypes[type]);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** An awareness message of a client. */
export function awarenessMessage(
  ...states: readonly { client: number; clock: number; state: unknown }[]
): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, states.length);
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** Reads a frame that a server sent. */
export function readServerMessage(frame: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync: {
      const type = (["step1", "step2", "update"] as const)[decoding.readVarUint(decoder)];
      if (type) return { type, bytes: decoding.readVarUint8Array(decoder) };
      break;
    }
    case messageTypes.awareness:
      return { type: "awareness", states: readStates(decoding.readVarUint8Array(decoder)) };
    case messageTypes.saved:
      return {
        type: "saved",
        messages: decoding.readVarUint(decoder),
        at: decoding.readVarUint(decoder),
      };
  }
  throw new Error("the server sent what no client knows");
}

const ignore = () => undefined;

function readStates(bytes: Uint8Array): Map<number, SentState> {
  const decoder = decoding.createDecoder(bytes);
  const states = new Map<number, SentState>();
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.set(client, { clock, state: JSON.parse(decoding.readVarString(decoder)) });
  }
  return states;
}
