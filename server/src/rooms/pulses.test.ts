// The pulse: nobody receives a byte of an answer before it is closed, and then only how many chose which.
import {
  answerPulse,
  openControl,
  openPrivate,
  readControl,
  type ParticipantId,
  type PulsePosition,
} from "@secondstory/shared";
import { expect, test } from "vitest";
import { Copy } from "../testing/docs.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";
import { copyOf, roomScene, write, type Guest, type RoomScene } from "../testing/room.ts";
import { testServer, type TestSeat } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

const lead = { type: "link", role: "facilitator", key: "k" } as const;

/** What somebody's browser writes when they answer. */
function answering(position: PulsePosition, copy = new Copy()): Uint8Array {
  let update = new Uint8Array();
  copy.doc.once("update", (bytes: Uint8Array) => {
    update = new Uint8Array(bytes);
  });
  answerPulse(openPrivate(copy.doc), "check-in", position);
  return update;
}

async function answerer(scene: RoomScene, position: PulsePosition, who?: ParticipantId) {
  const id = who ?? (await scene.person("participant"));
  const own = await scene.enter(id, "private");
  write(own, answering(position));
  await own.wire.until(({ saved }) => saved === 1);
  return id;
}

const pulseOf = (copy: Copy) => readControl(openControl(copy.doc)).pulses["check-in"];
const seenBy = (reader: Guest) => pulseOf(copyOf(reader.wire.received));

/** A meeting at its check-in, and somebody who reads what steers it. */
async function checkIn(storage = new FragileStorage()) {
  const scene = await roomScene({}, storage);
  const reader = await scene.enter(await scene.person("participant"), "control");
  reader.room.receive(reader.peer, syncMessage("step1", new Copy().vector));
  await reader.wire.until((wire) => wire.of("step2").length > 0);
  await reader.room.decide({ type: "advance" }, lead, []);
  return { scene, reader };
}

test("[RP5] nobody's socket gets a single byte while others answer", async () => {
  const { scene, reader } = await checkIn();
  const [ada, bob] = [await scene.person("participant"), await scene.person("facilitator")];
  const others = [
    reader,
    ...(await Promise.all(
      (["board", "control", "private"] as const).map((doc) => scene.enter(bob, doc)),
    )),
    ...(await Promise.all((["board", "control"] as const).map((doc) => scene.enter(ada, doc)))),
  ];
  const before = others.map(({ wire }) => wire.received.length);
  const own = await scene.enter(ada, "private");
  const copy = new Copy();
  for (const [index, position] of (["heavy", "very-light"] as const).entries()) {
    write(own, answering(position, copy));
    await own.wire.until(({ saved }) => saved === index + 1);
  }
  expect(others.map(({ wire }) => wire.received.length)).toEqual(before);
  // what comes next is as long whatever was answered: it is the first that anybody hears
  await reader.room.decide({ type: "closePulse" }, lead, []);
  await reader.wire.until(() => seenBy(reader)?.state === "too-few");
});

test("[RP3] with too few answers what is published has the same bytes, however many there were", async () => {
  const sizes = new Set<number>();
  for (const count of [0, 1, 3]) {
    const { scene, reader } = await checkIn();
    for (let n = 0; n < count; n += 1) await answerer(scene, "very-heavy");
    const before = reader.wire.received.length;
    await reader.room.decide({ type: "closePulse" }, lead, []);
    await reader.wire.until(() => seenBy(reader)?.state === "too-few");
    const news = reader.wire.received.slice(before);
    sizes.add(news.length);
    expect(Buffer.from(JSON.stringify(news)).includes("very-heavy")).toBe(false);
  }
  expect(sizes.size).toBe(1);
});

test("[RP2] it is counted as the meeting moves on: once a person, on two devices too; not of who was removed", async () => {
  const { scene, reader } = await checkIn();
  for (const position of ["heavy", "light", "light"] as const) await answerer(scene, position);
  const both = await answerer(scene, "very-heavy");
  await answerer(scene, "very-light", both); // another device, later
  const gone = await answerer(scene, "in-between");
  await reader.room.decide({ type: "remove", participant: gone }, lead, [
    { type: "end-seats-of", participant: gone },
  ]);
  const decision = await reader.room.decide({ type: "advance" }, lead, []);
  expect(decision.ok && decision.value.control.pulses["check-in"]).toMatchObject({
    state: "shown",
  });
  const pulse = reader.room.control.pulses["check-in"];
  expect(pulse?.state === "shown" && pulse.counts.reduce((sum, count) => sum + count)).toBe(4);
  expect(pulse).toMatchObject({ counts: [expect.any(Number), 1, 0, 2, expect.any(Number)] });
});

test("[RP6] a crash between closing and counting: whoever opens the board next finds it counted", async () => {
  const storage = new FragileStorage();
  const { scene, reader } = await checkIn(storage);
  for (const position of ["heavy", "light", "light", "light"] as const)
    await answerer(scene, position);
  const { board } = scene;
  const closed = copyOf(reader.wire.received);
  await scene.rooms.close();
  let closing = new Uint8Array();
  closed.doc.once("update", (bytes: Uint8Array) => {
    closing = new Uint8Array(bytes);
  });
  openControl(closed.doc).pulses.set("check-in", { state: "closed" });
  await storage.append(board, "control", [closing]);
  const after = await roomScene({}, storage, board);
  const next = await after.enter(await after.person("participant"), "control");
  next.room.receive(next.peer, syncMessage("step1", new Copy().vector));
  await next.wire.until(() => seenBy(next)?.state === "shown");
  expect(next.room.control.pulses["check-in"]).toEqual({ state: "shown", counts: [0, 1, 0, 3, 0] });
});

test("[RP5] before it is closed no socket, answer, export, figure or log says what somebody answered", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const bob = await server.join(board, "facilitator");
  const ada = await server.join(board, "participant");
  await server.ask(bob, { type: "advance" });
  const open = (seat: TestSeat, doc: string) =>
    server.socket(board.id, doc, { headers: seat.headers, query: "?saved=1" });
  const raw: string[] = [];
  for (const doc of ["board", "control", "private"])
    (await open(bob, doc)).ws.on("message", (data: Buffer) => raw.push(data.toString("latin1")));
  const answers = async () =>
    JSON.stringify(
      await Promise.all(
        ["", "/export.md", "/export.json"].map(async (path) => {
          const { status, body } = await server.call({
            method: "GET",
            url: `/api/boards/${board.id}${path}`,
            headers: bob.headers,
          });
          return { status, body };
        }),
      ),
    );
  const mine = await open(ada, "private");
  await mine.next("saved");
  const before = await answers();
  mine.send(syncMessage("update", answering("very-heavy")));
  await mine.next("saved");
  const again = await server.ask(bob, { type: "openPulse" });
  expect(await answers()).toBe(before);
  for (const text of [raw.join(" "), JSON.stringify(again), before, server.lines.join("\n")])
    expect(text).not.toContain("very-heavy");
});
