import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { contentOf, docOf, history, mutate, mutations } from "../testing/histories.ts";
import { Unreadable } from "../updates/byte-reader.ts";
import { scanUpdate } from "../updates/scan.ts";
import { readVector } from "../updates/sections.ts";
import { DocBytes, isAllOf } from "./doc-bytes.ts";

function take(bytes: DocBytes, update: Uint8Array): Uint8Array | undefined {
  const news = bytes.take(scanUpdate(update));
  const isNews = news.sections.length > 0 || news.deletions.length > 0;
  return isNews ? bytes.append(news).bytes : undefined;
}

/** Everything, as a newcomer gets it. */
const newcomer = (bytes: DocBytes): Y.Doc => {
  const { before, answer } = bytes.whole();
  return docOf(...(before ? [before] : []), answer);
};

/** Updates as they may arrive: in any order, some of them twice, some of them with what came before. */
const arrivals = history.chain((lived) =>
  fc.record({
    lived: fc.constant(lived),
    arriving: fc
      .tuple(
        fc.shuffledSubarray([...lived.updates], { minLength: lived.updates.length }),
        fc.subarray([...lived.updates, ...lived.docs.map((doc) => Y.encodeStateAsUpdate(doc))]),
      )
      .chain(([all, again]) =>
        fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
      ),
  }),
);

test("bytes put together say what Yjs makes of the same updates, in whatever order they came", () => {
  fc.assert(
    fc.property(arrivals, ({ lived, arriving }) => {
      const bytes = new DocBytes(undefined);
      const told = arriving.flatMap((update) => take(bytes, update) ?? []);
      const expected = contentOf(lived.all);
      expect(contentOf(newcomer(bytes))).toEqual(expected);
      expect(contentOf(docOf(...told))).toEqual(expected); // what others are told, one by one
      expect(contentOf(docOf(Y.mergeUpdates(told)))).toEqual(expected); // and as Yjs merges it
      const clocks = Object.fromEntries(bytes.clocks);
      expect(clocks).toEqual(
        Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(lived.all))),
      );
      expect(bytes.waiting).toEqual([]);
    }),
  );
});

test("what is known already is no news", () => {
  fc.assert(
    fc.property(history, ({ updates, all }) => {
      const bytes = new DocBytes(undefined);
      for (const update of updates) take(bytes, update);
      for (const update of updates) expect(take(bytes, update)).toBeUndefined();
      // where two set the same key, Yjs deletes the loser by itself: that is told once
      const state = Y.encodeStateAsUpdate(all);
      const told = take(bytes, state);
      if (told) expect(scanUpdate(told).sections).toEqual([]);
      expect(take(bytes, state)).toBeUndefined();
    }),
  );
});

test("a diff brings anybody up to date, whatever they knew", () => {
  fc.assert(
    fc.property(arrivals, ({ lived, arriving }) => {
      const bytes = new DocBytes(undefined);
      for (const update of arriving) take(bytes, update);
      for (const doc of lived.docs) {
        Y.applyUpdate(doc, bytes.diff(readVector(Y.encodeStateVector(doc))));
        expect(contentOf(doc)).toEqual(contentOf(lived.all));
      }
    }),
  );
});

test("[S3] folding changes nothing that anybody can see, whatever comes meanwhile", () => {
  fc.assert(
    fc.property(
      arrivals,
      fc.nat(60),
      fc.nat(60),
      fc.boolean(),
      ({ lived, arriving }, from, to, fails) => {
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const bytes = new DocBytes(undefined);
        for (const update of arriving.slice(0, first)) take(bytes, update);
        bytes.seal();
        const clocks = new Map(bytes.clocks);
        const folded = Y.encodeStateAsUpdate(docOf(...bytes.updates()));
        for (const update of arriving.slice(first, last)) take(bytes, update);
        const state = { bytes: folded, ...scanUpdate(folded) };
        expect(isAllOf(clocks, state)).toBe(true);
        if (fails) bytes.notFolded();
        else bytes.folded(state);
        for (const update of arriving.slice(last)) take(bytes, update);
        expect(contentOf(newcomer(bytes))).toEqual(contentOf(lived.all));
        const reloaded = new DocBytes(fails ? undefined : state);
        for (const update of arriving) take(reloaded, update);
        expect(contentOf(newcomer(reloaded))).toEqual(contentOf(lived.all));
      },
    ),
  );
});

test("whatever readable nonsense comes in between, a newcomer's document opens", () => {
  fc.assert(
    fc.property(history, fc.array(mutations, { minLength: 1 }), ({ updates }, changes) => {
      const bytes = new DocBytes(undefined);
      for (const [index, update] of updates.entries()) {
        const nonsense = mutate(update, changes[index % changes.length] ?? []);
        for (const some of [nonsense, update]) {
          try {
            take(bytes, some);
          } catch (error) {
            if (!(error instanceof Unreadable)) throw error;
          }
        }
      }
      const doc = newcomer(bytes);
      doc.getText("body").insert(0, "still alive");
      docOf(Y.encodeStateAsUpdate(doc));
      docOf(bytes.diff(new Map([...bytes.clocks].map(([id, clock]) => [id, clock >> 1]))));
    }),
  );
});

test("a state too large to be put together is sent as it lies, behind what came since", () => {
  const written = new Y.Doc();
  written.getText("body").insert(0, "x".repeat(1_100_000));
  const state = Y.encodeStateAsUpdate(written);
  const bytes = new DocBytes({ bytes: state, ...scanUpdate(state) });
  const told: Uint8Array[] = [];
  written.on("update", (update: Uint8Array) => told.push(update));
  written.getText("body").delete(10, 20);
  written.getText("body").insert(0, "more");
  for (const update of told) take(bytes, update);
  expect(bytes.whole().answer).toBe(state);
  expect(contentOf(newcomer(bytes))).toEqual(contentOf(written));
});
