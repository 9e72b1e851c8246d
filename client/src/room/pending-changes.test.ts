// What "N changes kept here" counts, and what makes a change leave the list.
import * as Y from "yjs";
import { expect, test } from "vitest";
import {
  addCard,
  cardText,
  invariant,
  openBoard,
  openPrivate,
  quietEdit,
  readCardId,
  setFact,
  setFields,
} from "@secondstory/shared";
import { trackPendingChanges } from "./pending-changes.ts";
import { trackSession } from "./pending-of-session.ts";
import { targetsOfBoard } from "./pending-targets.ts";

const cardId = (text: string) => {
  const id = readCardId(text);
  invariant(id, "a test's id is an id");
  return id;
};

function setUp() {
  const board = openBoard(new Y.Doc());
  const clock = { now: 0 };
  const pending = trackPendingChanges(
    board.doc,
    (transaction) => targetsOfBoard(board, transaction),
    (transaction) => transaction.origin !== quietEdit,
    () => {},
    () => clock.now,
  );
  const add = (id: string) =>
    addCard(board, { id: cardId(id), section: "actions", rank: "a0", at: 0, text: "Do" });
  const targets = () => pending.list().map(({ target }) => target);
  return { board, pending, clock, add, targets };
}

test("[P1] a command is one change, a run of typing in one field is one change", () => {
  const { board, clock, add, targets } = setUp();
  add("one");
  const paragraph = cardText(board, cardId("one"))?.get(0);
  invariant(paragraph instanceof Y.XmlElement, "a text begins with a paragraph");
  const text = paragraph.get(0);
  invariant(text instanceof Y.XmlText, "a paragraph holds text");
  for (const letter of "typing") text.insert(text.length, letter);
  expect(targets()).toEqual(["one"]);
  clock.now = 60_000;
  text.insert(0, "later ");
  setFact(board, "severity", "sev2");
  expect(targets()).toEqual(["one", "one", "facts"]);
});

test("[P2] a change leaves the list only when a message that covers it is on disk", () => {
  const { pending, add, targets } = setUp();
  add("offline");
  pending.opened();
  add("before-step-2");
  pending.sent(1, false); // an update of what is new, without what waited
  pending.confirmed(1);
  expect(targets()).toEqual(["offline", "before-step-2"]);
  pending.sent(2, true); // the answer to the server's state vector: everything
  add("after");
  pending.sent(3, false);
  pending.confirmed(2);
  expect(targets()).toEqual(["after"]);
  pending.confirmed(3);
  expect(targets()).toEqual([]);
});

test("[P3] what was sent on a connection that broke is waiting again", () => {
  const { pending, add, targets } = setUp();
  pending.opened();
  pending.sent(1, true);
  add("lost-on-the-way");
  pending.sent(2, false);
  pending.opened();
  pending.confirmed(2);
  expect(targets()).toEqual(["lost-on-the-way"]);
});

test("[P4] what others write, and the blank card under a composer, is nothing of mine", () => {
  const { board, targets } = setUp();
  const other = openBoard(new Y.Doc());
  addCard(other, { id: cardId("theirs"), section: "helped", rank: "a0", at: 0, text: "Hello" });
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(other.doc));
  addCard(board, { id: cardId("blank"), section: "helped", rank: "a1", at: 0 }, quietEdit);
  setFields(other, cardId("theirs"), "helped", {});
  expect(targets()).toEqual([]);
});

test("[P5] what an earlier visit left behind goes with the first message that holds everything", () => {
  const { pending, targets } = setUp();
  pending.restore([{ target: "old", kind: "card", at: 0 }]);
  pending.opened();
  expect(targets()).toEqual(["old"]);
  pending.sent(1, true);
  pending.confirmed(1);
  expect(targets()).toEqual([]);
});

test("[P7] the oldest message that is not on disk is known, as long as there is one", () => {
  const { pending, add } = setUp();
  const oldest = () => pending.oldestUnconfirmed();
  pending.opened();
  pending.sent(1, true);
  add("one");
  pending.sent(2, false);
  expect(oldest()).toBe(1);
  pending.confirmed(1);
  expect(oldest()).toBe(2);
  pending.sent(3, false);
  pending.confirmed(1); // again: nothing new
  expect(oldest()).toBe(2);
  pending.confirmed(3);
  expect(oldest()).toBeUndefined();
  pending.sent(4, false);
  pending.opened(); // what was not confirmed is waiting again, and nothing of it is sent
  expect(oldest()).toBeUndefined();
});

test("[P8] what I write for myself alone waits in the same list, and is confirmed by its own connection", () => {
  const board = openBoard(new Y.Doc());
  const own = openPrivate(new Y.Doc());
  const pending = trackSession(board, own, () => {});
  const draft = new Y.Map<unknown>();
  own.drafts.set("mine", draft);
  own.composing.set("actions", "not a note"); // what stands in a composer is nothing that waits
  const text = new Y.XmlFragment();
  draft.set("text", text);
  text.insert(0, [new Y.XmlText("Nobody knew")]);
  setFact(board, "severity", "sev2");
  expect(
    pending
      .list()
      .map(({ target, kind }) => `${kind} ${target}`)
      .toSorted(),
  ).toEqual(["draft mine", "fact facts"]);
  expect(pending.list()).toBe(pending.list());

  for (const name of ["board", "private"] as const) {
    pending.of(name)?.opened();
    pending.of(name)?.sent(1, true);
  }
  pending.of("board")?.confirmed(1);
  expect(pending.list().map(({ target }) => target)).toEqual(["mine"]);
  expect(pending.oldestUnconfirmed()).toBe(-1);
  pending.of("private")?.confirmed(1);
  expect(pending.list()).toEqual([]);

  pending.restore([{ target: "mine", kind: "draft", at: 1 }]); // what an earlier visit left
  pending.of("board")?.sent(2, false);
  pending.of("board")?.confirmed(2);
  expect(pending.list()).toHaveLength(1);
});
