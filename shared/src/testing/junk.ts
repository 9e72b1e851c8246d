// Documents that no version of ours ever wrote: any value or shared type under any key. Reading must survive them.
import fc from "fast-check";
import * as Y from "yjs";
import { sharedTexts } from "../board/board.ts";
import { sections } from "../sections/index.ts";

/** A value of a document as data, so that fast-check can shrink and print it; `plant` makes the real one. */
export type Junk =
  | { readonly is: "value"; readonly value: unknown }
  | { readonly is: "text" | "xmlText"; readonly text: string; readonly mark: string }
  | { readonly is: "array" | "fragment"; readonly items: readonly Junk[] }
  | { readonly is: "map" | "hook"; readonly entries: readonly JunkEntry[] }
  | {
      readonly is: "element";
      readonly name: string;
      readonly entries: readonly JunkEntry[];
      readonly items: readonly Junk[];
    };

export type JunkEntry = readonly [key: string, junk: Junk];

/** What lies in a whole document: entries and items of its roots, known and unknown. */
export interface JunkDoc {
  readonly cards: readonly JunkEntry[];
  readonly facts: readonly JunkEntry[];
  readonly texts: readonly (readonly [root: string, items: readonly Junk[]])[];
  /** Roots of ours, written as if they were of another kind. */
  readonly strangers: readonly (readonly [root: string, junk: Junk])[];
}

/** Names that records inherit, and the keys that mean something here. */
const keys =
  "__proto__ constructor toString hasOwnProperty prototype 0 place text evidence createdAt removedAt by when kind owner done card-1 card-2".split(
    " ",
  );

const anyKey = fc.oneof(fc.constantFrom("", "a b", ...keys), fc.string({ maxLength: 8 }));

const anyName = fc.oneof(
  fc.constantFrom("paragraph", "bulletList", "orderedList", "listItem", "blockquote", "hardBreak"),
  fc.constantFrom("heading", "image", "__proto__", "UNDEFINED"),
  fc.string({ maxLength: 8 }),
);

const anyNumber = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 8.64e15 + 1, 1e308, -1e308, 0.5),
  fc.integer(),
);

const anyPlaceLike = fc.record(
  {
    section: fc.oneof(fc.constantFrom(...sections.map(({ id }) => id)), anyKey),
    rank: fc.oneof(fc.constantFrom("a0", "a1", "", "~~"), fc.string(), anyNumber),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, "", 10n),
  anyNumber,
  anyPlaceLike,
  fc.record({ at: anyNumber, approx: fc.anything({ maxDepth: 0 }) }, { noNullPrototype: true }),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant([JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}')]),
  fc.uint8Array({ maxLength: 4 }),
);

/** Any value or shared type, types within types too. */
export const anyJunk: fc.Arbitrary<Junk> = fc.letrec<{ junk: Junk }>((tie) => {
  const items = fc.array(tie("junk"), { maxLength: 3 });
  const entries = fc.array(fc.tuple(anyKey, tie("junk")), { maxLength: 3 });
  return {
    junk: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.record({ is: fc.constant("value" as const), value: anyValue }),
      fc.record({
        is: fc.constantFrom("text" as const, "xmlText" as const),
        text: fc.string(),
        mark: fc.oneof(fc.constantFrom("bold", "link", "italic--abc", "comment"), anyKey),
      }),
      fc.record({ is: fc.constantFrom("array" as const, "fragment" as const), items }),
      fc.record({ is: fc.constantFrom("map" as const, "hook" as const), entries }),
      fc.record({ is: fc.constant("element" as const), name: anyName, entries, items }),
    ),
  };
}).junk;

/** Mostly what one of ours would have there, so that the rest of the card is read too. */
const mostly = (usual: fc.Arbitrary<Junk>): fc.Arbitrary<Junk> =>
  fc.oneof({ arbitrary: usual, weight: 4 }, anyJunk);

const valueOf = (value: unknown): Junk => ({ is: "value", value });

const aPlace = fc
  .record(
    { section: fc.constantFrom(...sections.map(({ id }) => id)), rank: fc.string() },
    { noNullPrototype: true },
  )
  .map(valueOf);

const aText = fc.array(anyJunk, { maxLength: 3 }).map((items): Junk => ({ is: "fragment", items }));

/** A card that could almost be one of ours: each of its keys is there, absent, or something else entirely. */
const anyCardLike: fc.Arbitrary<Junk> = fc
  .record(
    {
      place: mostly(aPlace),
      text: mostly(aText),
      evidence: anyJunk,
      createdAt: mostly(anyNumber.map(valueOf)),
      removedAt: mostly(anyNumber.map(valueOf)),
      when: anyJunk,
      kind: anyJunk,
    },
    { requiredKeys: ["place", "text"] },
  )
  .map((card): Junk => ({ is: "map", entries: Object.entries(card) }));

/** A whole document of it. */
export const anyJunkDoc: fc.Arbitrary<JunkDoc> = fc.record({
  cards: fc.array(fc.tuple(anyKey, mostly(anyCardLike)), { maxLength: 4 }),
  facts: fc.array(fc.tuple(fc.oneof(fc.constantFrom("severity", "meetingAt"), anyKey), anyJunk), {
    maxLength: 2,
  }),
  texts: fc.array(fc.tuple(fc.constantFrom(...sharedTexts), fc.array(anyJunk, { maxLength: 3 })), {
    maxLength: 2,
  }),
  strangers: fc.array(
    fc.tuple(fc.constantFrom("cards", "facts", "summary", "__proto__", "later"), anyJunk),
    { maxLength: 2 },
  ),
});

/** Such a document as an update, as it would come from two clients, this one and the next, that we know nothing of. */
export function junkUpdate({ cards, facts, texts, strangers }: JunkDoc, client = 666): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  entered(doc.getMap("cards"), cards);
  entered(doc.getMap("facts"), facts);
  for (const [root, items] of texts) filled(doc.getXmlFragment(root), items);
  const other = new Y.Doc();
  other.clientID = client + 1;
  for (const [root, junk] of strangers) other.getArray(root).push([plantItem(junk)]);
  return Y.mergeUpdates([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)]);
}

/** The real thing that a piece of junk stands for. */
export function plant(junk: Junk): Planted {
  switch (junk.is) {
    case "value":
      return junk.value;
    case "text":
      return formatted(new Y.Text(), junk.text, junk.mark);
    case "xmlText":
      return formatted(new Y.XmlText(), junk.text, junk.mark);
    case "array":
      return Y.Array.from(junk.items.map(plantItem));
    case "fragment":
      return filled(new Y.XmlFragment(), junk.items);
    case "map":
      return entered(new Y.Map(), junk.entries);
    case "hook":
      return entered(new Y.XmlHook("hook"), junk.entries);
    case "element":
      return elementOf(junk.name, junk.entries, junk.items);
  }
}

/** A list takes a big integer and undefined only within a value. */
function plantItem(junk: Junk): Planted {
  const isLonely = junk.is === "value" && ["bigint", "undefined"].includes(typeof junk.value);
  return isLonely ? [junk.value] : plant(junk);
}

/** What Yjs takes and its types do not say. */
type Planted = any; // oxlint-disable-line typescript/no-explicit-any -- the point of junk is that no type knows it

function formatted<Text extends Y.Text>(text: Text, words: string, mark: string): Text {
  text.insert(0, words, { [mark]: { href: 1 } });
  return text;
}

function filled<Node extends Y.XmlFragment>(node: Node, items: readonly Junk[]): Node {
  node.insert(0, items.map(plantItem));
  return node;
}

function entered<Map extends Y.Map<unknown>>(map: Map, entries: readonly JunkEntry[]): Map {
  for (const [key, junk] of entries) map.set(key, plant(junk));
  return map;
}

function elementOf(
  name: string,
  entries: readonly JunkEntry[],
  items: readonly Junk[],
): Y.XmlElement {
  const element = filled(new Y.XmlElement(name), items);
  for (const [key, junk] of entries) element.setAttribute(key, plant(junk));
  return element;
}
