// A copy in IndexedDB and a document on the screen, and what is left in them after the server has erased something.
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import {
  addCard,
  createControlView,
  createUndoManager,
  localEdit,
  openBoard,
  openControl,
  readCardId,
  invariant,
  type Board,
  type CardId,
} from "@secondstory/shared";
import { eraseHere } from "./erase-here.ts";
import { deleteCopies, keepCopy } from "./local-copy.ts";

/** Letters that stand nowhere else: a single one that is left anywhere is found. */
const secret = [..."龘靐齉爩鱻麤"];

const cardId = (text: string): CardId => {
  const id = readCardId(text);
  invariant(id, "the test writes ids");
  return id;
};
const [gone, kept] = [cardId("gone"), cardId("kept")];

/** Everything that lies in a database, as the letters of the secret that are found in it. */
async function foundIn(name: string): Promise<readonly string[]> {
  const bytes = await new Promise<readonly Uint8Array[]>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener("error", () => reject(new Error("not opened")));
    opening.addEventListener("success", () => {
      const reading: IDBRequest<Uint8Array[]> = opening.result
        .transaction("updates")
        .objectStore("updates")
        .getAll();
      reading.addEventListener("success", () => {
        opening.result.close();
        resolve(reading.result);
      });
    });
  });
  const text = bytes.map((one) => new TextDecoder().decode(one)).join("\n");
  return secret.filter((letter) => text.includes(letter));
}

const lettersIn = (doc: Y.Doc): readonly string[] => {
  const text = new TextDecoder().decode(Y.encodeStateAsUpdate(doc));
  return secret.filter((letter) => text.includes(letter));
};

const textIn = ({ cards }: Board, id: CardId): Y.XmlText => {
  const text = (cards.get(id) as Y.Map<Y.XmlFragment>).get("text") as Y.XmlFragment;
  return (text.get(0) as Y.XmlElement).get(0) as Y.XmlText;
};

/** A browser with a copy, in which somebody has typed the secret and deleted a part of it. */
async function browser(name: string) {
  const doc = new Y.Doc();
  const board = openBoard(doc);
  const control = openControl(new Y.Doc());
  const undoManager = createUndoManager(board);
  const copy = await keepCopy(name, doc);
  for (const id of [gone, kept])
    addCard(board, { id, section: "helped", rank: id, at: 1, text: `words of ${id}` });
  for (const letter of secret) doc.transact(() => textIn(board, gone).insert(0, letter), localEdit);
  doc.transact(() => textIn(board, gone).delete(1, 3), localEdit);
  doc.transact(() => textIn(board, kept).insert(0, "more "), localEdit);
  const asked: string[] = [];
  const forgotten: string[] = [];
  const options = {
    board,
    controlView: createControlView(control),
    undoManager,
    others: [control.doc],
    forgetPending: (card: string) => forgotten.push(card),
    askAnew: () => asked.push("board"),
  };
  const erasures = eraseHere(options, [copy]);
  onTestFinished(async () => {
    erasures.close();
    await copy.destroy();
    await deleteCopies([name]);
  });
  return { doc, board, control, undoManager, copy, erasures, asked, forgotten };
}

test("[N19] an erased card is out of document, steps and copy, and everything else is as it was", async () => {
  const name = "test:erased-card";
  const { doc, board, control, undoManager, copy, erasures, asked, forgotten } =
    await browser(name);
  const sent: unknown[] = [];
  doc.on("update", (_bytes, origin) => sent.push(origin));
  expect(await foundIn(name)).toEqual(secret);

  control.doc.transact(() => {
    control.erased.set(gone, 5);
    control.meeting.set("erasures", 1);
  });
  expect(board.cards.has(gone)).toBe(false);
  expect(sent).toEqual(["erased-by-server"]); // which no socket sends
  expect([asked, forgotten.includes(gone)]).toEqual([["board"], true]);
  expect(lettersIn(doc)).toEqual([]);
  erasures.inStep();
  await expect.poll(() => copy.get("erasures")).toBe(1);
  expect(await foundIn(name)).toEqual([]);

  while (undoManager.undo());
  expect(textIn(board, kept).toString()).toBe("");
  while (undoManager.redo());
  expect(textIn(board, kept).toString()).toBe("more words of kept");
  expect(lettersIn(doc)).toEqual([]);
  const again = new Y.Doc();
  const reloaded = await keepCopy(name, again);
  expect([...openBoard(again).cards.keys()]).toEqual([kept]);
  await reloaded.destroy();
});

test("[N19] what was deleted before is out of steps and copy once the server says so", async () => {
  const name = "test:erased-deleted";
  const { doc, board, control, undoManager, copy, erasures } = await browser(name);
  doc.transact(() => textIn(board, gone).delete(0, 3), localEdit);
  expect(lettersIn(doc)).toEqual(secret); // undo keeps them
  control.meeting.set("erasures", 1);
  expect(undoManager.canUndo()).toBe(false);
  erasures.inStep();
  await expect.poll(() => copy.get("erasures")).toBe(1);
  expect(lettersIn(doc)).toEqual([]);
  expect(await foundIn(name)).toEqual([]);
  expect(textIn(board, gone).toString()).toBe("words of gone");
});

test("[N19] a copy that comes back late, or a card that somebody brings back, does not stay", async () => {
  const { doc, board, control } = await browser("test:erased-late");
  control.doc.transact(() => {
    control.erased.set("later", 5);
    control.meeting.set("erasures", 1);
  });
  const other = new Y.Doc();
  addCard(openBoard(other), {
    id: cardId("later"),
    section: "helped",
    rank: "x",
    at: 1,
    text: secret.join(""),
  });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "a socket");
  expect(board.cards.has("later")).toBe(false);
  expect(board.cards.has(kept)).toBe(true);
});
