// A board from before the meeting was held on it: made by the server of 22 November 2026, with its own database, as schema 1.
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import {
  phaseIds,
  readBoardId,
  readBoardState,
  readParticipantId,
  schemaVersion,
  type BoardId,
} from "@secondstory/shared";
import { expect, test } from "vitest";
import { hashKey } from "../access/keys.ts";
import { MemoryStorage } from "../storage/memory.ts";
import { replica } from "../testing/replica.ts";
import { must, testServer } from "../testing/server.ts";

interface OldBoard {
  readonly lea: string;
  readonly ada: string;
  /** Each document as one update, gzip in base64. */
  readonly docs: {
    readonly board: string;
    readonly control: string;
    readonly [path: string]: string;
  };
}

const fixture = new URL("../testing/fixtures/board-of-schema-1.json", import.meta.url);

/** The old board on today's server, and its two people at their old seats. */
async function reopened() {
  const old: OldBoard = JSON.parse(await readFile(fixture, "utf8"));
  const [lea, ada] = [must(readParticipantId(old.lea)), must(readParticipantId(old.ada))];
  const bytes = (path: string) => gunzipSync(Buffer.from(must(old.docs[path]), "base64"));
  const storage = new MemoryStorage();
  const id: BoardId = must(readBoardId("old-board"));
  await storage.createBoard({
    id,
    createdAt: 1,
    secrets: [],
    docs: (["control", "board"] as const).map((doc) => ({ doc, update: bytes(doc) })),
  });
  const seated = [lea, ada].map((participant) => ({
    participant,
    tokenHash: hashKey(participant),
  }));
  await storage.decide(id, {
    at: 1,
    access: seated.map((seat) => ({ type: "add-seat", seat })),
  });
  await storage.append(id, `private/${ada}`, [bytes(`private/${ada}`)]);
  const server = await testServer({ storage });
  const seatOf = (participant: typeof lea, role: "facilitator" | "participant") => ({
    board: id,
    participant,
    role,
    token: participant,
    headers: { authorization: `Bearer ${participant}` },
  });
  return { server, lea: seatOf(lea, "facilitator"), ada: seatOf(ada, "participant") };
}

test("[S67] a board of schema 1 opens: its words, its people, its columns open as they were", async () => {
  const { server, ada } = await reopened();
  const { status, body } = await server.ask(ada, { type: "lowerHand" });
  expect(status).toBe(200);
  expect(body.control).toMatchObject({
    title: "An old outage, renamed",
    phase: "check-in",
    timer: { lengthMs: 300_000 },
    writing: {},
    pulses: {},
    erased: [],
    door: { isOn: false, knocks: {} },
    schemaVersion,
  });
  expect(Object.values(body.control.roster)).toMatchObject([{ name: "Lea" }, { name: "Ada" }]);
  const { cards, order } = readBoardState((await replica(server, ada)).board);
  expect(order.timeline.length).toBeGreaterThan(10);
  expect(order["check-in"].map((card) => cards[card]?.plain)).toEqual(["Tired"]);
  const { own } = await replica(server, ada, "private");
  expect(own.composing.get("helped")).toBe("half a thought");
});

test("[S67] the meeting goes on upon it: every phase, hidden writing, a vote, and its report", async () => {
  const { server, lea, ada } = await reopened();
  const ask = async (request: Record<string, unknown>, who = lea) => {
    const { status, body } = await server.ask(who, request);
    expect([request, status]).toEqual([request, 200]);
    return body.control;
  };
  for (const phase of phaseIds.slice(2)) expect((await ask({ type: "advance" })).phase).toBe(phase);
  expect((await ask({ type: "goTo", phase: "lessons" })).phase).toBe("lessons");
  expect((await ask({ type: "hide", sections: ["helped"] })).writing.helped.isHidden).toBe(true);
  expect((await ask({ type: "reveal", sections: ["helped"] })).writing.helped.isHidden).toBe(false);
  await ask({ type: "openVote", budget: 2 });
  expect((await ask({ type: "closeVote" })).vote.result).toEqual([]);
  await ask({ type: "setAside", card: "hello" });
  for (const language of ["en", "de"]) {
    const url = `/api/boards/${ada.board}/export.md?lang=${language}`;
    const { status, body } = await server.call({ method: "GET", url, headers: ada.headers });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain("An old outage, renamed");
  }
});

test("[S67] a client of schema 1 is turned away from it, one that says nothing is not; opened again it is not written anew", async () => {
  const { server, ada } = await reopened();
  const open = (query: string) =>
    server.socket(ada.board, "board", { headers: ada.headers, query });
  expect(await (await open("?schema=1")).closed).toBe(4426);
  await (await open(`?schema=${schemaVersion}`)).next("step1");
  await (await open("")).next("step1");
  await server.ask(ada, { type: "lowerHand" });
  const control = (await server.storage.loadDoc(ada.board, "control")).rows.length;
  await replica(server, ada, "control");
  expect((await server.storage.loadDoc(ada.board, "control")).rows).toHaveLength(control);
});
