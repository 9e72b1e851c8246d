// Three people write one board in any order and hear of each other at any time. Whatever they do, it comes together.
// Which rules were broken on purpose, and seen to fail here, stands in docs/rules.md.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  anyRun,
  build,
  card,
  Diary,
  Replicas,
  section,
  text,
  wordsOn,
  runs,
} from "../testing/index.ts";
import type { Replica, Step } from "../testing/index.ts";
import { readBoardState } from "./projection.ts";

const many = runs(80);

test("[B1] whatever people do and whenever they hear of it, all copies become equal", () =>
  fc.assert(
    fc.property(anyRun(), (steps) => {
      const [first, ...others] = run(steps).replicas.all;
      for (const { board, view } of others) {
        expect(view.getState()).toEqual(first?.view.getState());
        expect(board.cards.toJSON()).toEqual(first?.board.cards.toJSON());
      }
    }),
    many,
  ));

test("[B2] the view that follows a board equals a fresh reading of it, after every step", () =>
  fc.assert(
    fc.property(anyRun(), (steps) => {
      run(steps, ({ replicas }) => {
        for (const { board, view } of replicas.all)
          expect(view.getState()).toEqual(readBoardState(board));
      });
    }),
    many,
  ));

test("[B3] whatever says the same after a step is the same object", () =>
  fc.assert(
    fc.property(anyRun(), (steps) => {
      const replicas = openReplicas();
      for (const { view } of replicas.all) {
        let before = view.getState();
        view.subscribe(() => {
          const after = view.getState();
          expectSameParts(before, after);
          before = after;
        });
      }
      run(steps, undefined, replicas);
    }),
    many,
  ));

test("[B4] every card is where somebody put it: two moves never mix", () =>
  fc.assert(
    fc.property(anyRun({ often: ["moveCard", "undo"] }), (steps) => {
      run(steps, ({ replicas, diary }) => {
        for (const { view } of replicas.all)
          for (const { id, section: where, rank } of Object.values(view.getState().cards))
            expect(diary.wasPut(id, { section: where, rank })).toBe(true);
      });
    }),
    many,
  ));

test("[B5] the order of a section is total: everybody who has the same cards sees them in the same order", () =>
  fc.assert(
    fc.property(anyRun({ often: ["moveCard", "undo"] }), (steps) => {
      const { replicas } = run(steps);
      const [first, ...others] = replicas.all.map(({ view }) => view.getState());
      for (const other of others) expect(other.order).toEqual(first?.order);
      for (const ids of Object.values(first?.order ?? {}))
        expect(new Set(ids).size).toBe(ids.length);
    }),
    many,
  ));

test("[B6] a word that was typed stays, hidden or not, until somebody erases it", () =>
  fc.assert(
    fc.property(anyRun({ often: ["addCard", "type"], without: ["undo", "redo"] }), (steps) => {
      expectEveryWord(steps);
    }),
    runs(250),
  ));

// Without paragraphs added by hand, because of what [U7] says about them.
test("[B6] … or until its author takes it back: nobody else's undo does", () =>
  fc.assert(
    fc.property(
      anyRun({ often: ["addCard", "type", "undo", "redo"], without: ["addParagraph"] }),
      (steps) => {
        expectEveryWord(steps);
      },
    ),
    runs(250),
  ));

interface Run {
  readonly replicas: Replicas;
  readonly diary: Diary;
}

/** Two cards and a shared text, three people. */
const openReplicas = (): Replicas =>
  new Replicas(
    3,
    build(section("timeline", card("Paged"), card("Rolled back")), text("summary", "Together")),
  );

/** Takes the steps; `after` hears of each, and once more when everybody has heard everything. */
function run(
  steps: readonly Step[],
  after: (run: Run, step?: Step) => void = () => {},
  replicas = openReplicas(),
): Run {
  const diary = new Diary();
  for (const { id, section: where, rank } of Object.values(replicas.at(0).view.getState().cards))
    diary.put(id, { section: where, rank });
  after({ replicas, diary });
  for (const step of steps) {
    step.take(replicas, diary);
    after({ replicas, diary }, step);
  }
  replicas.settle();
  after({ replicas, diary });
  return { replicas, diary };
}

/** On a board that begins empty, so that every card is one that somebody added. */
function expectEveryWord(steps: readonly Step[]): void {
  const gone = new Gone();
  const { replicas, diary } = run(steps, gone.watch, new Replicas(3));
  const left = wordsOn(replicas.at(0).view.getState());
  expect(diary.typed().filter((word) => !left.has(word) && !gone.has(word))).toEqual([]);
}

/** The words that may be missing at the end: erased by somebody who saw them, or taken back by their author. */
class Gone {
  readonly #erased = new Set<string>();
  readonly #takenBack = new Set<string>();
  #before: readonly ReadonlySet<string>[] = [];

  has(word: string): boolean {
    return this.#erased.has(word) || this.#takenBack.has(word);
  }

  readonly watch = ({ replicas, diary }: Run, step?: Step): void => {
    const now = replicas.all.map(({ view }) => wordsOn(view.getState()));
    const who = step && replicas.at(step.who);
    if (who) {
      const before = this.#before[who.number - 1] ?? new Set<string>();
      const after = now[who.number - 1] ?? new Set<string>();
      this.#notice(step.name, who, without(before, after), without(after, before), diary);
    }
    this.#before = now;
  };

  #notice(
    step: string,
    who: Replica,
    lost: readonly string[],
    found: readonly string[],
    diary: Diary,
  ): void {
    if (step === "erases") for (const word of lost) this.#erased.add(word);
    if (step === "undoes" || step === "redoes") {
      for (const word of lost) if (diary.authorOf(word) === who.number) this.#takenBack.add(word);
      for (const word of found) this.#takenBack.delete(word);
    }
  }
}

const without = (words: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...words].filter((word) => !others.has(word));

/** Every part that equals its older self is its older self. */
function expectSameParts(before: unknown, after: unknown): void {
  if (Object.is(before, after) || !isTree(before) || !isTree(after)) return;
  expect(before).not.toEqual(after);
  for (const key of Object.keys(after)) expectSameParts(before[key], after[key]);
}

const isTree = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === "object" && part !== null;
