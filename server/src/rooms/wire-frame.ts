// A message as it goes over the wire: one binary WebSocket frame, encoded once however many people get it.

const finalBinary = 0x82;

/** From this size on bytes are not copied into a frame: they are sent as they lie, behind their header. */
const largeBytes = 64 * 1024;

/** Puts a message, in parts, into an unmasked frame, as servers send them (RFC 6455, 5.2). */
export function wireFrame(...parts: readonly Uint8Array[]): Uint8Array {
  const header = wireHeader(parts);
  const frame = Buffer.allocUnsafe(header.length + sizeOf(parts));
  let position = 0;
  for (const bytes of [header, ...parts]) {
    frame.set(bytes, position);
    position += bytes.length;
  }
  return frame;
}

/** A frame as pieces to be written one after the other: a large message is not copied. */
export function wirePieces(...parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return sizeOf(parts) < largeBytes ? [wireFrame(...parts)] : [wireHeader(parts), ...parts];
}

const sizeOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

function wireHeader(parts: readonly Uint8Array[]): Uint8Array {
  const length = sizeOf(parts);
  if (length < 126) return Uint8Array.of(finalBinary, length);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = finalBinary;
  header[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
