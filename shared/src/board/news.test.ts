import * as Y from "yjs";
import { expect, test } from "vitest";
import { cardId, Replicas } from "../testing/index.ts";
import { addCard, cardText, moveCard, removeCard, setFields } from "./commands.ts";
import { quietEdit } from "./board.ts";
import { heardBy, newsIn, newsKinds } from "./news.ts";
import { sections, type SectionId } from "../sections/index.ts";
import { writePlainText } from "./rich-text.ts";

const put = (replicas: Replicas, at: number, id: string, section = "timeline" as const) =>
  addCard(replicas.at(at).board, { id: cardId(id), section, rank: "a0", at: 0, text: id });
const news = (replicas: Replicas, since: ReturnType<typeof heardBy>) => {
  const { board, view } = replicas.at(0);
  return newsIn(
    [{ since, upTo: heardBy(board) }],
    board,
    view.getState(),
    new Set([board.doc.clientID]),
  );
};

test("[V1] what others put there since is news; what I did, and what was there, is not", () => {
  const replicas = new Replicas(3);
  put(replicas, 1, "before");
  replicas.settle();
  const since = heardBy(replicas.at(0).board);
  put(replicas, 0, "mine");
  put(replicas, 1, "theirs");
  addCard(replicas.at(2).board, {
    id: cardId("note"),
    section: "helped",
    rank: "a0",
    at: 0,
    text: "x",
  });
  setFields(replicas.at(1).board, cardId("before"), "timeline", { kind: "alert" });
  expect(news(replicas, since)).toEqual([]);
  replicas.settle();
  expect(news(replicas, since)).toEqual([
    { kind: "events", cards: ["theirs"] },
    { kind: "notes", cards: ["note"] },
  ]);
  expect(news(replicas, heardBy(replicas.at(0).board))).toEqual([]);
});

test("[V1] what comes while I am here is none", () => {
  const replicas = new Replicas(3);
  const { board, view } = replicas.at(0);
  const since = heardBy(board);
  put(replicas, 1, "meanwhile");
  replicas.settle();
  const upTo = heardBy(board);
  put(replicas, 1, "live");
  replicas.settle();
  expect(newsIn([{ since, upTo }], board, view.getState(), new Set())).toEqual([
    { kind: "events", cards: ["meanwhile"] },
  ]);
});

test("[V1] what came late counts, although it was written before I left", () => {
  const replicas = new Replicas(3);
  put(replicas, 1, "tunnel");
  const since = heardBy(replicas.at(0).board);
  replicas.settle();
  expect(news(replicas, since)).toHaveLength(1);
});

test("[V1] what is not on the board any more is no news, and a move is none", () => {
  const replicas = new Replicas(3);
  put(replicas, 1, "kept");
  replicas.settle();
  const since = heardBy(replicas.at(0).board);
  put(replicas, 1, "removed");
  removeCard(replicas.at(1).board, cardId("removed"), 1);
  moveCard(replicas.at(1).board, cardId("kept"), { section: "helped", rank: "a1" });
  replicas.settle();
  expect(news(replicas, since)).toEqual([]);
});

test("[V1] a card that was blank then counts once others have written in it", () => {
  const replicas = new Replicas(3);
  const blank = { id: cardId("blank"), section: "helped" as const, rank: "a0", at: 0 };
  addCard(replicas.at(1).board, blank, quietEdit);
  replicas.settle();
  const since = heardBy(replicas.at(0).board);
  expect(news(replicas, since)).toEqual([]);
  const text = cardText(replicas.at(1).board, cardId("blank"));
  if (text) writePlainText(text, "the runbook");
  replicas.settle();
  expect(news(replicas, since)).toEqual([{ kind: "notes", cards: ["blank"] }]);
  const heard = heardBy(replicas.at(0).board);
  text?.insert(0, [new Y.XmlElement("paragraph")]);
  replicas.settle();
  expect(news(replicas, heard)).toEqual([]);
});

test("every section is of one kind of news", () => {
  const told = newsKinds.flatMap((kind): readonly SectionId[] => kind.sections);
  expect(new Set(told).size).toBe(told.length);
  const quiet = sections.map(({ id }) => id).filter((id) => !told.includes(id));
  expect(quiet).toEqual([]);
});
