import { expect, test } from "vitest";
import { FrameReader, maskedFrame } from "./wire.ts";

/** A frame as servers send it. */
function frame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = first;
  header[1] = length < 65_536 ? 126 : 127;
  if (header.length === 4) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}

function read(chunks: readonly Buffer[]): [number, string][] {
  const frames: [number, string][] = [];
  const reader = new FrameReader((opcode, bytes, from, to) =>
    frames.push([opcode, bytes.toString("latin1", from, to)]),
  );
  for (const chunk of chunks) reader.push(chunk);
  return frames;
}

const sizes = [0, 1, 125, 126, 300, 65_535, 65_536, 200_000];
const payloads = [0, 1, 125, 126, 300, 65_536].map((size, index) => Buffer.alloc(size, 97 + index));
const stream = Buffer.concat(payloads.map((payload) => frame(0x82, payload)));
const expected = payloads.map((payload) => [2, payload.toString("latin1")]);

test.each([1, 3, 7, 1_000, 65_536, stream.length])(
  "frames are read from chunks of %i bytes",
  (size) => {
    const chunks: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size) chunks.push(stream.subarray(at, at + size));
    expect(read(chunks)).toEqual(expected);
  },
);

test("fragments are put together, and a ping may come between them", () => {
  const parts = [frame(0x02, Buffer.from("one ")), frame(0x89, Buffer.from("?"))];
  parts.push(frame(0x00, Buffer.from("two ")), frame(0x80, Buffer.from("three")));
  expect(read([Buffer.concat(parts)])).toEqual([
    [9, "?"],
    [2, "one two three"],
  ]);
});

test.each(sizes)("what is sent is masked, and %i bytes come out again", (size) => {
  const payload = Buffer.alloc(size, "abcdefg");
  const sent = maskedFrame(2, payload);
  const header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  expect(sent.length).toBe(header + 4 + size);
  expect(sent[1]! & 0x80).toBe(0x80);
  const mask = sent.subarray(header, header + 4);
  const unmasked = sent.subarray(header + 4).map((byte, index) => byte ^ mask[index % 4]!);
  expect(Buffer.compare(unmasked, payload)).toBe(0);
});
