// A client of WebSockets that does what no decent one would: it writes bytes, and reads only when it is told to.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { readFrames, type ReadFrame } from "./wire-frames.ts";

/** What a raw client sends with its handshake. */
export interface RawOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes out with the handshake, in the same piece. */
  readonly first?: Uint8Array;
}

/** A raw client. */
export interface RawSocket {
  readonly tcp: Socket;
  /** The status of the answer to the handshake. */
  readonly status: Promise<number>;
  /** The frames that came so far, without the handshake's answer. */
  readonly frames: readonly ReadFrame[];
  /** What came instead of frames. */
  readonly body: () => string;
  readonly write: (bytes: Uint8Array) => void;
  /** Waits until what came is as wished. */
  readonly until: (isFit: (frames: readonly ReadFrame[]) => boolean) => Promise<void>;
  /** The code of the close frame, once the connection is gone; undefined if it was cut off without one. */
  readonly closed: Promise<number | undefined>;
}

/** Opens a connection and sends a handshake. It answers nothing that comes, no ping and no close. */
export function openRaw(origin: string, path: string, options: RawOptions = {}): RawSocket {
  const { hostname, port } = new URL(origin);
  const tcp = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  onTestFinished(() => void tcp.destroy());
  const headers = {
    host: `${hostname}:${port}`,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
    ...options.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const handshake = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  tcp.write(options.first ? Buffer.concat([handshake, options.first]) : handshake);

  let rest: Uint8Array = new Uint8Array();
  let head: string | undefined;
  const frames: ReadFrame[] = [];
  let wake: () => void = () => undefined;
  const status = Promise.withResolvers<number>();
  tcp.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    if (head === undefined) {
      const end = Buffer.from(rest).indexOf("\r\n\r\n");
      if (end < 0) return;
      head = Buffer.from(rest.subarray(0, end)).toString();
      rest = rest.subarray(end + 4);
      status.resolve(Number(head.split(" ")[1]));
    }
    if (head.includes(" 101 ")) {
      const read = readFrames(rest);
      frames.push(...read.frames);
      rest = read.rest;
    }
    wake();
  });
  const closed = new Promise<number | undefined>((resolve) => {
    const end = () => {
      tcp.destroy();
      const last = frames.find(({ opcode }) => opcode === 8);
      resolve(last && Buffer.from(last.payload).readUInt16BE(0));
    };
    tcp.on("end", end);
    tcp.on("error", end);
    tcp.on("close", end);
  });
  return {
    tcp,
    frames,
    status: status.promise,
    closed,
    body: () => Buffer.from(rest).toString(),
    write: (bytes) => void tcp.write(bytes),
    async until(isFit) {
      while (!isFit(frames)) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

/** How a frame differs from a whole binary one that is masked. */
export interface FrameOptions {
  readonly opcode?: number;
  readonly isLast?: boolean;
  readonly isMasked?: boolean;
  /** Bits that have no meaning. */
  readonly reserved?: number;
  /** What the head says about the length, whatever follows. */
  readonly claimedBytes?: number;
}

/** A frame as clients send it; the mask is nought, so the payload stands in it as it is. */
export function clientFrame(payload: Uint8Array, options: FrameOptions = {}): Uint8Array {
  const { opcode = 2, isLast = true, isMasked = true, reserved = 0 } = options;
  const length = options.claimedBytes ?? payload.length;
  const long = length > 65_535 ? 8 : length > 125 ? 2 : 0;
  const head = Buffer.alloc(2 + long + (isMasked ? 4 : 0));
  head[0] = (isLast ? 0x80 : 0) | (reserved << 4) | opcode;
  head[1] = (isMasked ? 0x80 : 0) | (long === 8 ? 127 : long === 2 ? 126 : length);
  if (long === 2) head.writeUInt16BE(length, 2);
  if (long === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
