import * as Y from "yjs";
import { expect, test, vi } from "vitest";
import { build, card, cardId, fact, section, text } from "../testing/index.ts";
import { addCard, moveCard, setFact, setFields } from "./commands.ts";
import { createBoardView, readBoardState, type BoardState } from "./projection.ts";

const first = cardId("card-1");
const second = cardId("card-2");

test("[B10] events go by time, those without one last, and ranks decide the rest", () => {
  const board = build(
    section(
      "timeline",
      card("third", at(20), { id: "c" }),
      card("untimed", {}, { id: "d" }),
      card("first", at(-5), { id: "a" }),
      card("second", at(20), { id: "b", rank: "Z0" }),
    ),
  );
  expect(readBoardState(board).order.timeline).toEqual(["a", "b", "c", "d"]);
});

test("[B5] equal ranks go by id", () => {
  const board = build(
    section(
      "helped",
      card("b", {}, { id: "b", rank: "a0" }),
      card("a", {}, { id: "a", rank: "a0" }),
    ),
  );
  expect(readBoardState(board).order.helped).toEqual(["a", "b"]);
});

test("[B11] a blank card is shown to nobody until it says something", () => {
  const board = build(section("check-in", card(" \n ")), section("helped", card("")));
  expect(readBoardState(board).order).toMatchObject({ "check-in": [], helped: [] });
  setFields(board, first, "check-in", { passes: true });
  expect(readBoardState(board).order["check-in"]).toEqual([first]);
  expect(Object.keys(readBoardState(board).cards)).toEqual([first, second]);
});

test("[B12] who follows a board hears of a transaction once, after it, and only of what can be seen", () => {
  const board = build(section("helped", card("A"), card("B")), text("summary", "So it went"));
  const view = createBoardView(board);
  const heard = vi.fn<() => BoardState>(() => view.getState());
  const leave = view.subscribe(heard);
  board.doc.transact(() => {
    moveCard(board, first, { section: "slowed", rank: "a0" });
    setFact(board, "severity", "sev2");
    board.texts.summary.delete(0, 1);
  });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard).toHaveReturnedWith(readBoardState(board));
  board.doc.transact(() => board.facts.set("of a later version", 1));
  setFact(board, "severity", "sev2");
  expect(heard).toHaveBeenCalledTimes(1);
  leave();
  setFact(board, "severity", "sev3");
  expect(heard).toHaveBeenCalledTimes(1);
});

test("[B12] who hears of a change may change the board at once", () => {
  const board = build(section("helped", card("A")));
  const view = createBoardView(board);
  view.subscribe(() =>
    addCard(board, { id: second, section: "helped", rank: "b0", at: 1, text: "B" }),
  );
  setFact(board, "severity", "sev1");
  expect(view.getState()).toEqual(readBoardState(board));
  expect(view.getState().order.helped).toEqual([first, second]);
});

test("[B3] a keystroke in one card leaves every other card, and the order, the same objects", () => {
  const board = build(section("helped", card("A"), card("B")), section("slowed", card("C")));
  const view = createBoardView(board);
  const before = view.getState();
  const stored = board.cards.get(first);
  const typed = stored instanceof Y.Map ? stored.get("text") : undefined;
  if (typed instanceof Y.XmlFragment) typed.insert(0, [new Y.XmlText("more")]);
  const after = view.getState();
  expect(after.cards[first]).not.toEqual(before.cards[first]);
  expect(after.cards[second]).toBe(before.cards[second]);
  expect(after.order).toBe(before.order);
  expect(after.removed).toBe(before.removed);
  expect(after.marks).toBe(before.marks);
  expect(after.texts).toBe(before.texts);
});

test("a view that was destroyed hears nothing", () => {
  const board = build(section("helped", card("A")), fact("severity", "sev1"));
  const view = createBoardView(board);
  const before = view.getState();
  view.destroy();
  setFact(board, "severity", "sev2");
  expect(view.getState()).toBe(before);
});

const at = (ms: number) => ({ when: { at: ms, approx: false } });
