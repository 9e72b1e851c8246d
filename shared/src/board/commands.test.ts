import { describe, expect, test } from "vitest";
import {
  build,
  card,
  cardId,
  evidenceId,
  participantId,
  Replicas,
  section,
} from "../testing/index.ts";
import type { Evidence } from "./evidence.ts";
import {
  addCard,
  addCards,
  cardText,
  moveCard,
  putEvidence,
  removeCard,
  removeEvidence,
  restoreCard,
  setFields,
} from "./commands.ts";
import { readBoardState } from "./projection.ts";
import { createUndoManager } from "./undo.ts";

const paged = cardId("card-1");
const nobody = cardId("nobody");
const gone = { ok: false, refusal: { code: "card-gone", card: paged } };

test("a card comes with its text, fields, evidence and signature", () => {
  const board = build();
  addCard(board, {
    id: paged,
    section: "timeline",
    rank: "a0",
    at: 7,
    text: "Paged\ntwice",
    by: participantId("ada"),
    fields: { kind: "alert" },
    evidence: [log("e1", 1)],
  });
  expect(readBoardState(board).cards[paged]).toEqual({
    id: paged,
    section: "timeline",
    rank: "a0",
    text: ["Paged", "twice"].map((text) => ({
      type: "paragraph",
      content: [{ type: "text", text, marks: [] }],
    })),
    plain: "Paged\ntwice",
    isBlank: false,
    evidence: [log("e1", 1)],
    isStarred: false,
    by: "ada",
    createdAt: 7,
    removedAt: undefined,
    fields: { kind: "alert", when: null },
    group: null,
    head: undefined,
  });
});

test("[U1] cards that are added together are one step, and one update for the others", () => {
  const board = build();
  const undoManager = createUndoManager(board);
  let updates = 0;
  board.doc.on("update", () => (updates += 1));
  const night = ["a0", "a1", "a2"].map((rank) => ({
    id: cardId(rank),
    section: "timeline" as const,
    rank,
    at: 7,
    text: `Event ${rank}`,
  }));
  expect(addCards(board, night).ok).toBe(true);
  expect(updates).toBe(1);
  expect(readBoardState(board).order.timeline).toHaveLength(3);
  expect(addCards(board, night.slice(2))).toMatchObject({ refusal: { code: "card-exists" } });
  undoManager.undo();
  expect(readBoardState(board).order.timeline).toEqual([]);
  undoManager.redo();
  expect(readBoardState(board).order.timeline).toHaveLength(3);
});

test("[B4] a move happens whole: of two at once, one wins", () => {
  const replicas = twoWithOneCard();
  moveCard(replicas.at(0).board, paged, { section: "helped", rank: "a1" });
  moveCard(replicas.at(1).board, paged, { section: "slowed", rank: "a2" });
  replicas.settle();
  expect(["helped a1", "slowed a2"]).toContain(placeOf(replicas, 0));
  expect(placeOf(replicas, 1)).toBe(placeOf(replicas, 0));
});

describe("[B7] removing hides", () => {
  test("and restoring brings back what others wrote meanwhile", () => {
    const replicas = twoWithOneCard();
    removeCard(replicas.at(0).board, paged, 9);
    cardText(replicas.at(1).board, paged)?.insert(0, []);
    setFields(replicas.at(1).board, paged, "timeline", { kind: "alert" });
    replicas.settle();
    const { view, board } = replicas.at(0);
    expect(view.getState().order.timeline).toEqual([]);
    expect(view.getState().removed).toEqual([paged]);
    expect(restoreCard(board, paged).ok).toBe(true);
    expect(view.getState().order.timeline).toEqual([paged]);
    expect(view.getState().cards[paged]).toMatchObject({
      fields: { kind: "alert" },
      plain: "Paged",
    });
  });

  test("the latest first in the list of what can be brought back", () => {
    const board = build(
      section("helped", card("a", {}, { removedAt: 1 }), card("b", {}, { removedAt: 2 })),
      section("slowed", card("c", {}, { removedAt: 2 })),
    );
    expect(readBoardState(board).removed).toEqual(["card-2", "card-3", "card-1"]);
  });
});

describe("[B8] who comes too late hears so", () => {
  test("a card that was removed changes no more", () => {
    const board = build(section("timeline", card("Paged", {}, { removedAt: 1 })));
    expect(moveCard(board, paged, { section: "helped", rank: "a0" })).toEqual(gone);
    expect(setFields(board, paged, "timeline", { kind: "alert" })).toEqual(gone);
    expect(removeCard(board, paged, 2)).toEqual(gone);
    expect(putEvidence(board, paged, log("e1", 1))).toEqual(gone);
    expect(removeEvidence(board, paged, evidenceId("e1"))).toEqual(gone);
  });

  test("nor does one that never was", () => {
    const board = build();
    expect(restoreCard(board, nobody)).toEqual({
      ok: false,
      refusal: { code: "card-gone", card: nobody },
    });
    expect(cardText(board, nobody)).toBeUndefined();
  });

  test("an id is used once", () => {
    const board = build(section("timeline", card("Paged")));
    const again = addCard(board, { id: paged, section: "helped", rank: "a0", at: 1, text: "Mine" });
    expect(again).toEqual({ ok: false, refusal: { code: "card-exists", card: paged } });
    expect(readBoardState(board).cards[paged]?.plain).toBe("Paged");
  });
});

describe("[B9] who changes different things at once both win", () => {
  test("fields", () => {
    const replicas = twoWithOneCard();
    setFields(replicas.at(0).board, paged, "timeline", { kind: "detected" });
    setFields(replicas.at(1).board, paged, "timeline", { when: { at: 5, approx: true } });
    replicas.settle();
    expect(replicas.at(0).view.getState().cards[paged]?.fields).toEqual({
      kind: "detected",
      when: { at: 5, approx: true },
    });
  });

  test("pieces of evidence, in the order they were added", () => {
    const replicas = twoWithOneCard();
    putEvidence(replicas.at(0).board, paged, log("late", 2));
    putEvidence(replicas.at(1).board, paged, log("early", 1));
    replicas.settle();
    const { board, view } = replicas.at(0);
    expect(view.getState().cards[paged]?.evidence).toEqual([log("early", 1), log("late", 2)]);
    removeEvidence(board, paged, evidenceId("early"));
    putEvidence(board, paged, { ...log("late", 2), label: "Other" });
    expect(view.getState().cards[paged]?.evidence).toEqual([{ ...log("late", 2), label: "Other" }]);
  });
});

const twoWithOneCard = (): Replicas => new Replicas(2, build(section("timeline", card("Paged"))));

function placeOf(replicas: Replicas, index: number): string {
  const read = replicas.at(index).view.getState().cards[paged];
  return `${read?.section} ${read?.rank}`;
}

const log = (id: string, addedAt: number): Evidence => ({
  id: evidenceId(id),
  type: "log",
  label: id,
  url: null,
  text: "pasted | as it came",
  addedAt,
});
