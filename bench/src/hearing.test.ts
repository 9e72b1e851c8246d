import { expect, test } from "vitest";
import { Hearing } from "./hearing.ts";
import { dice } from "./statistics.ts";
import { Typist } from "./typist.ts";
import { rangesOf } from "./updates.ts";

/** Twenty keystrokes of somebody, as updates. */
function keystrokes(): { writer: Typist; updates: Uint8Array[] } {
  const writer = new Typist(7, "field", dice(1));
  return { writer, updates: Array.from({ length: 20 }, () => writer.keystroke(0).update) };
}

function hear(hearing: Hearing, update: Uint8Array): void {
  const [id = 0, from = 0, to = 0] = rangesOf(update);
  hearing.take(id, from, to);
}

test("who hears every edit misses none", () => {
  const { writer, updates } = keystrokes();
  const hearing = new Hearing();
  for (const update of updates) hear(hearing, update);
  expect(hearing.missing([writer])).toBe(0);
  expect(hearing.wholeUpTo(7)).toBe(20);
});

test("an edit that a server drops is missed until it comes, and late ones may come in any order", () => {
  const { writer, updates } = keystrokes();
  const hearing = new Hearing();
  const late = [3, 4, 11];
  for (const [index, update] of updates.entries()) if (!late.includes(index)) hear(hearing, update);
  expect(hearing.missing([writer])).toBe(3);
  expect(hearing.wholeUpTo(7)).toBe(3);
  for (const index of [4, 11, 3]) hear(hearing, updates[index]!);
  expect(hearing.missing([writer])).toBe(0);
});

test("the last edits count as missing too", () => {
  const { writer, updates } = keystrokes();
  const hearing = new Hearing();
  for (const update of updates.slice(0, -2)) hear(hearing, update);
  expect(hearing.missing([writer])).toBe(2);
});
