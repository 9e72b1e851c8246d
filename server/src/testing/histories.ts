// Histories of documents for tests: what several clients did, as the updates they would have sent.
import fc from "fast-check";
import * as Y from "yjs";

/** What somebody does to a document. */
type Deed =
  | { readonly type: "write"; readonly at: number; readonly text: string }
  | { readonly type: "delete"; readonly at: number; readonly length: number }
  | { readonly type: "format"; readonly at: number; readonly length: number }
  | { readonly type: "embed"; readonly at: number }
  | { readonly type: "set"; readonly key: string; readonly value: unknown }
  | { readonly type: "nest"; readonly key: string; readonly text: string }
  | { readonly type: "push"; readonly values: readonly unknown[] }
  | { readonly type: "element"; readonly name: string }
  | { readonly type: "hear"; readonly from: number };

interface Step {
  readonly who: number;
  readonly deed: Deed;
}

/** What came of a history. */
export interface History {
  /** Every update that was sent, in the order of sending. */
  readonly updates: readonly Uint8Array[];
  /** The document of each client, which may know some of the others. */
  readonly docs: readonly Y.Doc[];
  /** Everything, as Yjs puts it together. */
  readonly all: Y.Doc;
}

const text = fc.string({ unit: "grapheme", maxLength: 6 });
const place = fc.nat(30);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 4 }),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 3 }), text, { maxKeys: 2, noNullPrototype: true }),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("write" as const), at: place, text }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("delete" as const),
      at: place,
      length: fc.nat(5),
    }),
  },
  fc.record({ type: fc.constant("format" as const), at: place, length: fc.nat(5) }),
  fc.record({ type: fc.constant("embed" as const), at: place }),
  fc.record({ type: fc.constant("set" as const), key: fc.constantFrom("a", "ü", "c"), value }),
  fc.record({ type: fc.constant("nest" as const), key: fc.constantFrom("n", "m"), text }),
  fc.record({ type: fc.constant("push" as const), values: fc.array(value, { maxLength: 3 }) }),
  fc.record({ type: fc.constant("element" as const), name: fc.constantFrom("p", "li") }),
  { weight: 4, arbitrary: fc.record({ type: fc.constant("hear" as const), from: fc.nat(2) }) },
);

/** Histories of three clients. */
export const history: fc.Arbitrary<History> = fc
  .array(fc.record({ who: fc.nat(2), deed }), { minLength: 1, maxLength: 40 })
  .map(live);

function live(steps: readonly Step[]): History {
  const docs = [0, 1, 2].map(() => new Y.Doc());
  const updates: Uint8Array[] = [];
  for (const doc of docs)
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "heard") updates.push(update);
    });
  for (const { who, deed: what } of steps) {
    const doc = docs[who];
    const other = docs[what.type === "hear" ? what.from : who];
    if (doc && other) carryOut(doc, what, other);
  }
  const all = new Y.Doc();
  for (const update of updates) Y.applyUpdate(all, update);
  const printing = { [fc.toStringMethod]: () => JSON.stringify(steps) }; // or a counterexample prints whole documents
  return { updates, docs, all, ...printing };
}

function carryOut(doc: Y.Doc, what: Deed, other: Y.Doc): void {
  const body = doc.getText("body");
  const map = doc.getMap("map");
  const whole = (at: number) => (isWithinPair(body, at) ? at - 1 : at);
  const within = (at: number) => whole(at % (body.length + 1));
  const span = (at: number, length: number) =>
    whole(Math.min(within(at) + length, body.length)) - within(at);
  switch (what.type) {
    case "write":
      return body.insert(within(what.at), what.text);
    case "delete":
      return body.delete(within(what.at), span(what.at, what.length));
    case "format":
      return body.format(within(what.at), span(what.at, what.length), { bold: true });
    case "embed":
      return body.insertEmbed(within(what.at), { image: "x" });
    case "set":
      map.set(what.key, what.value);
      return;
    case "nest":
      map.set(what.key, new Y.Map([["text", new Y.Text(what.text)]]));
      return;
    case "push":
      return doc.getArray("list").push([...what.values]);
    case "element":
      return doc.getXmlFragment("xml").insert(0, [new Y.XmlElement(what.name)]);
    case "hear":
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "heard");
  }
}

/** Whether a place lies between the two halves of a character. Yjs loses one that is formatted by half. */
function isWithinPair(body: Y.Text, at: number): boolean {
  const delta: readonly { readonly insert?: unknown }[] = body.toDelta();
  const units = delta.map(({ insert }) => (typeof insert === "string" ? insert : " ")).join("");
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(units.slice(Math.max(0, at - 1), at + 1));
}

/** What a document says and knows, comparable. */
export function contentOf(doc: Y.Doc): unknown {
  return {
    body: doc.getText("body").toDelta(),
    map: doc.getMap("map").toJSON(),
    list: doc.getArray("list").toJSON(),
    xml: doc.getXmlFragment("xml").toString(),
    clocks: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
    isWaiting: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  };
}

/** A document that took these updates in. */
export function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** What may happen to bytes on their way. */
export interface Mutation {
  readonly at: number;
  readonly byte: number;
  readonly isCut: boolean;
}

/** A few mutations. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ at: fc.nat(), byte: fc.nat(255), isCut: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

/** Bytes after mutations. */
export function mutate(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let mutated = bytes.slice();
  for (const { at, byte, isCut } of changes) {
    const place = at % (mutated.length + 1);
    if (isCut) mutated = mutated.slice(0, place);
    else mutated[place] = byte;
  }
  return mutated;
}
