import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { contentOf, docOf, history, mutate, mutations } from "../testing/histories.ts";
import { Unreadable } from "./byte-reader.ts";
import { IdRanges } from "./id-ranges.ts";
import { Known } from "./known.ts";
import { scanLargeUpdate, scanUpdate, type Scan } from "./scan.ts";
import { cutSection, readVector, writePiece, writeUpdate, writeVector } from "./sections.ts";

function tryScan(bytes: Uint8Array): Scan | undefined {
  try {
    return scanUpdate(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

test("what a scan says of an update is what Yjs decodes", () => {
  fc.assert(
    fc.property(history, ({ updates, all }) => {
      for (const update of [...updates, Y.encodeStateAsUpdate(all), Y.mergeUpdates([...updates])]) {
        const { structs, ds } = Y.decodeUpdate(update);
        const { sections, deletions } = scanUpdate(update);
        const decoded = structs.filter((struct) => !(struct instanceof Y.Skip));
        expect(sections.reduce((sum, section) => sum + section.structs, 0)).toBe(decoded.length);
        const ends = new Map(decoded.map(({ id, length }) => [id.client, id.clock + length]));
        for (const { client, to } of sections) expect(ends.get(client)).toBeGreaterThanOrEqual(to);
        const ranges = [...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0);
        expect(deletions.filter((_, at) => at % 3 === 2).reduce((a, b) => a + b, 0)).toBe(ranges);
      }
    }),
  );
});

test("an update that is written from its sections says the same", () => {
  fc.assert(
    fc.property(history, ({ all }) => {
      const state = Y.encodeStateAsUpdate(all);
      const { sections, deletions } = scanUpdate(state);
      const again = writeUpdate(sections, IdRanges.of(deletions));
      expect(contentOf(docOf(again.bytes))).toEqual(contentOf(all));
      expect(again.sections).toEqual(scanUpdate(again.bytes).sections);
    }),
  );
});

test("a section that is cut holds everything from the clock on", () => {
  fc.assert(
    fc.property(history, fc.nat(20), ({ all }, clock) => {
      for (const section of scanUpdate(Y.encodeStateAsUpdate(all)).sections) {
        const cut = cutSection(section, clock);
        if (section.to <= clock) expect(cut).toBeUndefined();
        else expect(cut?.from).toBeLessThanOrEqual(Math.max(clock, section.from));
        if (!cut) continue;
        const read = scanUpdate(writeUpdate([cut], new IdRanges()).bytes).sections[0];
        expect([read?.from, read?.to, read?.structs]).toEqual([cut.from, cut.to, cut.structs]);
      }
    }),
  );
});

test("where something is missing between sections, an update says so", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const letter of "abc") doc.getText("body").insert(0, letter);
  const [first, second, third] = updates.map((update) => scanUpdate(update).sections);
  const { bytes } = writeUpdate([...(first ?? []), ...(third ?? [])], new IdRanges());
  expect(docOf(bytes).getText("body").toString()).toBe("a");
  const gap = writeUpdate(second ?? [], new IdRanges());
  expect(docOf(bytes, gap.bytes).getText("body").toString()).toBe("cba");
});

const item = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number);
    write(encoder);
    encoding.writeVarUint(encoder, 0);
  });

const inRoot = (encoder: encoding.Encoder, info: number): void => {
  encoding.writeUint8(encoder, info);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, "body");
};

/** What a room passes on of an update after others. Yjs can break on one that says something else of clocks it knows. */
function newsOf(scan: Scan, before: readonly Uint8Array[]): Uint8Array {
  const known = new Known();
  for (const update of before) known.take(scanUpdate(update));
  return writePiece(known.take(scan)).bytes;
}

test("whatever is read, Yjs can take in: mutated updates break no document", () => {
  fc.assert(
    fc.property(history, mutations, (lived, changes) => {
      for (const update of lived.updates) {
        const scan = tryScan(mutate(update, changes));
        if (!scan) continue;
        for (const before of [[], lived.updates]) {
          const doc = docOf(...before, newsOf(scan, before));
          doc.getText("body").insert(0, "still alive");
          docOf(Y.encodeStateAsUpdate(doc));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("clocks that are known are not told anew, where Yjs would break on it", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.clientID = 7;
  doc.getMap("map").set("n", new Y.Map([["text", new Y.Text("abc")]]));
  doc.getMap("map").delete("n"); // what was in it leaves nothing but its clocks
  const forged = item((encoder) => {
    inRoot(encoder, 4);
    encoding.writeVarString(encoder, "longer than what is known");
  });
  expect(() => docOf(...updates, forged)).toThrow(TypeError);
  const news = newsOf(scanUpdate(forged), updates);
  expect(
    docOf(...updates, news)
      .getText("body")
      .toString(),
  ).toBe("");
});

test("any bytes are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      if (tryScan(bytes)) docOf(bytes);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [
    "a struct without length",
    item((encoder) => {
      inRoot(encoder, 4);
      encoding.writeVarString(encoder, "");
    }),
  ],
  [
    "a struct that leans on itself",
    item((encoder) => {
      for (const number of [0x84, 7, 0]) encoding.writeUint8(encoder, number);
      encoding.writeVarString(encoder, "x");
    }),
  ],
  [
    "a document within the document",
    item((encoder) => {
      inRoot(encoder, 9);
      encoding.writeVarString(encoder, "guid");
      encoding.writeAny(encoder, {});
    }),
  ],
  [
    "a value nested so deeply that reading it would overflow the stack",
    item((encoder) => {
      inRoot(encoder, 8);
      encoding.writeVarUint(encoder, 1);
      for (let depth = 0; depth < 100; depth++) {
        encoding.writeUint8(encoder, 117);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeAny(encoder, null);
    }),
  ],
  [
    "a text that is not UTF-8",
    item((encoder) => {
      inRoot(encoder, 4);
      encoding.writeVarUint8Array(encoder, new Uint8Array([0xff, 0xfe]));
    }),
  ],
  [
    "a format that is not JSON",
    item((encoder) => {
      inRoot(encoder, 6);
      encoding.writeVarString(encoder, "bold");
      encoding.writeVarString(encoder, "{");
    }),
  ],
])("refuses %s", (_, update) => {
  expect(tryScan(update)).toBeUndefined();
});

test("a large update is read in steps, to the same end", async () => {
  const doc = new Y.Doc();
  for (let line = 0; line < 4_000; line++) doc.getText("body").insert(0, `${line} `.repeat(30));
  const state = Y.encodeStateAsUpdate(doc);
  expect(state.length).toBeGreaterThan(300_000);
  expect(await scanLargeUpdate(state)).toEqual(scanUpdate(state));
  const [section] = scanUpdate(state).sections;
  expect(section?.marks.length).toBeGreaterThan(4);
  const cut = section && cutSection(section, section.to - 3);
  expect(cut && section.end - cut.start).toBeLessThan(1_000);
});

test("a state vector survives writing and reading", () => {
  const clocks = fc.uniqueArray(fc.tuple(fc.nat(), fc.maxSafeNat()), { selector: ([id]) => id });
  fc.assert(
    fc.property(clocks, (entries) => {
      expect(readVector(writeVector(new Map(entries)))).toEqual(new Map(entries));
    }),
  );
});
