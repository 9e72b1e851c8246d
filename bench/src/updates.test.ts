import { expect, test } from "vitest";
import * as Y from "yjs";
import { dice } from "./statistics.ts";
import { Typist } from "./typist.ts";
import { rangesOf } from "./updates.ts";

/** The same, by the library: slow, and right. */
function rangesByYjs(update: Uint8Array): number[] {
  const ranges: number[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct.constructor.name === "Skip") continue;
    const { client, clock } = struct.id;
    const isNext = ranges.at(-3) === client && ranges.at(-1) === clock;
    if (isNext) ranges[ranges.length - 1] = clock + struct.length;
    else ranges.push(client, clock, clock + struct.length);
  }
  return ranges;
}

test("every kind of content is read over", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const map = doc.getMap<unknown>("map");
  map.set("any", { list: [1, "two", null, 3.5, true], bytes: new Uint8Array(3) });
  map.set("binary", new Uint8Array([1, 2, 3]));
  map.set("doc", new Y.Doc());
  const text = doc.getText("text");
  text.insert(0, "Grüße 👩‍🚀, ok");
  text.insert(3, "bold", { bold: true });
  text.insertEmbed(2, { image: "x" });
  text.delete(1, 4);
  const fragment = doc.getXmlFragment("xml");
  fragment.insert(0, [new Y.XmlElement("paragraph"), new Y.XmlText("words")]);
  doc.getArray("array").insert(0, [1, 2, 3]);
  for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)])
    expect(rangesOf(update)).toEqual(rangesByYjs(update));
});

test("a merged update with a hole is not taken for a whole one", () => {
  const typist = new Typist(9, "field", dice(2));
  const updates = Array.from({ length: 6 }, () => typist.keystroke(0).update);
  const merged = Y.mergeUpdates(updates.filter((_, index) => index !== 2));
  expect(rangesOf(merged)).toEqual([9, 0, 2, 9, 3, 6]);
  expect(rangesByYjs(merged)).toEqual([9, 0, 2, 9, 3, 6]);
});

test("a log finds the edit behind a clock, pastes too", () => {
  const { log } = new Typist(1, "field", dice(3));
  log.add(1, 20, 100);
  log.add(5, 25, 200);
  log.add(1, 20, 300);
  expect(log.clock).toBe(7);
  expect([0, 1, 5, 6].map((clock) => log.sentAt(clock))).toEqual([100, 200, 200, 300]);
  expect(log.sentAt(7)).toBeUndefined();
  expect(log.endOf(1, 25)).toBe(6);
  expect(log.endOf(1, 24)).toBeUndefined();
  expect(log.endOf(2, 25)).toBeUndefined();
  expect(log.clockBefore(250)).toBe(6);
  const seen: number[] = [];
  log.eachSentAt(1, 7, (sentAt) => seen.push(sentAt));
  expect(seen).toEqual([200, 300]);
});
