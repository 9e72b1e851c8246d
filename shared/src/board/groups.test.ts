// Groups of notes: put together, named, merged, taken apart, and all of it taken back.
import { expect, test } from "vitest";
import { build, card, cardId, Replicas, sameBits, section } from "../testing/index.ts";
import type { CardId } from "../ids.ts";
import type { Board } from "./board.ts";
import { cardText, moveCard, removeCard, restoreCard } from "./commands.ts";
import { groupWith, moveTopic, takeApart } from "./group-commands.ts";
import { topicOf, topicTitle } from "./groups.ts";
import { readBoardState } from "./projection.ts";
import { rankAtEnd } from "./rank.ts";
import { writePlainText } from "./rich-text.ts";

const a = cardId("a");
const b = cardId("b");
const c = cardId("c");
const d = cardId("d");
const g = cardId("g");
const h = cardId("h");
const bit = sameBits();

const notes = () =>
  build(
    section(
      "helped",
      card("Backups existed.", {}, { id: "a" }),
      card("Deployments were frozen.", {}, { id: "b" }),
    ),
    section(
      "slowed",
      card("Restores take hours.", {}, { id: "c" }),
      card("The status page.", {}, { id: "d" }),
    ),
  );

const put = (board: Board, one: CardId, other: CardId, group = g, at = 1) =>
  groupWith(board, { card: one, with: other, group, at, randomBit: bit });

const name = (board: Board, group: CardId, words: string) => {
  const text = cardText(board, group);
  if (text) writePlainText(text, words);
};

/** By question, the notes of each topic. */
const shown = (board: Board) => {
  const { topics } = readBoardState(board);
  return {
    helped: topics.helped.map(({ cards }) => cards.join(" ")),
    slowed: topics.slowed.map(({ cards }) => cards.join(" ")),
  };
};

test("[G4] a note that is put to another comes into its column, behind it", () => {
  const board = notes();
  expect(put(board, a, d)).toEqual({ ok: true, value: g });
  expect(shown(board)).toEqual({ helped: ["b"], slowed: ["c", "d a"] });
  expect(readBoardState(board).order.slowed).toEqual([c, d, a]);
});

test("[G4] a third joins the group, whichever of its notes it is put to", () => {
  const board = notes();
  put(board, a, d);
  expect(put(board, c, a)).toEqual({ ok: true, value: g });
  expect(shown(board)).toEqual({ helped: ["b"], slowed: ["d a c"] });
});

test("[G5] a group has the name it was given; without one it is called by its first note", () => {
  const board = notes();
  put(board, a, d);
  const titleOf = () => {
    const state = readBoardState(board);
    const topic = topicOf(state, a);
    return topic && topicTitle(state, topic);
  };
  expect(titleOf()).toBe("The status page.");
  name(board, g, "Telling people");
  expect(titleOf()).toBe("Telling people");
});

test("[G6] a note that is taken out leaves the others together, also the one it began with", () => {
  const board = notes();
  put(board, a, d);
  put(board, c, d);
  moveCard(board, d, {
    section: "slowed",
    rank: rankAtEnd(readBoardState(board), "slowed", bit),
  });
  expect(shown(board)).toEqual({ helped: ["b"], slowed: ["a c", "d"] });
  put(board, b, d, h);
  expect(shown(board)).toEqual({ helped: [], slowed: ["a c", "d b"] });
});

test("[G6] … and where two groups hung together by it", () => {
  const replicas = new Replicas(2, notes());
  put(replicas.at(0).board, a, d, g);
  put(replicas.at(1).board, c, d, h);
  replicas.settle();
  const { board } = replicas.at(0);
  expect(shown(board)).toEqual({ helped: ["b"], slowed: ["d c a"] });
  moveCard(board, d, {
    section: "helped",
    rank: rankAtEnd(readBoardState(board), "helped", bit),
  });
  expect(shown(board)).toEqual({ helped: ["b", "d"], slowed: ["c a"] });
});

test("[G7] one of two notes taken out leaves a note that stands alone, unless the group has a name", () => {
  const board = notes();
  put(board, a, d);
  moveCard(board, a, { section: "helped", rank: "a0" });
  expect(readBoardState(board).topics.slowed.map(({ titles }) => titles)).toEqual([[], []]);
  put(board, a, d, h);
  expect(shown(board).slowed).toEqual(["c", "d a"]);
  name(board, topicOf(readBoardState(board), a)?.id ?? g, "Telling people");
  moveCard(board, a, { section: "helped", rank: "a0" });
  expect(readBoardState(board).topics.slowed.map(({ titles }) => titles.length)).toEqual([0, 1]);
});

test("[G8] taking apart is one step, and bringing the group back another", () => {
  const replicas = new Replicas(1, notes());
  const { board, undo } = replicas.at(0);
  put(board, a, d);
  name(board, g, "Telling people");
  expect(takeApart(board, g, 2).ok).toBe(true);
  expect(shown(board)).toEqual({ helped: ["b"], slowed: ["c", "d", "a"] });
  undo.undo();
  expect(shown(board).slowed).toEqual(["c", "d a"]);
  takeApart(board, g, 3);
  expect(readBoardState(board).removed).toEqual([g]);
  restoreCard(board, g);
  expect(shown(board).slowed).toEqual(["c", "d a"]);
  expect(takeApart(board, c, 4)).toEqual({
    ok: false,
    refusal: { code: "card-gone", card: c },
  });
});

test("[G9] merging keeps every note and both names; undo parts them again", () => {
  const { board, undo } = new Replicas(1, notes()).at(0);
  put(board, a, b, g, 1);
  put(board, c, d, h, 2);
  name(board, g, "Safeguards");
  name(board, h, "Telling people");
  put(board, g, h, cardId("i"));
  const state = readBoardState(board);
  const topic = topicOf(state, a);
  expect(shown(board)).toEqual({ helped: [], slowed: ["d c b a"] });
  expect(topic && topicTitle(state, topic)).toBe("Telling people · Safeguards");
  undo.undo();
  expect(shown(board)).toEqual({ helped: ["b a"], slowed: ["d c"] });
});

test("[G9] what somebody puts into a group that is being merged comes along", () => {
  const base = notes();
  put(base, a, b, g, 1);
  const replicas = new Replicas(2, base);
  put(replicas.at(0).board, g, d, h);
  put(replicas.at(1).board, c, g, h);
  replicas.settle();
  const { topics } = readBoardState(replicas.at(1).board);
  expect(topics.slowed.map(({ cards }) => cards.toSorted())).toEqual([[a, b, c, d]]);
});

test("[G10] a group moves whole; what is put into it meanwhile comes along", () => {
  const base = notes();
  put(base, a, b, g, 1);
  const replicas = new Replicas(2, base);
  const there = readBoardState(base).topics.slowed[0]?.rank ?? "";
  moveTopic(replicas.at(0).board, g, { section: "slowed", rank: `${there}V` }, bit);
  put(replicas.at(1).board, d, b);
  replicas.settle();
  for (const { board } of replicas.all) {
    expect(shown(board)).toMatchObject({ helped: [] });
    expect(shown(board).slowed.map((notes) => notes.split(" ").length)).toEqual([1, 3]);
  }
});

test("[G11] a removed note comes back into its group; a group without notes is not shown", () => {
  const board = notes();
  put(board, a, b);
  name(board, g, "Safeguards");
  removeCard(board, a, 1);
  removeCard(board, b, 1);
  expect(shown(board).helped).toEqual([]);
  restoreCard(board, a);
  restoreCard(board, b);
  expect(shown(board).helped).toEqual(["b a"]);
});

test("[G12] undoing takes my note back out and leaves what others have built on it", () => {
  const replicas = new Replicas(2, notes());
  const [ada, grace] = [replicas.at(0), replicas.at(1)];
  put(ada.board, a, b);
  replicas.settle();
  put(grace.board, c, b);
  name(grace.board, g, "Safeguards");
  replicas.settle();
  ada.undo.undo();
  replicas.settle();
  expect(shown(grace.board)).toEqual({ helped: ["a", "b c"], slowed: ["d"] });
  expect(readBoardState(grace.board).topics.helped[1]?.titles).toEqual([g]);
});
