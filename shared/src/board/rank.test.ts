import { expect, test } from "vitest";
import { build, card, cardId, sameBits, section } from "../testing/index.ts";
import { addCard, moveCard } from "./commands.ts";
import { readBoardState } from "./projection.ts";
import { rankAt, rankAtEnd, ranksAtEnd } from "./rank.ts";

const added = cardId("new");

test("a rank at the end comes after everything in the section", () => {
  const board = build(section("helped", card("A"), card("B")));
  addTo(board, rankAtEnd(readBoardState(board), "helped", sameBits()));
  expect(readBoardState(board).order.helped).toEqual(["card-1", "card-2", added]);
});

test("several ranks at the end keep their order", () => {
  const board = build(section("helped", card("A")));
  const ranks = ranksAtEnd(readBoardState(board), "helped", 3, sameBits());
  expect(ranks).toHaveLength(3);
  expect(ranks.toSorted()).toEqual(ranks);
  expect(ranks[0]! > readBoardState(board).cards[cardId("card-1")]!.rank).toBe(true);
});

test("a rank at the end of the timeline comes after every rank, whatever the times", () => {
  const board = build(
    section(
      "timeline",
      card("A", { when: { at: 9, approx: false } }),
      card("B", { when: { at: 1, approx: false } }),
    ),
  );
  const state = readBoardState(board);
  const rank = rankAtEnd(state, "timeline", sameBits());
  for (const { rank: other } of Object.values(state.cards)) expect(rank > other).toBe(true);
});

test("a rank in an empty section is one", () => {
  const state = readBoardState(build());
  expect(rankAtEnd(state, "helped", sameBits())).not.toBe("");
  expect(rankAt(state, "helped", 0, undefined, sameBits())).not.toBe("");
});

test.each([
  [0, ["new", "card-1", "card-2"]],
  [1, ["card-1", "new", "card-2"]],
  [2, ["card-1", "card-2", "new"]],
  [99, ["card-1", "card-2", "new"]],
])("a rank at %i puts a card there, and beyond the last at the end", (index, order) => {
  const board = build(section("helped", card("A"), card("B")));
  addTo(board, rankAt(readBoardState(board), "helped", index, undefined, sameBits()));
  expect(readBoardState(board).order.helped).toEqual(order);
});

test("a card that moves within its section does not count", () => {
  const board = build(section("helped", card("A"), card("B"), card("C")));
  const moving = cardId("card-1");
  const rank = rankAt(readBoardState(board), "helped", 1, moving, sameBits());
  moveCard(board, moving, { section: "helped", rank });
  expect(readBoardState(board).order.helped).toEqual(["card-2", "card-1", "card-3"]);
});

const addTo = (board: ReturnType<typeof build>, rank: string) =>
  addCard(board, { id: added, section: "helped", rank, at: 1, text: "New" });
