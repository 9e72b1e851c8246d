import fc from "fast-check";
import { expect, test } from "vitest";
import { closeBidi, isBlank, oneLine, verbatim } from "./safe-text.ts";

test("one line: line ends, tabs and runs of blanks are one blank", () => {
  expect(oneLine("a\r\nb\rc\n\n d\t\te\u2028f\u0085g\vh")).toBe("a b c d e f g h");
});

test("controls are shown, and what no encoding can hold is U+FFFD", () => {
  expect(oneLine("\0\u0007\u001b\u007f\u009b\ud800\udc00x\udc00")).toBe(
    "␀␇␛␡\ufffd\u{10000}x\ufffd",
  );
});

test("verbatim: lines end with LF, tabs and indents stay, blank ends go", () => {
  expect(verbatim("\r\n\n\tif x:\r\t\t  y\u2028z  \n\n")).toBe("\tif x:\n\t\t  y\nz");
});

test("what is open is closed in the order of nesting, and stray closers go", () => {
  expect(closeBidi("a\u202eb\u2066c")).toBe("a\u202eb\u2066c\u2069\u202c");
  expect(closeBidi("\u202c\u2069a")).toBe("a");
  expect(closeBidi("\u202bשלום\u202c!")).toBe("\u202bשלום\u202c!");
});

test("controls of writing direction alone are blank", () => {
  expect(isBlank(" \u202e\u2069\n")).toBe(true);
  expect(isBlank("\u202ea")).toBe(false);
});

test("every text ends with the writing direction it started with", () => {
  const text = fc
    .array(fc.constantFrom("a", " ", "\u202a", "\u202e", "\u202c", "\u2066", "\u2068", "\u2069"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (typed) => {
      const open: string[] = [];
      const closers = Array.from(closeBidi(typed)).flatMap((character) => {
        if (/[\u202a\u202e\u2066\u2068]/.test(character)) open.push(closerOf(character));
        return /[\u202c\u2069]/.test(character) ? [[character, open.pop()]] : [];
      });
      expect(closers.filter(([closer, expected]) => closer !== expected)).toEqual([]);
      expect(open).toEqual([]);
    }),
  );
});

const closerOf = (opener: string) => (opener < "\u2066" ? "\u202c" : "\u2069");
