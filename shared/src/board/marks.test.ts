import { expect, test } from "vitest";
import { build, card, section, type CardMore } from "../testing/index.ts";
import { readBoardState } from "./projection.ts";

test("[M1] the earliest event of a kind is the mark", () => {
  expect(marksOf(detected(30, "late"), detected(10, "early")).detected).toMatchObject({
    at: 10,
    event: "early",
  });
});

test("[M1] a mark is as exact as its event", () => {
  const about = card("Seen", { kind: "detected", when: { at: 10, approx: true } });
  expect(marksOf(about).detected).toMatchObject({ approx: true });
});

test("[M2] several of a kind are contested, the others by time", () => {
  const { detected: mark } = marksOf(detected(30, "c"), detected(10, "a"), detected(20, "b"));
  expect(mark).toEqual({ at: 10, approx: false, event: "a", contestedBy: ["b", "c"] });
  expect(marksOf(detected(10, "a")).detected?.contestedBy).toEqual([]);
});

test("[M3] hidden events, blank ones and those without a time do not count", () => {
  const marks = marksOf(
    detected(10, "hidden", { removedAt: 1 }),
    card("", { kind: "detected", when: { at: 5, approx: false } }, { id: "blank" }),
    card("Seen", { kind: "detected" }, { id: "untimed" }),
    detected(20, "shown"),
  );
  expect(marks).toEqual({ detected: { at: 20, approx: false, event: "shown", contestedBy: [] } });
});

test("[M3] events of other kinds are no marks, and no other section has any", () => {
  expect(marksOf(card("Seen", { kind: "alert", when: { at: 1, approx: false } }))).toEqual({});
});

const marksOf = (...events: Parameters<typeof section<"timeline">>[1][]) =>
  readBoardState(build(section("timeline", ...events))).marks;

const detected = (at: number, id: string, more: CardMore = {}) =>
  card("Seen", { kind: "detected", when: { at, approx: false } }, { id, ...more });
