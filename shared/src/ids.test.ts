import { expect, test } from "vitest";
import { readBoardId, readCardId, readEvidenceId, readParticipantId } from "./ids.ts";

const readers = [readBoardId, readCardId, readEvidenceId, readParticipantId];

test.each(["a", "V1StGXR8_Z5jdHi6B-myT", "x".repeat(64)])("%s can be an id", (text) => {
  for (const read of readers) expect(read(text)).toBe(text);
});

test.each([
  "",
  "a b",
  "ä",
  "x".repeat(65),
  "../etc",
  "a\n",
  7,
  null,
  undefined,
  ["a"],
  { toString: () => "a" },
])("%j cannot be an id", (text) => {
  for (const read of readers) expect(read(text)).toBeUndefined();
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "[R1] %s, which every record inherits, cannot be an id",
  (text) => {
    for (const read of readers) expect(read(text)).toBeUndefined();
  },
);
