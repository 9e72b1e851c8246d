// WebSocket frames as bytes for tests: reading what a server wrote, and writing what no decent client would.

/** A frame that was read, and where the next one starts. */
export interface ReadFrame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly payload: Uint8Array;
}

/** Reads whole unmasked frames from the front of some bytes, and tells what is left. */
export function readFrames(bytes: Uint8Array): {
  readonly frames: readonly ReadFrame[];
  readonly rest: Uint8Array;
} {
  const frames: ReadFrame[] = [];
  let rest = bytes;
  for (;;) {
    const read = readFrame(rest);
    if (!read) return { frames, rest };
    frames.push(read.frame);
    rest = rest.subarray(read.sizeBytes);
  }
}

/** The messages in some whole binary frames, one a frame. */
export function messagesIn(bytes: Uint8Array): readonly Uint8Array[] {
  const { frames, rest } = readFrames(bytes);
  if (rest.length > 0) throw new Error("a frame is cut short");
  return frames.map(({ opcode, isLast, payload }) => {
    if (opcode !== 2 || !isLast) throw new Error("not a whole binary frame");
    return new Uint8Array(payload);
  });
}

function readFrame(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 2) return undefined;
  const [first, second] = [view.getUint8(0), view.getUint8(1)];
  if (second & 0x80) throw new Error("a server masks nothing");
  const headBytes = second === 127 ? 10 : second === 126 ? 4 : 2;
  if (bytes.length < headBytes) return undefined;
  const length =
    headBytes === 10
      ? Number(view.getBigUint64(2))
      : headBytes === 4
        ? view.getUint16(2)
        : second & 0x7f;
  const sizeBytes = headBytes + length;
  if (bytes.length < sizeBytes) return undefined;
  const payload = bytes.subarray(headBytes, sizeBytes);
  return { frame: { opcode: first & 0x0f, isLast: (first & 0x80) !== 0, payload }, sizeBytes };
}
