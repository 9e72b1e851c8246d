import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  addCard,
  hasBegun,
  noteBegun,
  openBoard,
  readBoardState,
  readCardId,
  type Board,
  type CardId,
} from "@secondstory/shared";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { openSqliteStorage } from "../storage/sqlite.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";
import { roomScene, type Guest } from "../testing/room.ts";
import { replica, textIn } from "../testing/replica.ts";
import { must, testServer, type TestSeat } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

/** Letters of four bytes that stand nowhere else, nor by chance: a single one that is left anywhere is found. */
const secret = [..."𠜎𠜱𠝹𠱓𠱸𠲖"];

const cardId = (text: string): CardId => must(readCardId(text));

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

const typeIn = (board: Board, id: CardId, letters: readonly string[]) => {
  for (const letter of letters) textIn(board, id).insert(textIn(board, id).length, letter);
};

const add = (board: Board, id: CardId, text: string) =>
  addCard(board, { id, section: "helped", rank: id, at: 1, text });

async function foundIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return lettersIn(files);
}

const lettersIn = (files: readonly Buffer[]): readonly string[] =>
  secret.filter((letter) =>
    files.some((bytes) => bytes.includes(letter) || bytes.includes(letter, 0, "utf16le")),
  );

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "second-story-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("[S42] an erased card is nowhere: not in the database, no export, no answer, and not in what a newcomer gets", async () => {
  const folder = await dataFolder();
  const storage = await openSqliteStorage(folder);
  const server = await testServer({ storage });
  const board = await server.createBoard();
  const ada = await server.join(board, "participant");
  const [onBoard, own] = [await replica(server, ada), await replica(server, ada, "private")];
  const [gone, kept] = [cardId("gone"), cardId("kept")];
  await onBoard.write(() => {
    add(onBoard.board, gone, "x");
    add(onBoard.board, kept, "Words that stay");
    typeIn(onBoard.board, gone, secret);
    textIn(onBoard.board, gone).delete(3, 2);
  });
  await own.write(() => {
    for (const length of secret.keys())
      own.own.composing.set("helped", secret.slice(0, length + 1).join(""));
    own.own.composing.delete("helped");
    noteBegun(own.own, gone, 1);
  });
  expect(await foundIn(folder)).toEqual(secret);
  const offline = copyOf(onBoard.doc);

  expect(await server.ask(ada, { type: "erase", card: gone })).toMatchObject({
    status: 200,
    body: { control: { erased: [gone], erasures: 1 } },
  });
  expect(await foundIn(folder)).toEqual([]);
  const newcomer = await replica(server, await server.join(board, "observer"));
  const { cards } = readBoardState(newcomer.board);
  expect(Object.keys(cards)).toEqual([kept]);
  expect(cards[kept]?.plain).toBe("Words that stay");
  expect(lettersIn(newcomer.heard)).toEqual([]);
  for (const file of ["export.md", "export.json"]) {
    const url = `/api/boards/${board.id}/${file}`;
    const { status, body } = await server.call({ method: "GET", url, headers: ada.headers });
    expect([status, lettersIn([Buffer.from(JSON.stringify(body))])]).toEqual([200, []]);
  }

  // somebody wrote on in the card without a connection, another one makes it anew
  typeIn(openBoard(offline), gone, secret);
  (openBoard(offline).cards.get(gone) as Y.Map<string>).set("owner", secret.join(""));
  await onBoard.fetch();
  await onBoard.sendAll(offline);
  const maker = new Y.Doc();
  add(openBoard(maker), gone, secret.join(""));
  await onBoard.sendAll(maker);
  expect(await foundIn(folder)).toEqual([]);

  // the next process knows of it too
  await server.app.close();
  const again = await testServer({ storage: await openSqliteStorage(folder) });
  const back = await replica(again, ada);
  typeIn(openBoard(offline), gone, secret);
  await back.sendAll(offline);
  await back.fetch(offline);
  expect(readBoardState(openBoard(offline)).cards[gone]).toBeUndefined();
  expect(lettersIn([Buffer.from(Y.encodeStateAsUpdate(offline))])).toEqual([]);
  expect(await foundIn(folder)).toEqual([]);
  await again.app.close();
  expect(await foundIn(folder)).toEqual([]);
});

test("[S42] words that were deleted from a text leave the history on request, and what stands there stays", async () => {
  const folder = await dataFolder();
  const server = await testServer({ storage: await openSqliteStorage(folder) });
  const board = await server.createBoard();
  const [lea, bob] = [
    await server.join(board, "facilitator"),
    await server.join(board, "participant"),
  ];
  const onBoard = await replica(server, lea);
  await onBoard.write(() => {
    const { summary } = onBoard.board.texts;
    summary.insert(0, [new Y.XmlText(`before ${secret.join("")} after`)]);
  });
  await onBoard.write(() => {
    (onBoard.board.texts.summary.get(0) as Y.XmlText).delete(7, secret.join("").length + 1);
  });
  expect(await foundIn(folder)).toEqual(secret);
  expect((await server.ask(bob, { type: "eraseDeleted" })).status).toBe(403);
  expect((await server.ask(lea, { type: "eraseDeleted" })).status).toBe(200);
  expect(await foundIn(folder)).toEqual([]);
  const newcomer = await replica(server, bob);
  expect(newcomer.board.texts.summary.toJSON()).toBe("before after");
});

test("[S44] a facilitator erases any card, others what they signed or say to have begun, observers nothing", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const [lea, ada, bob, eva] = [
    await server.join(board, "facilitator"),
    await server.join(board, "participant"),
    await server.join(board, "participant"),
    await server.join(board, "observer"),
  ];
  const [onBoard, own] = [await replica(server, ada), await replica(server, ada, "private")];
  await onBoard.write(() => {
    for (const id of ["one", "two"]) add(onBoard.board, cardId(id), "words");
    const signed = {
      section: "check-in",
      rank: "a",
      at: 1,
      text: "Fine",
      by: bob.participant,
    } as const;
    addCard(onBoard.board, { id: cardId("signed"), ...signed });
  });
  await own.write(() => noteBegun(own.own, cardId("one"), 1));
  expect(hasBegun(own.own, cardId("one"))).toBe(true);
  const ask = async (seat: TestSeat, card: string) => {
    const { status, body } = await server.ask(seat, { type: "erase", card });
    return status === 200 ? 200 : body.error.code;
  };
  expect(await ask(eva, "one")).toBe("role-too-low");
  expect(await ask(bob, "one")).toBe("not-the-author");
  expect(await ask(ada, "signed")).toBe("not-the-author");
  expect(await ask(lea, "never")).toBe("card-unknown");
  expect(await ask(ada, "one")).toBe(200);
  expect(await ask(bob, "signed")).toBe(200);
  await server.ask(lea, { type: "seal" });
  expect(await ask(lea, "two")).toBe(200);
  expect(await ask(bob, "two")).toBe(200); // it is gone already
});

test("[S42] what the disk did not take is erased when the room is next loaded", async () => {
  const storage = new FragileStorage();
  const first = await roomScene({ idleMs: 0 }, storage);
  const lea = await first.person("facilitator");
  const guest = await first.enter(lea);
  const doc = new Y.Doc();
  add(openBoard(doc), cardId("gone"), secret.join(""));
  guest.room.receive(guest.peer, syncMessage("update", Y.encodeStateAsUpdate(doc)));
  storage.isCompactBroken = true;
  const erasing = guest.room.decide(
    { type: "erase", card: cardId("gone") },
    guest.peer.identity,
    [],
  );
  await expect(erasing).rejects.toMatchObject({ code: "disk" });
  const bytes = async () => {
    const { state, rows } = await storage.loadDoc(first.board, "board");
    return [...(state ? [state] : []), ...rows.map(({ update }) => update)].map((one) =>
      Buffer.from(one),
    );
  };
  expect(lettersIn(await bytes())).toEqual(secret);
  guest.leave();
  storage.isCompactBroken = false;

  const second = await roomScene({}, storage, first.board);
  const back: Guest = await second.enter(lea);
  await back.room.decide({ type: "erase", card: cardId("gone") }, back.peer.identity, []);
  expect(lettersIn(await bytes())).toEqual([]);
  expect((await storage.readBoard(first.board))?.erasures).toBe(1);
});
