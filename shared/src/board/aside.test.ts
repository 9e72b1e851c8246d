import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { build, card, cardId, evidenceId, section } from "../testing/build.ts";
import { Replicas, typing } from "../testing/replicas.ts";
import { foldableSections, isFoldable, setAside, unfold } from "./aside.ts";
import { cardText, moveCard, removeCard, restoreCard } from "./commands.ts";
import { forgetSteps } from "./erase.ts";
import { readBoardState } from "./projection.ts";
import { readRichText, writePlainText, writeRichText, type RichText } from "./rich-text.ts";

const note = cardId("card-1");
const evidence = [
  { id: evidenceId("e"), type: "log", label: "", url: null, text: "late", addedAt: 1 },
] as const;
const one = () => build(section("helped", card("Words", {}, { evidence })));

test("[Z1] a note that is set aside is in no order, and neither blank nor gone; removed, it can be brought back", () => {
  const board = one();
  setAside(board, note, 7);
  const state = readBoardState(board);
  expect(state.cards[note]).toMatchObject({ plain: "", evidence: [], asideAt: 7, isBlank: false });
  expect([state.order.helped, state.aside]).toEqual([[], [note]]);
  removeCard(board, note, 8);
  expect(readBoardState(board)).toMatchObject({ aside: [], removed: [note] });
  expect(setAside(board, note, 9).ok).toBe(false);
  restoreCard(board, note);
  expect(readBoardState(board).aside).toEqual([note]);
});

test("[Z5] unfolded with its own words it is as it was; one that is not folded keeps what it says", () => {
  const board = one();
  const before = readBoardState(board);
  const { text } = before.cards[note] ?? { text: [] };
  unfold(board, note, { text: [], evidence: [] });
  expect(readBoardState(board)).toEqual(before);
  setAside(board, note, 7);
  setAside(board, note, 9);
  expect(readBoardState(board).cards[note]?.asideAt).toBe(7);
  unfold(board, note, { text, evidence });
  expect(readBoardState(board)).toEqual(before);
});

test("[Z6] a text that is read and written again says the same, with every form and mark in it", () => {
  const text: RichText = [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "bold", marks: [{ type: "bold" }] },
        { type: "hardBreak" },
        { type: "text", text: "link", marks: [{ type: "link", href: "https://a.example" }] },
      ],
    },
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph", content: [] }] }],
    },
    { type: "blockquote", content: [{ type: "paragraph", content: [] }] },
  ];
  const fragment = new Y.Doc().getXmlFragment("text");
  writeRichText(fragment, text);
  expect(readRichText(fragment)).toEqual(text);
});

test("[Z2] actions, questions and answers are not folded", () => {
  for (const id of ["actions", "declined", "questions", "answers", "expected"] as const)
    expect(foldableSections.has(id)).toBe(false);
  const passed = build(section("check-in", card("", { passes: true })));
  expect(Object.values(readBoardState(passed).cards).some(isFoldable)).toBe(false);
});

/** What people do around a note that the server, replica 0, sets aside and unfolds. */
const step = fc.oneof(
  fc.record({ type: fc.constant("type" as const), who: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant("delete" as const), who: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant("undo" as const), who: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant("redo" as const), who: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant("move" as const), who: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    type: fc.constant("tell" as const),
    who: fc.integer({ min: 1, max: 2 }),
    to: fc.nat(2),
  }),
);

test("[Z7] whatever is typed, deleted, undone and told around it, nothing of the old words comes back", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 25 }), run),
    { numRuns: 300 },
  );
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function run(before: readonly Step[], after: readonly Step[]): void {
  const replicas = new Replicas(3, build(section("helped", card("OLD"))));
  for (const one of before) carryOut(replicas, one, "OLD");
  replicas.settle();
  setAside(replicas.at(0).board, note, 1);
  for (const one of after) carryOut(replicas, one, "OLD");
  replicas.settle();
  for (const { board, undo, view } of replicas.all) {
    forgetSteps(board, undo, new Set([note]));
    expect(view.getState()).toEqual(readBoardState(board));
  }
  unfold(replicas.at(0).board, note, { text: [], evidence: [] });
  replicas.settle();
  for (const { board, undo } of replicas.all) {
    undo.undo();
    expect(readBoardState(board).cards[note]?.plain).toBe("");
  }
  const { doc } = replicas.at(0).board;
  expect(String.fromCharCode(...Y.encodeStateAsUpdate(doc)).includes("OLD")).toBe(false);
}

function carryOut(replicas: Replicas, one: Step, words: string): void {
  const { board, undo } = replicas.at(one.who);
  const text = cardText(board, note);
  switch (one.type) {
    case "type":
      return board.doc.transact(() => text && writePlainText(text, words), typing);
    case "delete":
      return board.doc.transact(() => text && text.delete(0, text.length), typing);
    case "undo":
      return void undo.undo();
    case "redo":
      return void undo.redo();
    case "move":
      return void moveCard(board, note, { section: "slowed", rank: "a" });
    case "tell":
      return replicas.tell(one.who, one.to);
  }
}
