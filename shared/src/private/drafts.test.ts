import { expect, test } from "vitest";
import * as Y from "yjs";
import { openBoard } from "../board/board.ts";
import { addCard } from "../board/commands.ts";
import { readBoardState } from "../board/projection.ts";
import { plainText, readRichText, writeRichText, type RichText } from "../board/rich-text.ts";
import { createUndoManager } from "../board/undo.ts";
import { readDraftId, type DraftId } from "../ids.ts";
import { cardId } from "../testing/build.ts";
import { invariant } from "../result.ts";
import { createDraftsView } from "./drafts-view.ts";
import {
  clearShared,
  draftText,
  eraseDrafts,
  moveDraft,
  noteShared,
  passInDraft,
  putToWait,
  readDrafts,
  removeDraft,
  restoreDraft,
  startDraft,
  unsharedNotes,
} from "./drafts.ts";
import { hasBegun, openPrivate, type Private } from "./private.ts";

const idOf = (name: string): DraftId => {
  const id = readDraftId(name);
  invariant(id, "the test writes ids");
  return id;
};
const one = idOf("one");
const two = idOf("two");
const place = { section: "helped", rank: "a1" } as const;

function withDraft(text: string): Private {
  const own = openPrivate(new Y.Doc());
  startDraft(own, { id: one, place, at: 5, namedIn: undefined, text });
  return own;
}

const only = (own: Private) => {
  const [draft] = readDrafts(own);
  invariant(draft, "there is a draft");
  return draft;
};
const left = (own: Private) => plainText(only(own).left ?? []);
const lineOf = (own: Private, index = 0): Y.XmlText => {
  const paragraph = draftText(own, one)?.get(index);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  invariant(text instanceof Y.XmlText, "the paragraph has words");
  return text;
};
const share = (own: Private, card = "card") =>
  noteShared(own, [{ draft: one, card: cardId(card) }], 9);

test("a draft is begun once, moved, taken away and put back", () => {
  const own = withDraft("We had a runbook");
  expect(startDraft(own, { id: one, place, at: 6, namedIn: 1 }).ok).toBe(false);
  startDraft(own, { id: two, place: { ...place, rank: "a0" }, at: 6, namedIn: 1 });
  expect(readDrafts(own).map(({ id }) => id)).toEqual([two, one]);
  moveDraft(own, one, { section: "slowed", rank: "a0" });
  expect(readDrafts(own)[0]).toMatchObject({
    id: one,
    section: "slowed",
    plain: "We had a runbook",
    namedIn: undefined,
    createdAt: 5,
    cards: [],
  });
  removeDraft(own, one, 7);
  expect(readDrafts(own).map(({ id }) => id)).toEqual([two]);
  expect(moveDraft(own, one, place).ok).toBe(false);
  restoreDraft(own, one);
  expect(readDrafts(own).map(({ id }) => id)).toEqual([one, two]);
});

test("what cannot be read is left alone and hides nothing", () => {
  const own = withDraft("We had a runbook");
  own.drafts.set("junk", 5);
  own.drafts.set("__proto__", new Y.Map());
  const odd = new Y.Map<unknown>();
  own.drafts.set("odd", odd);
  odd.set("place", { section: "nowhere", rank: "a0" });
  expect(readDrafts(own)).toHaveLength(1);
});

test("[H1] a word that is finished after the reveal is left from where it was cut", () => {
  const own = withDraft("We had no sec");
  share(own);
  expect(only(own).left).toBeUndefined();
  lineOf(own).insert(13, "ond pager");
  expect(left(own)).toBe("ond pager");
  share(own, "later");
  expect(only(own)).toMatchObject({ left: undefined, cards: ["card", "later"] });
});

test("[H1] what an editor takes away and writes anew in another paragraph is not left", () => {
  const own = withDraft("The alert came late and nobody saw it");
  share(own);
  const line = lineOf(own);
  line.delete(19, line.length - 19);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(" and nobody saw it")]);
  draftText(own, one)?.insert(1, [paragraph]);
  expect(only(own).left).toBeUndefined();
  lineOf(own, 1).insert(18, " in time");
  expect(left(own)).toBe("in time");
});

test("[H1] who writes something else in its place has all of it left", () => {
  const own = withDraft("The alert came late");
  share(own);
  lineOf(own).delete(0, 19);
  lineOf(own).insert(0, "Nobody had read the runbook");
  expect(left(own)).toBe("Nobody had read the runbook");
});

test("[H1] what was struck out and comes back by undo is not left", () => {
  const own = withDraft("The alert came late");
  share(own);
  lineOf(own).delete(4, 6);
  lineOf(own).insert(4, "alert ");
  expect(only(own).left).toBeUndefined();
});

test("[H2] marks, lists and breaks go along", () => {
  const text: RichText = [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Read ", marks: [] },
        { type: "text", text: "this", marks: [{ type: "bold" }, { type: "italic" }] },
        { type: "hardBreak" },
        { type: "text", text: "log", marks: [{ type: "link", href: "https://example.org" }] },
      ],
    },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [] }] }],
        },
      ],
    },
    { type: "blockquote", content: [{ type: "paragraph", content: [] }] },
  ];
  const board = openBoard(new Y.Doc());
  addCard(board, {
    id: cardId("a"),
    ...place,
    at: 1,
    text: (fragment) => writeRichText(fragment, text),
  });
  expect(readBoardState(board).cards[cardId("a")]?.text).toEqual(text);
});

test("[H1] what is left keeps its form, without the blocks of which nothing is left", () => {
  const own = withDraft("The alert came late\nsecond");
  share(own);
  lineOf(own).insert(19, " again", { bold: {} });
  expect(only(own).left).toEqual([
    {
      type: "paragraph",
      content: [{ type: "text", text: "again", marks: [{ type: "bold" }] }],
    },
  ]);
});

test("[H3] a draft is cleared once it holds no more than was shared; what another device typed stays", () => {
  const own = withDraft("The alert came late");
  const other = openPrivate(new Y.Doc());
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(own.doc));
  share(own);
  clearShared(own);
  expect(only(own)).toMatchObject({ isBlank: true, left: undefined });
  lineOf(other).insert(19, " and often");
  Y.applyUpdate(own.doc, Y.encodeStateAsUpdate(other.doc));
  expect(left(own)).toBe("and often");
  clearShared(own);
  expect(left(own)).toBe("and often");
});

test("[H3] drafts that were not shared are not cleared", () => {
  const own = withDraft("The alert came late");
  clearShared(own);
  expect(left(own)).toBe("The alert came late");
});

test("who wrote a draft is who began its card, and drops the draft when that is erased", () => {
  const own = withDraft("The alert came late");
  putToWait(own, [one], 8);
  expect(only(own).waitsSince).toBe(8);
  share(own);
  expect(only(own).waitsSince).toBeUndefined();
  expect(hasBegun(own, cardId("card"))).toBe(true);
  eraseDrafts(own, [cardId("another")]);
  expect(readDrafts(own)).toHaveLength(1);
  eraseDrafts(own, [cardId("card")]);
  expect(readDrafts(own)).toEqual([]);
});

test("[H5] when a note is erased, what was typed since stays with its author, and nothing of the note", () => {
  const own = withDraft("Her password is secret");
  share(own);
  lineOf(own).insert(22, " and we had no runbook");
  lineOf(own).delete(16, 6);
  lineOf(own).insert(16, "secret"); // written anew, as an undo does
  eraseDrafts(own, [cardId("another")]);
  expect(only(own).plain).toBe("Her password is secret and we had no runbook");
  eraseDrafts(own, [cardId("card")]);
  expect(only(own)).toMatchObject({ plain: " and we had no runbook", cards: [] });
  expect(left(own)).toBe("and we had no runbook");
  expect(JSON.stringify(own.doc.toJSON())).not.toContain("secret");
  share(own, "second");
  expect(only(own)).toMatchObject({ left: undefined, cards: [cardId("second")] });
  lineOf(own).insert(22, "!");
  expect(left(own)).toBe("!");
  eraseDrafts(own, [cardId("second")]);
  expect(only(own).plain).toBe("!");
});

test("[H5] of a draft that became two notes the other one's card stays noted", () => {
  const own = withDraft("One");
  share(own, "first");
  lineOf(own).insert(3, " two");
  share(own, "second");
  lineOf(own).insert(7, " three");
  eraseDrafts(own, [cardId("first")]);
  expect(only(own)).toMatchObject({ plain: " three", cards: [cardId("second")] });
  expect(left(own)).toBe("three");
});

test("[H4] a revealed note is not undone by anybody's undo", () => {
  const board = openBoard(new Y.Doc());
  const undo = createUndoManager(board);
  addCard(board, { id: cardId("mine"), ...place, at: 1, text: "mine" });
  const server = openBoard(new Y.Doc());
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(board.doc));
  addCard(server, { id: cardId("revealed"), ...place, at: 2, text: "revealed" });
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(server.doc), "remote");
  while (undo.canUndo()) undo.undo();
  expect(readBoardState(board).cards[cardId("revealed")]?.plain).toBe("revealed");
});

test("a keystroke makes one draft anew", () => {
  const own = withDraft("One");
  startDraft(own, {
    id: two,
    place: { ...place, rank: "a2" },
    at: 6,
    namedIn: undefined,
    text: "Two",
  });
  const view = createDraftsView(own);
  const [first, second] = view.getState();
  let calls = 0;
  view.subscribe(() => (calls += 1));
  lineOf(own).insert(3, "!");
  expect(calls).toBe(1);
  expect(view.getState()[0]).not.toBe(first);
  expect(view.getState()[1]).toBe(second);
  removeDraft(own, one, 8);
  expect(view.getState()).toEqual([second]);
  expect(readRichText(draftText(own, one) ?? new Y.XmlFragment())).toHaveLength(1);
});

test("[W15] a pass waits like words, is shared once, and words take its place", () => {
  const own = openPrivate(new Y.Doc());
  const begin = (id: DraftId, section: "check-in" | "helped", text = "") => {
    startDraft(own, { id, place: { section, rank: "a1" }, at: 5, namedIn: 1, text });
    passInDraft(own, id);
  };
  begin(one, "check-in");
  begin(two, "helped"); // nobody passes there
  expect(unsharedNotes(own)).toMatchObject([{ draft: one, passes: true }]);
  noteShared(own, [{ draft: one, card: cardId("c") }], 6);
  expect(unsharedNotes(own)).toEqual([]);
  const three = idOf("three");
  begin(three, "check-in", "Foggy");
  expect(unsharedNotes(own)).toMatchObject([{ draft: three, passes: false }]);
});
