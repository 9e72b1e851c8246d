// The vote: nobody receives a byte of one before it is closed; then everybody hears what was counted, and its owner what not.
import {
  addCard,
  castVote,
  openBoard,
  openControl,
  openPrivate,
  readCardId,
  readControl,
  takeVoteBack,
  votesAfter,
  type CardId,
  type ControlState,
} from "@secondstory/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Copy } from "../testing/docs.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";
import { copyOf, readAll, roomScene, write, type Guest, type RoomScene } from "../testing/room.ts";
import { must, testServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

const lead = { type: "link", role: "facilitator", key: "k" } as const;
const noteId = (name: string): CardId => must(readCardId(name));

/** What a browser writes. */
function writing(copy: Copy, change: (doc: Y.Doc) => void): Uint8Array {
  let update = new Uint8Array();
  copy.doc.once("update", (bytes: Uint8Array) => {
    update = new Uint8Array(bytes);
  });
  copy.doc.transact(() => change(copy.doc));
  return update;
}

const casting = (copy: Copy, id: string, on = "a", round = 1) =>
  writing(copy, (doc) =>
    castVote(openPrivate(doc), { id, round, topic: noteId(on), card: noteId(on) }),
  );

/** A room with three notes, and somebody who reads what steers the meeting. */
async function lessons(settings: Parameters<typeof roomScene>[0] = {}, storage?: FragileStorage) {
  const scene = await roomScene(settings, storage);
  const writer = await scene.newGuest();
  const notes = writing(new Copy(), (doc) => {
    for (const [index, name] of ["a", "b", "c"].entries())
      addCard(openBoard(doc), {
        id: noteId(name),
        section: "helped",
        rank: `a${index}`,
        at: 1,
        text: name,
      });
  });
  write(writer, notes);
  await writer.wire.until(({ saved }) => saved === 1);
  const reader = await scene.enter(await scene.person("participant"), "control");
  reader.room.receive(reader.peer, syncMessage("step1", new Copy().vector));
  await reader.wire.until((wire) => wire.of("step2").length > 0);
  return { scene, reader, writer };
}

const controlOf = (reader: Guest): ControlState =>
  readControl(openControl(copyOf(reader.wire.received).doc));

/** Somebody who votes, with the copy of their private document. */
async function voter(scene: RoomScene, ids: readonly (readonly [string, string])[], who?: Guest) {
  const own = who ?? (await scene.enter(await scene.person("participant"), "private"));
  const copy = new Copy();
  const before = own.wire.saved ?? 0;
  for (const [id, on] of ids) write(own, casting(copy, id, on));
  await own.wire.until(({ saved }) => saved === before + ids.length);
  return { own, copy, participant: must(own.peer.participant) };
}

const ask = (reader: Guest, request: Parameters<Guest["room"]["decide"]>[0]) =>
  reader.room.decide(request, lead, []);

test("[Y5] at most the budget of everybody counts, whatever devices it came from; of those who left too", async () => {
  const { scene, reader } = await lessons();
  await ask(reader, { type: "openVote", budget: 2 });
  const ada = await voter(scene, [
    ["2", "a"],
    ["4", "b"],
  ]);
  const again = await scene.enter(ada.participant, "private");
  const other = new Copy();
  write(again, casting(other, "1", "c"));
  await again.wire.until(({ saved }) => saved === 1);
  const bob = await voter(scene, [["1", "a"]]);
  bob.own.leave();
  await ask(reader, { type: "closeVote", round: 1 });
  await reader.wire.until(() => controlOf(reader).vote?.closedAt !== undefined);
  expect(controlOf(reader).vote).toMatchObject({
    turnout: { voted: 2 },
    result: [
      { topic: "a", votes: 2 },
      { topic: "c", votes: 1 },
    ],
  });
  const told = openPrivate((await readAll(ada.own)).doc);
  expect(votesAfter(told, 1, 2)).toMatchObject({ tooMany: [{ id: "4" }], tooLate: [] });
});

test("[Y6] a vote that comes after closing is not counted, and its owner can tell", async () => {
  const { scene, reader } = await lessons();
  await ask(reader, { type: "openVote", budget: 2 });
  const ada = await voter(scene, [["1", "a"]]);
  await ask(reader, { type: "closeVote" });
  write(ada.own, casting(ada.copy, "2", "b"));
  await ada.own.wire.until(({ saved }) => saved === 2);
  expect(reader.room.control.vote?.result).toEqual([{ topic: "a", card: "a", votes: 1 }]);
  const told = openPrivate((await readAll(ada.own)).doc);
  expect(votesAfter(told, 1, 2)).toMatchObject({
    counted: [{ id: "1" }],
    tooLate: [{ id: "2" }],
  });
  await ask(reader, { type: "reopenVote" });
  await ask(reader, { type: "closeVote" });
  expect(reader.room.control.vote?.result).toHaveLength(2);
});

test("[Y12] votes of people who were removed, or read along by then, do not count", async () => {
  const { scene, reader } = await lessons();
  await ask(reader, { type: "openVote", budget: 2 });
  const gone = await voter(scene, [["1", "a"]]);
  const reads = await voter(scene, [["1", "a"]]);
  await voter(scene, [["1", "b"]]);
  const { participant } = gone;
  await reader.room.decide({ type: "remove", participant }, lead, [
    { type: "end-seats-of", participant },
  ]);
  await ask(reader, { type: "setRole", participant: reads.participant, role: "observer" });
  await ask(reader, { type: "closeVote" });
  expect(reader.room.control.vote).toMatchObject({
    turnout: { voted: 1 },
    result: [{ topic: "b", votes: 1 }],
  });
});

test("[Y13] while people vote nobody else's socket gets a byte", async () => {
  const { scene, reader } = await lessons();
  await ask(reader, { type: "openVote", budget: 3 });
  const bob = await scene.person("facilitator");
  const ada = await scene.person("participant");
  const others = [
    reader,
    ...(await Promise.all(
      (["board", "control", "private"] as const).map((doc) => scene.enter(bob, doc)),
    )),
    ...(await Promise.all((["board", "control"] as const).map((doc) => scene.enter(ada, doc)))),
  ];
  const before = others.map(({ wire }) => wire.received.length);
  const { own, copy } = await voter(
    scene,
    [
      ["1", "a"],
      ["2", "b"],
    ],
    await scene.enter(ada, "private"),
  );
  write(
    own,
    writing(copy, (doc) => takeVoteBack(openPrivate(doc), "2")),
  );
  await own.wire.until(({ saved }) => saved === 3);
  await own.room.settle(); // what is begun upon a vote is done by then
  expect(others.map(({ wire }) => wire.received.length)).toEqual(before);
});

test("[Y9] everybody hears how many have voted, once a person, and of how many", async () => {
  const { scene, reader, writer } = await lessons({ voteCountMs: 1 });
  await ask(reader, { type: "openVote", budget: 3 });
  const of = 2; // the writer and the reader are here
  await reader.wire.until(() => controlOf(reader).vote?.turnout.of === of);
  const ada = await voter(scene, [
    ["1", "a"],
    ["2", "a"],
  ]);
  await reader.wire.until(() => controlOf(reader).vote?.turnout.voted === 1);
  expect(controlOf(reader).vote?.turnout).toEqual({ voted: 1, of: of + 1 });
  ada.own.leave(); // their votes stay
  writer.leave();
  await reader.wire.until(() => controlOf(reader).vote?.turnout.of === of);
  expect(controlOf(reader).vote?.turnout).toEqual({ voted: 1, of });
  const back = await scene.enter(ada.participant, "private");
  write(
    back,
    writing(ada.copy, (doc) => ["1", "2"].map((id) => takeVoteBack(openPrivate(doc), id))),
  );
  await reader.wire.until(() => controlOf(reader).vote?.turnout.voted === 0);
});

test("[Y14] a disk that fails while the vote is closed leaves it open; closed again, everything counts", async () => {
  const storage = new FragileStorage();
  const { scene, reader } = await lessons({}, storage);
  await ask(reader, { type: "openVote", budget: 3 });
  const ada = await voter(scene, [["1", "a"]]);
  storage.isBroken = true;
  await expect(ask(reader, { type: "closeVote" })).rejects.toThrow("no space left");
  storage.isBroken = false;
  expect(reader.room.control.vote?.closedAt).toBeUndefined();
  write(ada.own, casting(ada.copy, "2", "b"));
  await ada.own.wire.until(({ saved }) => saved === 2);
  await ask(reader, { type: "closeVote" });
  expect(reader.room.control.vote?.result).toHaveLength(2);
});

test("[Y2] two who close at once close once, and both are answered the same", async () => {
  const { scene, reader } = await lessons();
  await ask(reader, { type: "openVote", budget: 3 });
  await voter(scene, [["1", "a"]]);
  const answers = await Promise.all([
    ask(reader, { type: "closeVote", round: 1, id: "one" }),
    ask(reader, { type: "closeVote", round: 1, id: "two" }),
  ]);
  expect(answers.map((answer) => answer.ok && answer.value.control.vote)).toEqual([
    reader.room.control.vote,
    reader.room.control.vote,
  ]);
  expect(reader.room.control.vote?.result).toHaveLength(1);
});

test("[Y1] asked over HTTP: a budget that suits the board, refusals that say what to do, and not for everybody", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  const bob = await server.join(board, "facilitator");
  const ada = await server.join(board, "participant");
  const refused = async (seat: typeof bob, body: object) => {
    const { status, body: answer } = await server.call({
      method: "POST",
      url: `/api/boards/${board.id}/requests`,
      headers: seat.headers,
      payload: body,
    });
    return [status, JSON.stringify(answer)];
  };
  expect(await refused(ada, { type: "openVote" })).toEqual([
    403,
    expect.stringContaining("role-too-low"),
  ]);
  expect(await refused(bob, { type: "closeVote" })).toEqual([
    400,
    expect.stringContaining("no-vote"),
  ]);
  expect(await refused(bob, { type: "openVote", budget: 21 })).toEqual([
    400,
    expect.stringContaining("too-many-votes"),
  ]);
  expect(await refused(bob, { type: "openVote" })).toEqual([
    200,
    expect.stringContaining('"budget":1'),
  ]);
  expect(await refused(bob, { type: "openVote" })).toEqual([
    400,
    expect.stringContaining("vote-open"),
  ]);
});
