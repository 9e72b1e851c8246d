// What is left of a draft is told by the ids of its letters, and what an editor wrote anew by what was shared and is gone:
// however often the draft was shared and cleared before, and of however many pieces it is.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { plainText } from "../board/rich-text.ts";
import { clearLetters, leftOf, withAllShared, type SharedLetters } from "./left.ts";

const nothing: SharedLetters = { runs: [], text: "" };

function paragraph(): { readonly fragment: Y.XmlFragment; readonly line: Y.XmlText } {
  const fragment = new Y.Doc().getXmlFragment("text");
  const element = new Y.XmlElement("paragraph");
  const line = new Y.XmlText();
  fragment.insert(0, [element]);
  element.insert(0, [line]);
  return { fragment, line };
}

const lettersOf = (line: Y.XmlText): string =>
  line
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join("");

/** A letter for each number, and none twice: what is found at a wrong place is another one. */
const letters = (from: number, count: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, index) => 0x4e00 + from + index));

const round = fc.record({
  typed: fc.array(fc.record({ at: fc.nat(20), count: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  isCleared: fc.boolean(),
});

test("[H1] what an editor takes away and writes anew is not left, whatever was shared and cleared before", () => {
  fc.assert(
    fc.property(
      fc.array(round, { minLength: 1, maxLength: 4 }),
      fc.nat(20),
      fc.integer({ min: 1, max: 8 }),
      (rounds, from, length) => {
        const { fragment, line } = paragraph();
        let shared = nothing;
        let count = 0;
        for (const [index, { typed, isCleared }] of rounds.entries()) {
          for (const one of typed) {
            line.insert(one.at % (line.length + 1), letters(count, one.count));
            count += one.count;
          }
          shared = withAllShared(fragment, shared);
          expect(leftOf(fragment, shared)).toBeUndefined();
          if (!isCleared || index === rounds.length - 1) continue;
          clearLetters(fragment);
          shared = { ...shared, text: "" };
        }
        // in one run of clocks: what stood together when it was shared is looked for together
        const at = from % line.length;
        const cut = lettersOf(line).slice(at, at + length);
        const isTogether = shared.text.includes(cut);
        fc.pre(isTogether);
        line.delete(at, cut.length);
        line.insert(at, cut);
        expect(leftOf(fragment, shared)).toBeUndefined();
        line.insert(at, "new");
        expect(plainText(leftOf(fragment, shared) ?? [])).toContain("new");
      },
    ),
    { numRuns: 500 },
  );
});

test("[H1] a draft of very many pieces is read as one of few", () => {
  const { fragment, line } = paragraph();
  const pieces = 20_000;
  line.doc?.transact(() => {
    for (let index = 0; index < pieces; index += 1) line.insert(0, "ab"); // each is a piece of its own
  });
  const shared = withAllShared(fragment, nothing);
  expect(shared.text).toHaveLength(2 * pieces);
  expect(leftOf(fragment, shared)).toBeUndefined();
  // every other piece is written anew: as many are gone as are left
  line.doc?.transact(() => {
    for (let index = 0; index < pieces; index += 2) {
      line.delete(2 * index, 2);
      line.insert(2 * index, "ab");
    }
  });
  expect(leftOf(fragment, shared)).toBeUndefined();
});
