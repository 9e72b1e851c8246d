// Reading survives any document: what this version cannot understand is left out, left alone, and crashes nobody.
import fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { isEpochMs } from "../epoch.ts";
import { sectionOf, sections } from "../sections/index.ts";
import {
  anyJunk,
  anyJunkDoc,
  build,
  card,
  cardId,
  junkUpdate,
  plant,
  section,
  runs,
} from "../testing/index.ts";
import { localEdit, openBoard } from "./board.ts";
import { cardText, moveCard, removeCard, restoreCard } from "./commands.ts";
import { createBoardView, readBoardState, type BoardState } from "./projection.ts";
import { plainText } from "./rich-text.ts";
import { createUndoManager } from "./undo.ts";

const many = runs(150);

test("[R1] no document makes reading throw, and the view that follows it equals a fresh reading", () =>
  fc.assert(
    fc.property(anyJunkDoc, anyJunkDoc, (first, second) => {
      const doc = new Y.Doc();
      const board = openBoard(doc);
      const view = createBoardView(board);
      for (const [index, junk] of [first, second].entries()) {
        Y.applyUpdate(doc, junkUpdate(junk, 2 * index + 1));
        expect(view.getState()).toEqual(readBoardState(board));
        expectUsable(view.getState());
        expectUsable(readBoardState(board));
      }
    }),
    many,
  ));

test("[R2] reading leaves a document alone, byte for byte", () =>
  fc.assert(
    fc.property(anyJunkDoc, (junk) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, junkUpdate(junk));
      const before = Y.encodeStateAsUpdate(doc);
      const view = createBoardView(openBoard(doc));
      createUndoManager(openBoard(doc), "editor");
      view.destroy();
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    }),
    many,
  ));

test("[R3] a single field that cannot be read takes its default, and the rest of the card stays", () =>
  fc.assert(
    fc.property(fc.constantFrom(...fieldNames), anyJunk, (name, junk) => {
      const board = build(
        section("timeline", card("Paged", { kind: "alert", when: { at: 5, approx: true } })),
      );
      const before = readBoardState(board).cards[cardId("card-1")];
      board.doc.transact(() => storedCard(board.cards).set(name, plant(junk)), localEdit);
      const after = readBoardState(board).cards[cardId("card-1")];
      expect(after).toMatchObject({ plain: "Paged", section: "timeline", createdAt: 1 });
      for (const other of fieldNames.filter((field) => field !== name))
        expect(fieldOf(after, other)).toEqual(fieldOf(before, other));
    }),
    many,
  ));

test("[R4] commands survive what cannot be read", () =>
  fc.assert(
    fc.property(anyJunkDoc, (junk) => {
      const board = openBoard(new Y.Doc());
      Y.applyUpdate(board.doc, junkUpdate(junk));
      const view = createBoardView(board);
      const undo = createUndoManager(board, "editor");
      for (const key of board.cards.keys()) {
        const id = key as never;
        cardText(board, id);
        moveCard(board, id, { section: "helped", rank: "a0" });
        removeCard(board, id, 1);
        restoreCard(board, id);
      }
      while (undo.undo());
      while (undo.redo());
      expect(view.getState()).toEqual(readBoardState(board));
    }),
    many,
  ));

test("[R5] a text nested too deep to follow keeps its words", () => {
  const board = build(section("helped", card("Top")));
  const text = cardText(board, cardId("card-1"));
  let inner: Y.XmlElement | undefined;
  board.doc.transact(() => {
    for (let depth = 0; depth < 5000; depth += 1) {
      const quote = new Y.XmlElement("blockquote");
      (inner ?? text)?.insert(0, [quote]);
      inner = quote;
    }
    inner?.insert(0, [new Y.XmlText("deep")]);
  });
  const read = readBoardState(board).cards[cardId("card-1")];
  expect(read?.plain).toBe("deep\nTop");
});

test("every section reads a card that has none of its fields", () => {
  for (const { id } of sections)
    expect(readBoardState(build(section(id, card("A")))).order[id]).toEqual([cardId("card-1")]);
});

const fieldNames = ["kind", "when", "removedAt", "by", "evidence"] as const;

const fieldOf = (read: object | undefined, name: string): unknown =>
  Reflect.get(Reflect.get(read ?? {}, "fields") ?? {}, name) ?? Reflect.get(read ?? {}, name);

function storedCard(cards: Y.Map<unknown>): Y.Map<unknown> {
  const stored = cards.get("card-1");
  if (!(stored instanceof Y.Map)) throw new Error("The card is there.");
  return stored;
}

/** Everything a screen or a report does with a state is possible. */
function expectUsable(state: BoardState): void {
  expect(Object.getPrototypeOf(state.cards)).toBe(Object.prototype);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  JSON.stringify(state);
  for (const [id, read] of Object.entries(state.cards)) {
    expect(read.id).toBe(id);
    expect(sectionOf(read.section)).toBeDefined();
    expect(plainText(read.text)).toBe(read.plain);
    expect(isEpochMs(read.createdAt)).toBe(true);
    if (read.section === "timeline" && read.fields.when)
      new Date(read.fields.when.at).toISOString();
    if (read.removedAt !== undefined) new Date(read.removedAt).toISOString();
  }
}
