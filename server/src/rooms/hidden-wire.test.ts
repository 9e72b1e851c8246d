// Hidden means not sent: while a round is hidden every byte on every socket of others, every answer, export, log line and
// metric is watched for what somebody has written.
import { openControl, openPrivate, readControl, readDrafts } from "@secondstory/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Copy, fetchCopy } from "../testing/docs.ts";
import { draftUpdate, typingUpdate } from "../testing/drafts.ts";
import { testServer, type TestSeat } from "../testing/server.ts";
import { syncMessage, type TestSocket } from "../testing/socket.ts";

const docs = ["board", "control", "private"] as const;

/** Everything that came over some sockets, as bytes. */
function watched(sockets: readonly TestSocket[]): () => string {
  const raw: string[] = [];
  for (const { ws } of sockets)
    ws.on("message", (data: Buffer) => raw.push(data.toString("latin1")));
  return () => raw.join("\n");
}

/** The clients that have written in what came. */
const writersIn = (sockets: readonly TestSocket[]): readonly number[] =>
  sockets.flatMap(({ received }) =>
    received.flatMap((message) =>
      message.type === "update" || message.type === "step2"
        ? Y.decodeUpdate(message.bytes).structs.map(({ id }) => id.client)
        : [],
    ),
  );

test("[H25] before the reveal not a byte of a draft is on any socket of others, in an answer, an export, a log or a metric", async () => {
  const server = await testServer({ settings: { draftCountsMs: 20 } });
  const board = await server.createBoard();
  const ada = await server.join(board, "participant", "Ada");
  const bob = await server.join(board, "facilitator", "Bob");
  const olga = await server.join(board, "observer", "Olga");
  const open = (seat: TestSeat, doc: string) =>
    server.socket(board.id, doc, { headers: seat.headers, query: "?saved=1" });
  const others = await Promise.all([
    ...docs.map((doc) => open(bob, doc)),
    ...docs.slice(0, 2).map((doc) => open(olga, doc)),
    ...docs.slice(0, 2).map((doc) => open(ada, doc)),
  ]);
  const seen = watched(others);
  const [boardSocket, controlSocket] = others;
  if (!controlSocket || !boardSocket) throw new Error("sockets are open");
  const mine = await open(ada, "private");
  const own = openPrivate(new Copy().doc);
  for (const update of [
    draftUpdate(own, "Xylophone", "draft-of-ada"),
    draftUpdate(own, "Zeppelin", "other-of-ada", { section: "slowed" }),
    typingUpdate(own, "draft-of-ada", " Quagmire"),
  ])
    mine.send(syncMessage("update", update));
  // the counts have come, so what was written is known to the server
  const control = await fetchCopy(controlSocket);
  const helped = () => readControl(openControl(control.doc)).writing.helped;
  while (helped()?.notes !== 1) control.take((await controlSocket.next("update")).bytes);
  expect(helped()).toEqual({
    round: 1,
    isHidden: true,
    isNamed: false,
    revealedAt: null,
    notes: 1,
    isBeingWritten: false,
  });

  const get = (url: string, seat = bob) =>
    server.call({ method: "GET", url, headers: seat.headers });
  const of = (path: string) => `/api/boards/${board.id}${path}`;
  const answers = [
    ...(await Promise.all(
      ["", "/export.md", "/export.md?lang=de", "/export.json", "/links"].flatMap((path) => [
        get(of(path)),
        get(of(path), olga),
      ]),
    )),
    ...(await Promise.all(
      ["/metrics", "/healthz", "/readyz", "/api/openapi.json"].map((url) => get(url)),
    )),
    await server.ask(bob, { type: "advance" }),
    await server.ask(bob, { type: "back" }),
    await server.ask(ada, { type: "share" }),
    await server.ask(olga, { type: "reveal", sections: ["helped"] }),
    await server.ask(bob, { type: "rename", title: "Something else" }),
  ];
  const later = await Promise.all([...docs.map((doc) => open(bob, doc)), open(olga, "control")]);
  const seenLater = watched(later);
  const states = await Promise.all(later.map((socket) => fetchCopy(socket)));
  expect(seen()).toContain("Something else"); // the watch sees what there is
  const hidden = ["Xylophone", "Quagmire", "Zeppelin", "of-ada"];
  const texts = [
    seen(),
    seenLater(),
    ...states.map((copy) => Buffer.from(copy.state).toString("latin1")),
    JSON.stringify(answers),
    server.lines.join("\n"),
  ];
  for (const text of texts) for (const word of hidden) expect(text.includes(word)).toBe(false);
  expect(writersIn([...others, ...later])).not.toContain(own.doc.clientID);

  await server.ask(bob, { type: "reveal", sections: ["helped"] });
  const revealed = await boardSocket.next("update");
  expect(Buffer.from(revealed.bytes).toString("latin1")).toContain("Xylophone Quagmire");
  for (const text of [seen(), seenLater(), server.lines.join("\n")]) {
    expect(text).not.toContain("Zeppelin");
    expect(text).not.toContain("of-ada");
  }
  expect(writersIn([...others, ...later])).not.toContain(own.doc.clientID);
  // its author, and nobody else, hears which card it became
  while (readDrafts(own)[0]?.cards.length !== 1)
    Y.applyUpdate(own.doc, (await mine.next("update")).bytes);
  expect(readDrafts(own).map(({ left }) => left === undefined)).toEqual([true, false]);
});
