import {
  addCard,
  noteBegun,
  openBoard,
  readBoardState,
  readCardId,
  readKeptWords,
  type CardId,
  type SectionId,
} from "@secondstory/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { AuditEvent } from "../audit/audit.ts";
import { replica, textIn, type Replica } from "../testing/replica.ts";
import { must, testServer, type TestSeat, type TestServer } from "../testing/server.ts";

/** Letters that stand nowhere else, nor by chance. */
const words = "𠜎𠜱 Priya 𠝹";
const letters = ["𠜎", "𠜱", "𠝹"];

const cardId = (text: string): CardId => must(readCardId(text));
const note = cardId("note");

const lettersIn = (bytes: readonly Uint8Array[]): readonly string[] =>
  letters.filter((letter) => bytes.some((one) => Buffer.from(one).includes(letter)));

const put = (copy: Replica, id: CardId, text: string, section: SectionId = "helped") =>
  copy.write(() => addCard(copy.board, { id, section, rank: id, at: 1, text }));

async function meeting() {
  const clock = { at: 1_000 };
  const audited: AuditEvent[] = [];
  const server = await testServer({
    now: () => clock.at,
    audit: async (event) => void audited.push(event),
  });
  const board = await server.createBoard();
  const noa = await server.join(board, "facilitator", "Noa");
  const ada = await server.join(board, "participant", "Ada");
  const priya = await server.join(board, "participant", "Priya Shah");
  const adas = await replica(server, ada);
  const own = await replica(server, ada, "private");
  await put(adas, note, words);
  await own.write(() => noteBegun(own.own, note, 1));
  return { server, board, noa, ada, priya, adas, own, clock, audited };
}

async function ask(server: TestServer, seat: TestSeat, request: Readonly<Record<string, unknown>>) {
  const { status, body } = await server.ask(seat, { card: note, ...request });
  return status === 200 ? 200 : body.error.code;
}

async function keptBy(server: TestServer, seat: TestSeat) {
  const own = await replica(server, seat, "private");
  return { bytes: own.heard, kept: readKeptWords(own.own) };
}

async function stored(server: TestServer, { board }: TestSeat, path: "board" | "control") {
  const { state, rows } = await server.storage.loadDoc(board, path);
  return [...(state ? [state] : []), ...rows.map(({ update }) => update)];
}

const cardOf = async (server: TestServer, seat: TestSeat, id = note) => {
  const copy = await replica(server, seat);
  return { card: must(readBoardState(copy.board).cards[id]), heard: copy.heard };
};

test("[Z1] the words of a note that is set aside leave the board and its history; its author alone has them", async () => {
  const { server, noa, ada, priya } = await meeting();
  expect(await ask(server, noa, { type: "setAside" })).toBe(200);
  const { card, heard } = await cardOf(server, priya);
  expect(card).toMatchObject({ plain: "", asideAt: 1_000, section: "helped" });
  expect(lettersIn(heard)).toEqual([]);
  expect(lettersIn(await stored(server, noa, "board"))).toEqual([]);
  for (const file of ["export.md", "export.json"]) {
    const url = `/api/boards/${noa.board}/${file}`;
    const { body } = await server.call({ method: "GET", url, headers: noa.headers });
    expect(lettersIn([Buffer.from(JSON.stringify(body))])).toEqual([]);
  }
  for (const other of [noa, priya])
    expect(lettersIn((await keptBy(server, other)).bytes)).toEqual([]);
  expect((await keptBy(server, ada)).kept).toEqual([
    { card: note, text: words, evidence: [], isMine: true, at: 1_000 },
  ]);
});

test("[Z2] who leads may set a note aside, and whom it names; nobody else, and no other kind of card", async () => {
  const { server, board, noa, ada, priya, adas } = await meeting();
  const eva = await server.join(board, "observer");
  const ben = await server.join(board, "participant", "Ben");
  await put(adas, cardId("action"), "Priya adds an alert", "actions");
  expect(await ask(server, eva, { type: "setAside" })).toBe("role-too-low");
  expect(await ask(server, ben, { type: "setAside" })).toBe("not-named");
  expect(await ask(server, ada, { type: "setAside" })).toBe("not-named");
  for (const name of ["Priya", "Ben", "Priya"])
    expect((await server.ask(ben, { type: "rename", name })).status).toBe(200);
  expect(await ask(server, ben, { type: "setAside" })).toBe("not-named");
  const comingBack = {
    method: "POST",
    url: `/api/boards/${board.id}/join`,
    headers: ben.headers,
  } as const;
  expect((await server.call({ ...comingBack, payload: { name: "Priya S" } })).status).toBe(200);
  expect(await ask(server, ben, { type: "setAside" })).toBe("not-named");
  expect(await ask(server, noa, { type: "setAside", card: "action" })).toBe("not-foldable");
  expect(await ask(server, noa, { type: "setAside", card: "never" })).toBe("card-unknown");
  expect(await ask(server, priya, { type: "setAside" })).toBe(200);
});

test("[Z3] nobody learns who wrote it: not from control, the audit log, the server's log, nor from who puts it back", async () => {
  const { server, noa, ada, audited } = await meeting();
  const before = Buffer.concat(await stored(server, noa, "control"));
  await ask(server, noa, { type: "setAside" });
  const lines = server.lines.length;
  expect(await ask(server, ada, { type: "putBack", text: "The alert came late" })).toBe(200);
  expect(Buffer.concat(await stored(server, noa, "control")).equals(before)).toBe(true);
  expect(audited.filter(({ by }) => by === ada.participant).map(({ event }) => event)).toEqual([
    "join",
  ]);
  expect(audited.at(-1)).toEqual({ event: "set-aside", board: noa.board, by: noa.participant });
  expect(server.lines.slice(lines).filter((line) => line.includes(ada.participant))).toEqual([]);
  const copy = await replica(server, noa);
  const writer = (key: string) =>
    (copy.board.cards.get(note) as Y.Map<unknown>)._map.get(key)?.id.client;
  expect(writer("text")).not.toBe(writer("place"));
});

test("[Z4] where nobody can be found who wrote it, those who lead have the words, and may put them back as they were", async () => {
  const { server, noa, ada, adas } = await meeting();
  const found = cardId("found");
  await put(adas, found, words);
  await ask(server, noa, { type: "setAside", card: found });
  expect((await keptBy(server, ada)).kept).toEqual([]);
  expect((await keptBy(server, noa)).kept).toMatchObject([{ card: found, isMine: false }]);
  expect(await ask(server, ada, { type: "putBack", card: found, text: "Other" })).toBe(
    "not-yours-to-reword",
  );
  expect(await ask(server, noa, { type: "putBack", card: found, text: words })).toBe(200);
  expect((await cardOf(server, noa, found)).card).toMatchObject({
    plain: words,
    asideAt: undefined,
  });
  expect((await keptBy(server, noa)).kept).toEqual([]);
});

test("[Z5] it comes back in other words, in its place and with its evidence, once", async () => {
  const { server, noa, ada, adas } = await meeting();
  const piece = { type: "log", label: "Pager", url: null, text: "late", addedAt: 1 };
  await adas.write(() => {
    const evidence = (adas.board.cards.get(note) as Y.Map<unknown>).get("evidence");
    (evidence as Y.Map<unknown>).set("piece", piece);
  });
  await ask(server, noa, { type: "setAside" });
  expect((await cardOf(server, noa)).card.evidence).toEqual([]);
  expect(
    await ask(server, ada, { type: "putBack", text: `  ${words.replaceAll(" ", "  ")}` }),
  ).toBe("not-reworded");
  expect(await ask(server, noa, { type: "putBack", text: "Mine" })).toBe("not-yours-to-reword");
  expect(await ask(server, ada, { type: "putBack", text: "Two\nlines" })).toBe(200);
  expect(await ask(server, ada, { type: "putBack", text: "Again" })).toBe(200);
  const { card } = await cardOf(server, noa);
  expect(card).toMatchObject({ plain: "Two\nlines", asideAt: undefined, rank: note });
  expect(card.evidence).toEqual([{ id: "piece", ...piece }]);
  expect((await keptBy(server, ada)).kept).toEqual([]);
});

test("[Z6] whoever set it aside may take that back for a moment, with every mark in it", async () => {
  const { server, noa, ada, priya, adas, clock } = await meeting();
  await adas.write(() => textIn(adas.board, note).format(0, 2, { bold: {} }));
  const { text } = (await cardOf(server, noa)).card;
  await ask(server, noa, { type: "setAside" });
  expect(await ask(server, priya, { type: "undoSetAside" })).toBe("undo-too-late");
  expect(await ask(server, noa, { type: "undoSetAside" })).toBe(200);
  expect(await ask(server, noa, { type: "undoSetAside" })).toBe(200);
  expect((await cardOf(server, noa)).card).toMatchObject({ text, asideAt: undefined });
  expect((await keptBy(server, ada)).kept).toEqual([]);
  await ask(server, noa, { type: "setAside" });
  clock.at += 20_001;
  expect(await ask(server, noa, { type: "undoSetAside" })).toBe("undo-too-late");
});

test("[Z7] what was typed into it meanwhile, or without a connection, does not come back to the board", async () => {
  const { server, noa, ada, adas, priya } = await meeting();
  const offline = new Y.Doc();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(adas.doc));
  textIn(openBoard(offline), note).insert(0, "unheard ");
  await ask(server, noa, { type: "setAside" });
  await adas.sendAll(offline);
  expect((await cardOf(server, priya)).card).toMatchObject({ plain: "", asideAt: 1_000 });
  await ask(server, ada, { type: "putBack", text: "Reworded" });
  expect((await cardOf(server, priya)).card.plain).toBe("Reworded");
  await adas.fetch(offline);
  expect(readBoardState(openBoard(offline)).cards[note]?.plain).toBe("Reworded");
});

test("[Z8] two who set it aside at once do it once; a request that is sent again changes nothing", async () => {
  const { server, noa, ada, priya } = await meeting();
  const [one, other] = await Promise.all([
    ask(server, noa, { type: "setAside", id: "a" }),
    ask(server, priya, { type: "setAside", id: "b" }),
  ]);
  expect([one, other]).toEqual([200, 200]);
  expect((await keptBy(server, ada)).kept).toMatchObject([{ text: words }]);
  await ask(server, ada, { type: "putBack", text: "Reworded by me" });
  expect(await ask(server, noa, { type: "setAside", id: "a" })).toBe(200);
  expect((await cardOf(server, noa)).card.plain).toBe("Reworded by me");
  expect(await ask(server, noa, { type: "setAside", id: "c", from: "actions" })).toBe(200);
  expect((await cardOf(server, noa)).card.plain).toBe("Reworded by me");
});

test("[Z9] a sealed board takes none of it, a removed note cannot be folded, and erasing takes along what was kept", async () => {
  const { server, noa, ada, own } = await meeting();
  await ask(server, noa, { type: "setAside" });
  await ask(server, noa, { type: "seal" });
  expect(await ask(server, ada, { type: "putBack", text: "Reworded" })).toBe("sealed");
  await ask(server, noa, { type: "reopen" });
  expect(await ask(server, noa, { type: "erase" })).toBe(200);
  expect((await keptBy(server, ada)).kept).toEqual([]);
  expect(await ask(server, ada, { type: "putBack", text: "Reworded" })).toBe("card-unknown");
  const after = new Y.Doc();
  await own.fetch(after);
  expect(lettersIn([Y.encodeStateAsUpdate(after)])).toEqual([]);
});
