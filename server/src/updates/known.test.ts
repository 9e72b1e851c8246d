import fc from "fast-check";
import { expect, test } from "vitest";
import {
  updateOfClients,
  updateOfDeletions,
  updateOfGaps,
  updateOfValues,
  vectorOfClients,
} from "../testing/hostile-updates.ts";
import { TooManyParts } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { IdRanges } from "./id-ranges.ts";
import { Known } from "./known.ts";
import { scanLargeUpdate, scanUpdate } from "./scan.ts";
import { readVector } from "./sections.ts";

// these took minutes when each part was put in its place one by one
test("an update of nothing but gaps is taken in as quickly as it is read", () => {
  const known = new Known(scanUpdate(updateOfGaps(50_000)));
  expect(known.waiting).toHaveLength(50_000);
});

test("deletions in any order are taken in as quickly as they are read", () => {
  const { deleted } = new Known(scanUpdate(updateOfDeletions(200_000)));
  expect(deleted.addAll([7, 2, 1, 7, 4, 1])).toEqual([]);
});

test("what waits is released by what it waited for, and only that", () => {
  const { sections } = scanUpdate(updateOfGaps(50_000));
  const known = new Known({ sections, deletions: [] });
  const missing = { ...scanUpdate(updateOfClients(7)).sections[0], client: 7, from: 0, to: 1 };
  const [first] = sections;
  if (!first) throw new Error("there is one");
  const { sections: news } = known.take({ sections: [{ ...first, ...missing }], deletions: [] });
  expect(news.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(known.waiting).toHaveLength(49_999);
});

test("no more waits than may, and nothing of it is kept then", () => {
  const known = new Known();
  const few = known.take(scanUpdate(updateOfGaps(10)), 15);
  expect([few.isTooMuch, few.waiting]).toEqual([false, updateOfGaps(10)]);
  const more = known.take(scanUpdate(updateOfGaps(11)), 15);
  expect([more.isTooMuch, more.waiting]).toEqual([true, undefined]);
  expect(known.waiting).toHaveLength(10);
});

test("what waits holds on to its update alone, not to what that lay in", () => {
  const update = updateOfGaps(1);
  const network = new Uint8Array(60_000);
  network.set(update, 1_000);
  const known = new Known();
  const { waiting } = known.take(scanUpdate(network.subarray(1_000, 1_000 + update.length)));
  expect(waiting?.buffer.byteLength).toBe(update.length);
  expect(known.waiting.map(({ bytes }) => bytes)).toEqual([waiting]);
  expect(known.waiting[0]?.bytes).toBe(waiting);
});

const written = (ranges: IdRanges): Uint8Array => {
  const writer = new ByteWriter(ranges.maxBytes);
  ranges.write(writer);
  return writer.done();
};

test("ranges that come together make the same set as one by one", () => {
  const range = fc.tuple(fc.nat(2), fc.nat(400), fc.integer({ min: 1, max: 9 }));
  const some = fc.array(range, { maxLength: 30 });
  const many = fc.array(range, { minLength: 64, maxLength: 200 });
  fc.assert(
    fc.property(some, many, (before, added) => {
      const together = IdRanges.of(before.flat());
      const apart = IdRanges.of(before.flat());
      const news = together.addAll(added.flat());
      for (const [client, clock, length] of added) apart.add(client, clock, length);
      const sorted = (ranges: IdRanges) => [...scanUpdate(updateWith(ranges)).deletions];
      expect(sorted(together)).toEqual(sorted(apart));
      const again = IdRanges.of(before.flat());
      again.addAll(news);
      expect(sorted(again)).toEqual(sorted(together)); // the news are all that was new
    }),
  );
});

const updateWith = (ranges: IdRanges): Uint8Array => Uint8Array.of(0, ...written(ranges));

test("what has more parts than allowed is refused", async () => {
  const hostile = [updateOfGaps, updateOfClients, updateOfDeletions, updateOfValues];
  for (const make of hostile) {
    expect(() => scanUpdate(make(1_000), 3_000)).not.toThrow();
    expect(() => scanUpdate(make(3_002), 3_000)).toThrow(TooManyParts);
    await expect(scanLargeUpdate(make(3_002), 3_000)).rejects.toThrow(TooManyParts);
  }
  expect(() => readVector(vectorOfClients(101), 100)).toThrow(TooManyParts);
});

test("whatever a large update is made of, others have their turn while it is read", async () => {
  for (const make of [updateOfGaps, updateOfClients, updateOfDeletions]) {
    let turns = 0;
    let isRead = false;
    const count = () => {
      turns += 1;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    await scanLargeUpdate(make(50_000));
    isRead = true;
    expect(turns).toBeGreaterThan(5);
  }
});
