// Undo takes back what I did, and nothing of what others did. Rules U1 to U8 of docs/rules.md.
import fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import {
  anyRun,
  build,
  card,
  cardId,
  Diary,
  Replicas,
  section,
  typing,
  wordsOn,
  runs,
} from "../testing/index.ts";
import type { Replica, Step } from "../testing/index.ts";
import { quietEdit, type Board } from "./board.ts";
import { addCard, cardText, moveCard, removeCard, setFact, setFields } from "./commands.ts";

const paged = cardId("card-1");
const mine = cardId("mine");

describe("what undo takes back", () => {
  test("[U1] each command is a step of its own", () => {
    const [me] = people();
    setFact(me.board, "severity", "sev1");
    setFact(me.board, "severity", "sev2");
    removeCard(me.board, paged, 1);
    me.undo.undo();
    expect(me.view.getState().order.timeline).toEqual([paged]);
    me.undo.undo();
    expect(me.view.getState().facts.severity).toBe("sev1");
    me.undo.undo();
    expect(me.view.getState().facts.severity).toBeNull();
    expect(me.undo.canUndo()).toBe(false);
  });

  test("[U1] typing is one step until it pauses, and a command ends it", () => {
    const [me] = people();
    type(me, " now");
    type(me, " or then");
    setFact(me.board, "severity", "sev1");
    type(me, "!");
    expect(plain(me)).toBe("Paged now or then!");
    me.undo.undo();
    expect(plain(me)).toBe("Paged now or then");
    expect(me.view.getState().facts.severity).toBe("sev1");
    me.undo.undo();
    expect(plain(me)).toBe("Paged now or then");
    expect(me.view.getState().facts.severity).toBeNull();
    me.undo.undo();
    expect(plain(me)).toBe("Paged");
  });

  test("[U1] a command ends a step of typing even after the editor has closed and opened again", () => {
    const [me] = people();
    const listening = me.undo.afterTransactionHandler;
    me.board.doc.off("afterTransaction", listening); // what TipTap's collaboration does around an editor
    me.board.doc.on("afterTransaction", listening);
    setFact(me.board, "severity", "sev1");
    type(me, " now");
    me.undo.undo();
    expect(plain(me)).toBe("Paged");
    expect(me.view.getState().facts.severity).toBe("sev1");
  });

  test("[U2] a removal", () => {
    const [me] = people();
    removeCard(me.board, paged, 1);
    expect(me.view.getState().removed).toEqual([paged]);
    me.undo.undo();
    expect(me.view.getState().order.timeline).toEqual([paged]);
    me.undo.redo();
    expect(me.view.getState().removed).toEqual([paged]);
  });

  test("[U2] a move, and redo moves again", () => {
    const [me] = people();
    const before = me.view.getState();
    moveCard(me.board, paged, { section: "helped", rank: "a1" });
    const after = me.view.getState();
    me.undo.undo();
    expect(me.view.getState()).toEqual(before);
    me.undo.redo();
    expect(me.view.getState()).toEqual(after);
  });

  test("[U2] whatever was undone, redo brings back", () =>
    fc.assert(
      fc.property(anyRun({ often: ["undo"] }), (steps) => {
        for (const { view, undo } of run(steps).all) {
          const before = view.getState();
          if (!undo.undo()) continue;
          undo.redo();
          expect(view.getState()).toEqual(before);
        }
      }),
      runs(150),
    ));
});

describe("what undo leaves alone", () => {
  test("[U3] the words of others, in a card whose addition is undone", () => {
    const [me, other, replicas] = people();
    add(me, "I saw it");
    replicas.settle();
    type(other, " and so did I", mine);
    replicas.settle();
    me.undo.undo();
    expect(plain(me, mine)).toBe(" and so did I");
    me.undo.redo();
    expect(plain(me, mine)).toBe("I saw it and so did I");
  });

  test("[U3] the words of others, typed before they hear of the undo", () => {
    const [me, other, replicas] = people();
    add(me, "I saw it\nat night");
    replicas.settle();
    me.undo.undo();
    expect(me.view.getState().cards[mine]?.isBlank).toBe(true);
    type(other, " and so did I", mine, 1);
    replicas.settle();
    expect(plain(me, mine)).toBe("\n and so did I");
    expect(me.view.getState().order.helped).toEqual([mine]);
  });

  test("[U3] the words of others, in a card that was moved before its addition is undone", () => {
    const [me, other, replicas] = people();
    add(me, "I saw it");
    moveCard(me.board, mine, { section: "slowed", rank: "a5" });
    replicas.settle();
    type(other, " and so did I", mine);
    replicas.settle();
    me.undo.undo();
    me.undo.undo();
    expect(me.view.getState().order.helped).toEqual([mine]);
    expect(plain(me, mine)).toBe(" and so did I");
  });

  test("[U3] any word of another, whatever was done before", () =>
    fc.assert(
      fc.property(anyRun({ often: ["type", "undo", "redo"] }), (steps) => {
        const erased = new Map<number, Set<string>>();
        let before: readonly ReadonlySet<string>[] = [];
        run(steps, (replicas, diary, step) => {
          const now = replicas.all.map(({ view }) => wordsOn(view.getState()));
          const who = replicas.at(step?.who ?? 0);
          const left = now[who.number - 1];
          const lost = [...(before[who.number - 1] ?? [])].filter((word) => !left?.has(word));
          const own = erased.get(who.number) ?? new Set();
          erased.set(who.number, own);
          if (step?.name === "erases") for (const word of lost) own.add(word);
          if (step?.name === "undoes" || step?.name === "redoes")
            expect(
              lost.filter((word) => diary.authorOf(word) !== who.number && !own.has(word)),
            ).toEqual([]);
          before = now;
        });
      }),
      runs(150),
    ));

  test("[U4] what somebody else has set since", () => {
    const [me, other, replicas] = people();
    setFields(me.board, paged, "timeline", { kind: "alert" });
    replicas.settle();
    setFields(other.board, paged, "timeline", { kind: "detected" });
    replicas.settle();
    me.undo.undo();
    expect(me.view.getState().cards[paged]).toMatchObject({ fields: { kind: "detected" } });
  });

  test("[U4] any value that somebody else has set since, whatever was done before", () =>
    fc.assert(
      fc.property(anyRun({ often: ["moveCard", "setWhen", "undo", "redo"] }), (steps) => {
        const setBy = new Map<string, number>();
        let before = new Map<string, string>();
        run(steps, (replicas, _diary, step) => {
          replicas.settle();
          const now = valuesOf(replicas.at(0).board);
          const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
            (key) => before.get(key) !== now.get(key),
          );
          const who = replicas.at(step?.who ?? 0).number;
          for (const key of changed)
            if (step?.name === "undoes" || step?.name === "redoes")
              expect(setBy.get(key)).toBe(who);
            else setBy.set(key, who);
          before = now;
        });
      }),
      runs(150),
    ));

  test("[U5] the blank card under a composer", () => {
    const [me] = people();
    addCard(me.board, { id: mine, section: "helped", rank: "a1", at: 1 }, quietEdit);
    expect(me.undo.canUndo()).toBe(false);
    type(me, "The runbook", mine);
    expect(me.view.getState().order.helped).toEqual([mine]);
    me.undo.undo();
    expect(me.view.getState().order.helped).toEqual([]);
    expect(me.view.getState().cards[mine]?.isBlank).toBe(true);
  });

  test("[U6] what an editor marks as none of the history", () => {
    const [me] = people();
    me.board.doc.transact((transaction) => {
      transaction.meta.set("addToHistory", false);
      me.board.facts.set("severity", "sev1");
    }, typing);
    expect(me.undo.canUndo()).toBe(false);
  });
});

test("[U7] an empty paragraph that was added by hand goes with its undo", () => {
  const [me] = people();
  addParagraph(me, "Rolled back");
  expect(plain(me)).toBe("Paged\nRolled back");
  me.undo.undo();
  expect(plain(me)).toBe("Paged");
});

test("[U7] the price of that: what another types in such a paragraph before hearing of the undo goes along", () => {
  const [me, other, replicas] = people();
  addParagraph(me, "Rolled back");
  replicas.settle();
  me.undo.undo();
  type(other, " twice", paged, 1);
  replicas.settle();
  expect(plain(me)).toBe("Paged");
});

test("[U8] an editor that closes does not end the history", () => {
  const [me] = people();
  setFact(me.board, "severity", "sev1");
  me.undo.destroy();
  setFact(me.board, "severity", "sev2");
  me.undo.undo();
  expect(me.view.getState().facts.severity).toBe("sev1");
});

/** Two people and their copies of a board with one card. */
function people(): readonly [me: Replica, other: Replica, replicas: Replicas] {
  const replicas = new Replicas(2, build(section("timeline", card("Paged"))));
  return [replicas.at(0), replicas.at(1), replicas];
}

const add = ({ board }: Replica, text: string): void =>
  void addCard(board, { id: mine, section: "helped", rank: "a1", at: 1, text });

/** Types at the end of a paragraph of a card, as an editor does. */
function type({ board }: Replica, words: string, id = paged, paragraph = 0): void {
  board.doc.transact(() => {
    const element = cardText(board, id)?.get(paragraph);
    if (!(element instanceof Y.XmlElement)) throw new Error("There is no such paragraph.");
    if (element.length === 0) element.insert(0, [new Y.XmlText()]);
    const text = element.get(0);
    if (text instanceof Y.XmlText) text.insert(text.length, words);
  }, typing);
}

function addParagraph({ board }: Replica, words: string): void {
  board.doc.transact(() => {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(words)]);
    cardText(board, paged)?.push([element]);
  }, typing);
}

const plain = ({ view }: Replica, id = paged): string | undefined =>
  view.getState().cards[id]?.plain;

/** Everything in a document that is set rather than typed, by name. */
function valuesOf({ cards, facts }: Board): Map<string, string> {
  const values = new Map([["severity", JSON.stringify(facts.get("severity"))]]);
  for (const [id, stored] of cards.entries())
    if (stored instanceof Y.Map)
      for (const [key, value] of stored.entries())
        if (value instanceof Y.Map)
          for (const [piece, said] of value.entries())
            values.set(`${id} ${key} ${piece}`, JSON.stringify(said));
        else if (key !== "text") values.set(`${id} ${key}`, JSON.stringify(value));
  return values;
}

/** Takes the steps on three copies; `after` hears of each. */
function run(
  steps: readonly Step[],
  after: (replicas: Replicas, diary: Diary, step?: Step) => void = () => {},
): Replicas {
  const replicas = new Replicas(3, build(section("timeline", card("Paged"), card("Rolled back"))));
  const diary = new Diary();
  after(replicas, diary);
  for (const step of steps) {
    step.take(replicas, diary);
    after(replicas, diary, step);
  }
  return replicas;
}
