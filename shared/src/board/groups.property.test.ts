// Three people put notes together, apart and elsewhere, in any order, and hear of each other at any time.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  anyRun,
  build,
  card,
  cardId,
  Diary,
  Replicas,
  runs,
  sameBits,
  section,
} from "../testing/index.ts";
import type { Step } from "../testing/index.ts";
import { groupWith } from "./group-commands.ts";
import { isGroup, topicOf } from "./groups.ts";
import { readBoardState, type BoardState } from "./projection.ts";
import { lessonSections } from "../sections/index.ts";

const grouping = [
  "groupWith",
  "takeApart",
  "moveTopic",
  "moveCard",
  "removeCard",
  "restoreCard",
  "undo",
  "redo",
] as const;

const notes = ["Backups existed.", "Deployments were frozen.", "Restores take hours."] as const;

const openReplicas = (): Replicas =>
  new Replicas(3, build(section("helped", ...notes.map((words) => card(words)))));

function run(steps: readonly Step[], after: (replicas: Replicas) => void): Replicas {
  const replicas = openReplicas();
  const diary = new Diary();
  for (const step of steps) {
    step.take(replicas, diary);
    after(replicas);
  }
  replicas.settle();
  after(replicas);
  return replicas;
}

test("[G1] every note that is shown stands in one topic, once, and in the order of its question", () =>
  fc.assert(
    fc.property(anyRun({ often: grouping }), (steps) => {
      run(steps, ({ all }) => {
        for (const { view } of all) expectEachOnce(view.getState());
      });
    }),
    runs(200),
  ));

test("[G2] once everybody has heard everything, everybody sees the same groups", () =>
  fc.assert(
    fc.property(anyRun({ often: grouping }), (steps) => {
      const [first, ...others] = run(steps, ({ all }) => {
        for (const { board, view } of all) expect(view.getState()).toEqual(readBoardState(board));
      }).all;
      for (const { view } of others)
        expect(view.getState().topics).toEqual(first?.view.getState().topics);
    }),
    runs(200),
  ));

test("[G3] what different people put together is together, in whatever order they hear of it", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          who: fc.nat(2),
          with: fc.nat(5),
          whole: fc.boolean(),
          tells: fc.option(fc.nat(2)),
        }),
        { maxLength: 8 },
      ),
      (steps) => {
        const names = ["a", "b", "c", "d", "e", "f"];
        const replicas = new Replicas(
          3,
          build(section("helped", ...names.map((name) => card(name, {}, { id: cardId(name) })))),
        );
        const together: (readonly [string, string])[] = [];
        const put = new Set<string>();
        for (const [index, step] of steps.entries()) {
          const me = replicas.at(step.who);
          if (step.tells !== null) replicas.tell(step.who, step.tells);
          const state = me.view.getState();
          // each has notes of their own to put somewhere, once: nobody takes anything away from anybody
          const mine = names.filter((_, at) => at % 3 === step.who);
          const free = mine.find(
            (name) => !put.has(name) && topicOf(state, cardId(name))?.cards.length === 1,
          );
          const target = names[step.with];
          if (free === undefined || target === undefined || free === target) continue;
          put.add(free);
          const result = groupWith(me.board, {
            card: cardId(free),
            with: cardId(target),
            group: cardId(`g${index}`),
            at: index,
            randomBit: sameBits(index),
          });
          expect(result.ok).toBe(true);
          together.push([free, target]);
        }
        replicas.settle();
        const state = replicas.at(0).view.getState();
        for (const [a, b] of together)
          expect(topicOf(state, cardId(a))).toBe(topicOf(state, cardId(b)));
      },
    ),
    runs(400),
  ));

function expectEachOnce(state: BoardState): void {
  const shown = Object.values(state.cards).filter(
    (one) =>
      one.removedAt === undefined &&
      !one.isBlank &&
      one.head === undefined &&
      lessonSections.some((id) => id === one.section),
  );
  const topics = lessonSections.flatMap((id) => state.topics[id]);
  const inTopics = topics.flatMap((topic) => topic.cards);
  expect(inTopics.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
  for (const id of lessonSections)
    expect(state.order[id]).toEqual(state.topics[id].flatMap((topic) => topic.cards));
  for (const topic of topics) expect(isGroup(topic) || topic.cards.length === 1).toBe(true);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
}
