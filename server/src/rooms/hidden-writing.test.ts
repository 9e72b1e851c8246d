// Hidden writing: what is revealed, to whom, and what is counted meanwhile.
import {
  draftText,
  meetingRequest,
  openBoard,
  passInDraft,
  plainText,
  readBoardState,
  readDraftId,
  readDrafts,
  removeDraft,
  type Card,
  type ControlState,
  type ParticipantId,
} from "@secondstory/shared";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { Copy } from "../testing/docs.ts";
import { draftUpdate, typingUpdate, updateOf, writer } from "../testing/drafts.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";
import { copyOf, readAll, roomScene, type Guest, type RoomScene } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import type { Decision } from "./meeting.ts";
import type { Identity } from "./peer.ts";
import { workerHost } from "./worker-host.ts";

const lead: Identity = { type: "link", role: "facilitator", key: "k" };
const reveal = { type: "reveal", sections: ["helped"] } as const;

const seat = (participant: ParticipantId): Identity => ({ type: "seat", participant, key: "k" });

async function ask(scene: RoomScene, request: object, who: Identity = lead): Promise<string> {
  const parsed = meetingRequest.parse(request);
  const decided = await scene.rooms.use(scene.board, (room) => room.decide(parsed, who, []));
  const decision: Decision = must(decided);
  return decision.ok ? "done" : decision.refusal.code;
}

const cardsIn = (copy: Copy, section = "helped"): readonly Card[] => {
  const { cards } = readBoardState(openBoard(copy.doc));
  return Object.values(cards).filter((card) => card.section === section);
};
const wordsOn = (copy: Copy, section = "helped") =>
  cardsIn(copy, section)
    .map(({ plain }) => plain)
    .toSorted();
const controlOf = async (scene: RoomScene): Promise<ControlState> =>
  must(await scene.rooms.use(scene.board, async (room) => room.control));

/** Writes a note and stays. */
async function noted(scene: RoomScene, text: string, name: string, more: object = {}) {
  const person = await writer(scene);
  await person.save(draftUpdate(person.own, text, name, more));
  return person;
}

const isShared = (drafts: ReturnType<typeof readDrafts>) => drafts.every(({ left }) => !left);

test("[H20] a reveal puts everybody's notes on the board at once, without a trace of whose they are", async () => {
  const scene = await roomScene();
  const reader = await scene.newGuest();
  const ada = await noted(scene, "The runbook", "a");
  const bob = await noted(scene, "The pager", "b");
  const cleo = await noted(scene, "The wiki", "c", { section: "slowed" });
  bob.guest.leave(); // who left counts too
  await ask(scene, reveal);
  await reader.wire.until(({ received }) => wordsOn(copyOf(received)).length === 2);
  const copy = copyOf(reader.wire.received);
  expect(reader.wire.of("update")).toHaveLength(1);
  expect(wordsOn(copy)).toEqual(["The pager", "The runbook"]);
  expect(wordsOn(copy, "slowed")).toEqual([]);
  for (const { by, createdAt, id } of cardsIn(copy)) {
    expect({ by, createdAt }).toEqual({ by: null, createdAt: 1_000 });
    expect(["a", "b"]).not.toContain(id);
  }
  const clients = [...copy.doc.store.clients.keys()];
  expect(clients).toHaveLength(1);
  for (const { own } of [ada, bob, cleo]) expect(clients).not.toContain(own.doc.clientID);
  const [mine] = await ada.hear(isShared);
  expect(mine?.cards).toEqual([cardsIn(copy).find(({ plain }) => plain === "The runbook")?.id]);
  const back = await writer(scene, bob.who);
  expect(readDrafts(back.own)).toMatchObject([{ left: undefined, plain: "The pager" }]);
  expect((await controlOf(scene)).writing).toMatchObject({
    helped: { isHidden: false, revealedAt: 1_000 },
    slowed: { isHidden: true },
  });
});

test("[W15] who passes in a silent check-in passes before everybody once it is revealed, signed", async () => {
  const scene = await roomScene();
  await ask(scene, { type: "hide", sections: ["check-in"], names: true });
  const { round } = must((await controlOf(scene)).writing["check-in"]);
  const ada = await writer(scene);
  await ada.save(draftUpdate(ada.own, "", "a", { section: "check-in", namedIn: round }));
  await ada.save(updateOf(ada.own.doc, () => passInDraft(ada.own, must(readDraftId("a")))));
  expect(cardsIn(await readAll(await scene.newGuest()), "check-in")).toEqual([]);
  await ask(scene, { type: "reveal", sections: ["check-in"] });
  const [card] = cardsIn(await readAll(await scene.newGuest()), "check-in");
  expect(card).toMatchObject({ by: ada.who, plain: "", fields: { passes: true } });
});

test("[H20] the order is by lot", async () => {
  const orders = new Set<string>();
  for (let round = 0; round < 40 && orders.size < 2; round++) {
    const scene = await roomScene();
    const ada = await noted(scene, "first", "a");
    await ada.save(draftUpdate(ada.own, "second", "b")); // in the order in which one person wrote them
    await ask(scene, reveal);
    const copy = await readAll(await scene.newGuest());
    const { order, cards } = readBoardState(openBoard(copy.doc));
    orders.add(order.helped.map((id) => cards[id]?.plain).join(" "));
  }
  expect(orders.size).toBe(2);
});

test("[H1] of a word that is being typed the board gets what the server has, and its author keeps the rest", async () => {
  const scene = await roomScene();
  const reader = await scene.newGuest();
  const ada = await noted(scene, "We had no sec", "a");
  const onTheWay = typingUpdate(ada.own, "a", "ond pager");
  await ask(scene, reveal);
  await ada.save(onTheWay);
  const [mine] = await ada.hear(([draft]) => draft?.cards.length === 1);
  expect(mine?.plain).toBe("We had no second pager");
  expect(plainText(mine?.left ?? [])).toBe("ond pager");
  await reader.wire.until(({ received }) => wordsOn(copyOf(received)).length === 1);
  expect(wordsOn(copyOf(reader.wire.received))).toEqual(["We had no sec"]);
});

test("[H2] marks go along", async () => {
  const scene = await roomScene();
  const ada = await noted(scene, "Read this", "a");
  await ada.save(
    updateOf(ada.own.doc, () => {
      const paragraph = must(draftText(ada.own, must(readDraftId("a")))).get(0);
      const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
      if (line instanceof Y.XmlText) line.format(5, 4, { bold: {} });
    }),
  );
  await ask(scene, reveal);
  const copy = await readAll(await scene.newGuest());
  expect(cardsIn(copy)[0]?.text).toEqual([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Read ", marks: [] },
        { type: "text", text: "this", marks: [{ type: "bold" }] },
      ],
    },
  ]);
});

test("[H21] a disk that fails reveals nothing, in no document; when it takes writes again, everything once", async () => {
  const scene = await roomScene();
  const reader = await scene.newGuest();
  const ada = await noted(scene, "The runbook", "a");
  scene.storage.isBroken = true;
  await expect(ask(scene, { ...reveal, id: "r1" })).rejects.toThrow("no space left");
  expect(wordsOn(await readAll(reader))).toEqual([]);
  expect((await controlOf(scene)).writing.helped?.isHidden).toBe(true);
  scene.storage.isBroken = false;
  await ask(scene, { ...reveal, id: "r1" });
  await ask(scene, { ...reveal, id: "r1" });
  await ask(scene, reveal);
  await ada.hear(isShared);
  expect(wordsOn(await readAll(reader))).toEqual(["The runbook"]);
});

test("[H21] whenever the server dies, a note is on the board and noted as shared, or neither", async () => {
  const storage = new FragileStorage();
  const before = await roomScene({}, storage);
  const ada = await noted(before, "The runbook", "a");
  await noted(before, "The pager", "b");
  // it dies while the commit is under way
  const gate = Promise.withResolvers<void>();
  storage.gate = gate.promise;
  const asked = ask(before, reveal).catch(() => "died");
  storage.isBroken = true;
  gate.resolve();
  expect(await asked).toBe("died");
  storage.isBroken = false;
  await before.rooms.close();
  const after = await roomScene({}, storage, before.board);
  expect(wordsOn(await readAll(await after.newGuest()))).toEqual([]);
  // what waits on the disk of people who are not here is revealed
  await ask(after, reveal);
  await after.rooms.close();
  const last = await roomScene({}, storage, before.board);
  await ask(last, { type: "hide", sections: ["helped"] });
  await ask(last, reveal);
  expect(wordsOn(await readAll(await last.newGuest()))).toEqual(["The pager", "The runbook"]);
  const back = await writer(last, ada.who);
  expect(readDrafts(back.own)).toMatchObject([{ left: undefined }]);
});

test("[H22] what was taken away, is blank, or was written by somebody who was removed, is neither counted nor revealed", async () => {
  const scene = await roomScene({ draftCountsMs: 1 });
  await noted(scene, "The runbook", "a");
  await noted(scene, " \n ", "b");
  const cleo = await noted(scene, "A thought", "c");
  await cleo.save(updateOf(cleo.own.doc, () => removeDraft(cleo.own, must(readDraftId("c")), 5)));
  const dan = await noted(scene, "Insults", "d");
  await ask(scene, { type: "remove", participant: dan.who });
  const control = await scene.enter(await scene.person("observer"), "control");
  await until(control, scene, (state) => state.writing.helped?.notes === 1);
  await ask(scene, reveal);
  expect(wordsOn(await readAll(await scene.newGuest()))).toEqual(["The runbook"]);
});

/** Waits until what steers the meeting is as wished. */
async function until(
  control: Guest,
  scene: RoomScene,
  isFit: (state: ControlState) => boolean,
): Promise<void> {
  let state = await controlOf(scene);
  while (!isFit(state)) {
    const before = control.wire.received.length;
    await control.wire.until(({ received }) => received.length > before);
    state = await controlOf(scene);
  }
}

/** Turns the clock until something has come: a thread takes the time it takes. */
function turnedClock() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const passUntil = async (isReached: () => Promise<boolean>) => {
    while (!(await isReached())) await pass(1_000);
  };
  return { pass, passUntil };
}

test("[H13] counts come with a beat of the clock; that a column is being written, from three writers on", async () => {
  const { pass, passUntil } = turnedClock();
  const scene = await roomScene();
  const ada = await noted(scene, "One", "a");
  const bob = await noted(scene, "Two", "b");
  await pass(8_000); // the clock stands at 1 s, so the beat is 9 s away
  const helped = async () => (await controlOf(scene)).writing.helped;
  expect(await helped()).toMatchObject({ notes: 0, isBeingWritten: false });
  await passUntil(async () => (await helped())?.notes === 2);
  expect((await helped())?.isBeingWritten).toBe(false);
  const cleo = await noted(scene, "Three", "c", { section: "slowed" });
  for (const [person, name] of [
    [ada, "a"],
    [bob, "b"],
    [cleo, "c"],
  ] as const)
    await person.save(typingUpdate(person.own, name, " more"));
  await passUntil(async () => (await helped())?.isBeingWritten === true);
  expect((await controlOf(scene)).writing.slowed).toMatchObject({ notes: 1, isBeingWritten: true });
  expect((await controlOf(scene)).writing.knowledge?.isBeingWritten).toBe(false);
  await passUntil(async () => (await helped())?.isBeingWritten === false);
  expect(await helped()).toMatchObject({ notes: 2 });
});

test("[H13] after a restart what lies on disk is counted, and nobody is said to be writing", async () => {
  const { passUntil } = turnedClock();
  const storage = new FragileStorage();
  const before = await roomScene({}, storage);
  for (const name of ["a", "b", "c"]) await noted(before, "One", name);
  await before.rooms.close();
  const after = await roomScene({}, storage, before.board);
  await after.newGuest();
  await passUntil(async () => (await controlOf(after)).writing.helped?.notes === 3);
  expect((await controlOf(after)).writing.helped?.isBeingWritten).toBe(false);
});

test("[H23] a late note waits for one of somebody else, and both come in one commit", async () => {
  const scene = await roomScene();
  await ask(scene, reveal);
  const reader = await scene.newGuest();
  const ada = await noted(scene, "Late one", "a");
  const bob = await noted(scene, "Late two", "b");
  expect(await ask(scene, { type: "share" }, seat(ada.who))).toBe("done");
  await ask(scene, { type: "share" }, seat(ada.who)); // once more is no second note
  const [waiting] = await ada.hear(([draft]) => draft?.waitsSince !== undefined);
  expect(waiting?.left).toBeDefined();
  expect(wordsOn(await readAll(reader))).toEqual([]);
  const other = await noted(scene, "Not asked for", "c");
  await ask(scene, { type: "share" }, seat(bob.who));
  await ada.hear(isShared);
  expect(reader.wire.of("update")).toHaveLength(1);
  expect(wordsOn(await readAll(reader))).toEqual(["Late one", "Late two"]);
  expect(readDrafts(other.own)[0]?.left).toBeDefined();
});

test("[H23] who says that it may stand alone is not kept waiting; a hidden column shares nothing", async () => {
  const scene = await roomScene();
  await ask(scene, reveal);
  const ada = await noted(scene, "Late", "a");
  await ada.save(draftUpdate(ada.own, "Another", "b"));
  await ada.save(draftUpdate(ada.own, "Hidden", "c", { section: "slowed" }));
  await ask(scene, { type: "share", drafts: ["a", "c"], alone: true }, seat(ada.who));
  const drafts = await ada.hear((all) => all.some(({ left }) => !left));
  expect(drafts.map(({ id, left }) => [id, left === undefined])).toEqual([
    ["a", true],
    ["b", false],
    ["c", false],
  ]);
  const copy = await readAll(await scene.newGuest());
  expect([wordsOn(copy), wordsOn(copy, "slowed")]).toEqual([["Late"], []]);
});

test("[H23] a note that waits comes with the next reveal, if somebody else has one", async () => {
  const scene = await roomScene();
  await ask(scene, reveal);
  const ada = await noted(scene, "Late", "a");
  await ask(scene, { type: "share" }, seat(ada.who));
  await ask(scene, { ...reveal, sections: ["knowledge"] });
  expect(wordsOn(await readAll(await scene.newGuest()))).toEqual([]);
  await noted(scene, "The wiki", "b", { section: "slowed" });
  await ask(scene, { ...reveal, sections: ["slowed"] });
  const copy = await readAll(await scene.newGuest());
  expect([wordsOn(copy), wordsOn(copy, "slowed")]).toEqual([["Late"], ["The wiki"]]);
});

test("[H12] names stand on notes that were begun with them, unless they were dropped", async () => {
  const scene = await roomScene();
  await ask(scene, { type: "hide", sections: ["helped", "slowed"], names: true });
  const ada = await noted(scene, "Signed", "a", { namedIn: 2 });
  await noted(scene, "Begun before", "b", {});
  await noted(scene, "Dropped", "c", { namedIn: 2, section: "slowed" });
  await ask(scene, { type: "dropNames", sections: ["slowed"] });
  await ask(scene, { type: "reveal", sections: ["helped", "slowed"] });
  const copy = await readAll(await scene.newGuest());
  const signed = Object.fromEntries(
    [...cardsIn(copy), ...cardsIn(copy, "slowed")].map(({ plain, by }) => [plain, by]),
  );
  expect(signed).toEqual({ Signed: ada.who, "Begun before": null, Dropped: null });
});

test("[H12] names that were dropped do not come back with a later round to what was begun before", async () => {
  const scene = await roomScene();
  await ask(scene, { type: "hide", sections: ["helped"], names: true });
  await noted(scene, "Begun in round two", "a", { namedIn: 2 });
  await ask(scene, { type: "dropNames", sections: ["helped"] });
  await ask(scene, { type: "hide", sections: ["helped"], names: true });
  const ben = await noted(scene, "Begun in round three", "b", { namedIn: 3 });
  await ask(scene, reveal);
  const copy = await readAll(await scene.newGuest());
  const signed = Object.fromEntries(cardsIn(copy).map(({ plain, by }) => [plain, by]));
  expect(signed).toEqual({ "Begun in round two": null, "Begun in round three": ben.who });
});

test("[H24] nothing is revealed on a sealed board, by a move, or at the wish of somebody who does not lead", async () => {
  const scene = await roomScene();
  const ada = await noted(scene, "The runbook", "a");
  expect(await ask(scene, reveal, seat(ada.who))).toBe("role-too-low");
  const observer = await scene.person("observer");
  expect(await ask(scene, { type: "share" }, seat(observer))).toBe("role-too-low");
  for (const type of ["advance", "back"]) await ask(scene, { type });
  await ask(scene, { type: "seal" });
  expect(await ask(scene, reveal)).toBe("sealed");
  expect(wordsOn(await readAll(await scene.newGuest()))).toEqual([]);
  await ask(scene, { type: "reopen" });
  await ask(scene, reveal);
  expect(wordsOn(await readAll(await scene.newGuest()))).toEqual(["The runbook"]);
});

test("[H20] with documents in threads it is the same", async () => {
  const host = workerHost(2);
  onTestFinished(() => host.close());
  const scene = await roomScene({}, new FragileStorage(), undefined, host);
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, index) => noted(scene, `Note ${index}`, `d${index}`)),
  );
  await ask(scene, reveal);
  await Promise.all(people.map((person) => person.hear(isShared)));
  expect(wordsOn(await readAll(await scene.newGuest()))).toHaveLength(10);
});

test("[S42] what became an erased card goes from its author's drafts", async () => {
  const scene = await roomScene();
  const ada = await noted(scene, "password hunter2", "a");
  await noted(scene, "harmless", "b");
  await ask(scene, reveal);
  const copy = await readAll(await scene.newGuest());
  const card = must(cardsIn(copy).find(({ plain }) => plain.includes("hunter2")));
  await ask(scene, { type: "erase", card: card.id }, seat(ada.who));
  await ada.hear((drafts) => drafts.length === 0);
  for (const doc of await scene.storage.listDocs(scene.board)) {
    const { state, rows } = await scene.storage.loadDoc(scene.board, doc);
    const bytes = Buffer.concat([state ?? new Uint8Array(), ...rows.map(({ update }) => update)]);
    expect(bytes.includes("hunter2")).toBe(false);
  }
});
