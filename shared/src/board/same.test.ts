import fc from "fast-check";
import { expect, test } from "vitest";
import { keepSame } from "./same.ts";

test("what is kept says what the next reading says", () =>
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (last, next) => {
      expect(keepSame(last, next)).toEqual(next);
    }),
  ));

test("a reading that says the same is the last one", () =>
  fc.assert(
    fc.property(fc.clone(fc.jsonValue(), 2), ([last, next]) => {
      expect(keepSame(last, next)).toBe(last);
    }),
  ));

test("parts that say the same are kept, in a list by their place in it", () => {
  const last = { a: { b: [1] }, c: [{ d: 1 }, { d: 2 }] };
  const next = keepSame(last, { a: { b: [1] }, c: [{ d: 1 }, { d: 3 }] });
  expect(next.a).toBe(last.a);
  expect(next.c[0]).toBe(last.c[0]);
  expect(next.c[1]).toEqual({ d: 3 });
});

test("a key that is there and undefined is not a key that is missing", () => {
  expect(keepSame({}, { a: undefined })).toHaveProperty("a");
  expect(keepSame({ a: undefined }, {})).not.toHaveProperty("a");
});
