import { expect, test } from "vitest";
import type { CardId } from "../ids.ts";
import { setStar } from "../board/star.ts";
import { readBoardState } from "../board/projection.ts";
import { build, card, cardId, section } from "../testing/build.ts";
import { coverageOf, lessonItems, nextOpen, stepFrom, timelineItems, walkedOf } from "./walk.ts";

const [a, b, c, group] = [cardId("a"), cardId("b"), cardId("c"), cardId("group")];

const night = () =>
  build(
    section(
      "timeline",
      ...[a, b, c].map((id, index) =>
        card(`Event ${id}`, { when: { at: index, approx: false } }, { id }),
      ),
    ),
  );

test("[K4] coverage counts what was seen and what was passed over, and names what is left", () => {
  const items = timelineItems(readBoardState(night()).order.timeline);
  const seen = { [a]: { at: 1, isSkipped: false }, [b]: { at: 2, isSkipped: true } };
  expect(coverageOf(items, { seen })).toEqual({ total: 3, seen: 1, skipped: 1, open: [c] });
  expect(coverageOf(items, { seen: {} })).toEqual({
    total: 3,
    seen: 0,
    skipped: 0,
    open: [a, b, c],
  });
});

test("[K4] the notes of a group count each, those that joined it later too", () => {
  const items = [
    { id: group, cards: [a, b] },
    { id: c, cards: [c] },
  ];
  const seen = { [group]: { at: 1, isSkipped: false }, [a]: { at: 1, isSkipped: false } };
  expect(coverageOf(items, { seen })).toEqual({ total: 3, seen: 2, skipped: 0, open: [c] });
});

test("[K5] a walk of the starred steps through and counts those alone", () => {
  const board = night();
  setStar(board, a, true);
  setStar(board, c, true);
  const state = readBoardState(board);
  const items = timelineItems(state.order.timeline);
  const starred = walkedOf(items, state, { walk: "starred" });
  expect(starred.map(({ id }) => id)).toEqual([a, c]);
  expect(walkedOf(items, state, { walk: "all" })).toBe(items);
  expect(coverageOf(starred, { seen: {} }).total).toBe(2);
  expect(stepFrom(items, starred, a, 1)?.id).toBe(c);
  expect(stepFrom(items, starred, b, 1)?.id).toBe(c);
  expect(stepFrom(items, starred, b, -1)?.id).toBe(a);
});

test("[K6] steps go from item to item and end at the ends; without one in focus they begin", () => {
  const items = timelineItems(readBoardState(night()).order.timeline);
  const step = (from: CardId | undefined, by: 1 | -1) => stepFrom(items, items, from, by)?.id;
  expect([step(undefined, 1), step(a, 1), step(b, 1), step(c, 1)]).toEqual([a, b, c, undefined]);
  expect([step(undefined, -1), step(c, -1), step(a, -1)]).toEqual([c, b, undefined]);
  expect(step(cardId("gone"), 1)).toBe(a);
});

test("[K6] the next that is open comes after the one in focus, and then from the beginning", () => {
  const items = timelineItems(readBoardState(night()).order.timeline);
  const seen = { [b]: { at: 1, isSkipped: false } };
  expect(nextOpen(items, { seen }, b)?.id).toBe(c);
  expect(nextOpen(items, { seen: { ...seen, [c]: { at: 1, isSkipped: false } } }, c)?.id).toBe(a);
  const all = { ...seen, [a]: { at: 1, isSkipped: true }, [c]: { at: 1, isSkipped: false } };
  expect(nextOpen(items, { seen: all }, a)).toBeUndefined();
});

test("the notes of the lessons go column by column", () => {
  const board = build(section("slowed", card("Two")), section("helped", card("One")));
  const items = lessonItems(readBoardState(board), { vote: undefined });
  expect(items.map(({ id }) => id)).toEqual(["card-2", "card-1"]);
});
