import { expect, test } from "vitest";
import { messagesIn } from "../testing/wire-frames.ts";
import { wireFrame } from "./wire-frame.ts";

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000])(
  "[S15] a message of %i bytes is one frame that reads back",
  (length) => {
    const message = new Uint8Array(length).fill(7);
    const frame = wireFrame(message);
    expect(messagesIn(frame)).toEqual([message]);
    expect(frame.length - length).toBe(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  },
);

test("frames laid end to end are read one by one", () => {
  const messages = [new Uint8Array([1]), new Uint8Array(300).fill(2), new Uint8Array([])];
  expect(messagesIn(Buffer.concat(messages.map((message) => wireFrame(message))))).toEqual(
    messages,
  );
});
