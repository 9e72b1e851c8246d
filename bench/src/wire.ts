// A WebSocket client (RFC 6455, binary, no extensions) that costs next to nothing: one core plays hundreds of people, so
// a frame is read where it lies in the chunk that TCP brought, without a copy or an object.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** Where to connect: on this machine only. */
export interface Address {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What happens on a wire. A message is `bytes.subarray(from, to)`, valid during the call. */
export interface WireEvents {
  readonly onOpen: () => void;
  readonly onMessage: (bytes: Buffer, from: number, to: number) => void;
  /** The code of the close frame, the status of a refused upgrade, or 1006. */
  readonly onClose: (code: number) => void;
}

/** One connection. */
export interface Wire {
  readonly send: (message: Uint8Array) => void;
  /** Stops reading, as a person's suspended laptop does. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
  /** Bytes written that the system has not taken yet. */
  readonly queuedBytes: () => number;
  readonly isClosed: () => boolean;
  /** Messages that came. */
  readonly messagesIn: () => number;
}

const host = "127.0.0.1";
const opcodes = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Connects. */
export function openWire(address: Address, events: WireEvents): Wire {
  const socket = connect({ host, port: address.port, noDelay: true });
  let code = 1006;
  let isOpen = false;
  let isClosed = false;
  let messagesIn = 0;
  const write = (opcode: number, payload: Uint8Array) => {
    if (isOpen && !socket.destroyed) socket.write(maskedFrame(opcode, payload));
  };
  const reader = new FrameReader((opcode, bytes, from, to) => {
    if (opcode === opcodes.binary) {
      messagesIn++;
      events.onMessage(bytes, from, to);
    } else if (opcode === opcodes.ping) write(opcodes.pong, bytes.subarray(from, to));
    else if (opcode === opcodes.close) {
      code = to - from >= 2 ? bytes.readUInt16BE(from) : 1005;
      socket.end();
    }
  });
  socket.on("connect", () => socket.write(upgradeRequest(address)));
  socket.on("error", () => undefined); // a close follows
  socket.on("close", () => {
    isClosed = true;
    events.onClose(code);
  });
  readUpgrade(socket, (status, rest) => {
    if (status !== 101) {
      code = status;
      socket.destroy();
      return;
    }
    isOpen = true;
    socket.on("data", (chunk: Buffer) => reader.push(chunk));
    events.onOpen();
    if (rest.length > 0) reader.push(rest);
  });
  return {
    send: (message) => write(opcodes.binary, message),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => {
      write(opcodes.close, Buffer.from([0x03, 0xe8]));
      socket.end();
    },
    queuedBytes: () => socket.writableLength,
    isClosed: () => isClosed || socket.destroyed,
    messagesIn: () => messagesIn,
  };
}

/**
 * Cuts a stream of bytes into frames. A message in fragments is put together; control frames come as they are. A large
 * frame is gathered chunk by chunk, so that not even 10 MB hold this side up when they are whole.
 */
export class FrameReader {
  readonly #onFrame: (opcode: number, bytes: Buffer, from: number, to: number) => void;
  #partial: Buffer | undefined;
  #gatheredBytes = 0;
  #fragments: Buffer[] = [];

  constructor(onFrame: (opcode: number, bytes: Buffer, from: number, to: number) => void) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    let bytes = chunk;
    while (this.#partial && bytes.length > 0) {
      const partial = this.#partial;
      const copied = bytes.copy(partial, this.#gatheredBytes);
      this.#gatheredBytes += copied;
      if (this.#gatheredBytes < partial.length) return;
      this.#partial = undefined;
      this.#read(partial);
      bytes = bytes.subarray(copied);
    }
    if (bytes.length > 0) this.#read(bytes);
  }

  #read(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      const left = bytes.length - at;
      if (left < 2) return this.#gather(bytes, at, 2);
      const first = bytes.readUInt8(at);
      let length = bytes.readUInt8(at + 1) & 0x7f;
      const header = length < 126 ? 2 : length === 126 ? 4 : 10;
      if (left < header) return this.#gather(bytes, at, header);
      if (length === 126) length = bytes.readUInt16BE(at + 2);
      else if (length === 127) length = Number(bytes.readBigUInt64BE(at + 2));
      if (left < header + length) return this.#gather(bytes, at, header + length);
      const from = at + header;
      at = from + length;
      this.#frame(first, bytes, from, at);
    }
  }

  /** So many bytes are needed before anything more can be read: first a header, then its frame. */
  #gather(bytes: Buffer, at: number, neededBytes: number): void {
    this.#partial = Buffer.allocUnsafe(neededBytes);
    this.#gatheredBytes = bytes.copy(this.#partial, 0, at);
  }

  #frame(first: number, bytes: Buffer, from: number, to: number): void {
    const opcode = first & 0x0f;
    const isFinal = first >= 0x80;
    if (isFinal && opcode !== opcodes.continuation) return this.#onFrame(opcode, bytes, from, to);
    this.#fragments.push(bytes.subarray(from, to));
    if (!isFinal) return;
    const whole = Buffer.concat(this.#fragments);
    this.#fragments = [];
    this.#onFrame(opcodes.binary, whole, 0, whole.length);
  }
}

/** A frame as clients must send it: masked, so that the server has the work of unmasking. */
export function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + 4 + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (header === 2 ? length : header === 4 ? 126 : 127);
  if (header === 4) frame.writeUInt16BE(length, 2);
  else if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.writeUInt32BE(mask, header);
  const from = header + 4;
  for (let index = 0; index < length; index++)
    frame[from + index] = (payload[index] ?? 0) ^ (maskBytes[index & 3] ?? 0);
  return frame;
}

/** Against hostile proxies a mask would have to be random; here it only has to be there. */
const mask = 0x5a17c39e;
const maskBytes = [0x5a, 0x17, 0xc3, 0x9e];

function upgradeRequest({ port, path, headers }: Address): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Version: 13",
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function readUpgrade(socket: Socket, onAnswer: (status: number, rest: Buffer) => void): void {
  let head = Buffer.alloc(0);
  const onData = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    socket.off("data", onData);
    onAnswer(Number(head.toString("latin1", 9, 12)), head.subarray(end + 4));
  };
  socket.on("data", onData);
}
