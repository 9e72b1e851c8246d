// Somebody's private document that cannot be read: what the server decides goes on without it, says so, and leaves it as it is.
import {
  addCard,
  answerPulse,
  castVote,
  keepNameless,
  noteBegun,
  openBoard,
  openPrivate,
  readBoardState,
  readCardId,
  readKeptWords,
  type CardId,
  type MeetingRequest,
  type ParticipantId,
  type Private,
} from "@secondstory/shared";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Copy } from "../testing/docs.ts";
import { draftUpdate, updateOf, writer } from "../testing/drafts.ts";
import { FragileStorage } from "../testing/fragile-storage.ts";
import { readAll, roomScene, write, type RoomScene } from "../testing/room.ts";
import { must } from "../testing/server.ts";
import { DocSpoiled, type DocHost } from "./doc-host.ts";
import type { Decision } from "./meeting.ts";
import type { Identity } from "./peer.ts";
import { yjsHost } from "./yjs-host.ts";

/** What stands in an update that a document breaks on. */
const broken = "breaks whatever reads it";

/** A host whose documents break on such an update, as Yjs does on some that nobody has found yet. */
const host: DocHost = {
  ...yjsHost,
  async openPrivate(updates) {
    if (updates.some((update) => Buffer.from(update).includes(broken)))
      throw new DocSpoiled("an update broke the document");
    return yjsHost.openPrivate(updates);
  },
};

function breaking(): Uint8Array {
  const { doc } = new Copy();
  return updateOf(doc, () => doc.getMap("any").set("key", broken));
}

/** No document at all; by its letters it may hold anything. */
const noDocument = Buffer.from("\xffdrafts nameless votes", "latin1");

const cardId = (text: string): CardId => must(readCardId(text));
const lead: Identity = { type: "link", role: "facilitator", key: "k" };

const ask = async (
  scene: RoomScene,
  request: MeetingRequest,
  who: Identity = lead,
): Promise<Decision> =>
  must(await scene.rooms.use(scene.board, (room) => room.decide(request, who, [])));

const stored = (scene: RoomScene, who: ParticipantId) =>
  scene.storage.loadDoc(scene.board, `private/${who}`);

const wordsOn = async (scene: RoomScene) => {
  const { cards } = readBoardState(openBoard((await readAll(await scene.newGuest())).doc));
  return Object.values(cards)
    .map(({ plain }) => plain)
    .toSorted();
};

/** How the last person's document is broken. */
const damages: Record<
  string,
  (storage: FragileStorage, scene: RoomScene, who: ParticipantId) => Promise<unknown>
> = {
  "a row": (storage, { board }, who) => storage.append(board, `private/${who}`, [breaking()]),
  "its state": async (storage, { board }, who) => {
    const { rows } = await storage.loadDoc(board, `private/${who}`);
    await storage.compact(board, `private/${who}`, noDocument, must(rows.at(-1)).position);
  },
};

interface Damaged {
  readonly scene: RoomScene;
  readonly people: readonly ParticipantId[];
  /** The last of them: nobody can read their private document. */
  readonly last: ParticipantId;
  /** Rejects the test if what is stored of it is another by now. */
  readonly isKept: () => Promise<void>;
}

/** Three people write something before the server ends; when it is up again, the document of the last one is broken. */
async function damaged(
  damage: keyof typeof damages,
  each: (own: Private, index: number) => Uint8Array,
  first?: (scene: RoomScene) => Promise<unknown>,
): Promise<Damaged> {
  const storage = new FragileStorage();
  const before = await roomScene({}, storage);
  await first?.(before);
  const people: ParticipantId[] = [];
  for (const index of [0, 1, 2]) {
    const { who, own, save } = await writer(before);
    await save(each(own, index));
    people.push(who);
  }
  const last = must(people.at(-1));
  await before.rooms.close();
  await must(damages[damage])(storage, before, last);
  const scene = await roomScene({}, storage, before.board, host);
  const kept = await stored(scene, last);
  const isKept = async () => expect(await stored(scene, last)).toEqual(kept);
  return { scene, people, last, isKept };
}

/** Puts three notes on the board. */
async function withNotes(scene: RoomScene) {
  const guest = await scene.newGuest();
  const { doc } = new Copy();
  for (const name of ["a", "b", "c"]) {
    const card = {
      id: cardId(name),
      section: "helped",
      rank: name,
      at: 1,
      text: `note ${name}`,
    } as const;
    write(
      guest,
      updateOf(doc, () => addCard(openBoard(doc), card)),
    );
  }
  await guest.wire.until(({ saved }) => saved === 3);
}

/** That whoever runs the server was told whose document it is, once. */
const isTold = ({ scene, last }: Damaged) => {
  expect(scene.failures).toEqual([`private document of ${last} left out`]);
  expect(scene.metrics.leftOut.value).toBeGreaterThan(0);
};

describe.each(Object.keys(damages))("a private document of which %s is broken", (damage) => {
  test("[S66] a reveal brings the notes of the others, and says that somebody's are not in it", async () => {
    const found = await damaged(damage, (own, index) =>
      draftUpdate(own, `draft ${index}`, `d${index}`),
    );
    const { scene, isKept } = found;
    expect(await ask(scene, { type: "reveal", sections: ["helped"] })).toMatchObject({
      ok: true,
      value: { isCarriedOut: true, leftOut: 1 },
    });
    expect(await wordsOn(scene)).toEqual(["draft 0", "draft 1"]);
    await isKept();
    isTold(found);
  });

  test("[S66] what is left of somebody is shared without it", async () => {
    const found = await damaged(
      damage,
      (own, index) => draftUpdate(own, `draft ${index}`, `d${index}`),
      (scene) => ask(scene, { type: "reveal", sections: ["helped"] }),
    );
    const { scene, people } = found;
    const [ada, bob] = people.map(
      (participant) => ({ type: "seat", participant, key: "k" }) as const,
    );
    expect(await ask(scene, { type: "share" }, must(ada))).toMatchObject({ ok: true });
    expect(await ask(scene, { type: "share" }, must(bob))).toMatchObject({ value: { leftOut: 1 } });
    expect(await wordsOn(scene)).toEqual(["draft 0", "draft 1"]);
  });

  test("[S66] a vote is closed with the votes of the others, and says that somebody's are not in it", async () => {
    const found = await damaged(
      damage,
      (own, index) =>
        updateOf(own.doc, () =>
          castVote(own, { id: `v${index}`, round: 1, topic: cardId("a"), card: cardId("a") }),
        ),
      async (scene) => {
        await withNotes(scene);
        await ask(scene, { type: "openVote", budget: 2 });
      },
    );
    const { scene, isKept } = found;
    expect(await ask(scene, { type: "closeVote", round: 1 })).toMatchObject({
      value: {
        leftOut: 1,
        control: { vote: { turnout: { voted: 2 }, result: [{ topic: "a", votes: 2 }] } },
      },
    });
    await isKept();
    isTold(found);
  });

  test("[S66] a pulse is shown with the answers of the others", async () => {
    const found = await damaged(
      damage,
      (own) => updateOf(own.doc, () => answerPulse(own, "check-in", "light")),
      async (scene) => {
        await ask(scene, { type: "advance" });
        for (const _ of [1, 2, 3]) {
          const { own, save } = await writer(scene);
          await save(updateOf(own.doc, () => answerPulse(own, "check-in", "heavy")));
        }
      },
    );
    const { scene, isKept } = found;
    await ask(scene, { type: "closePulse", phase: "check-in" });
    const control = must(await scene.rooms.use(scene.board, async (room) => room.control));
    expect(control.pulses["check-in"]).toMatchObject({ state: "shown", counts: [0, 3, 0, 2, 0] });
    await isKept();
    isTold(found);
  });

  test("[S66] a note is set aside: with its author, or with those who lead where theirs is what cannot be read", async () => {
    const found = await damaged(
      damage,
      (own, index) => updateOf(own.doc, () => noteBegun(own, cardId(index === 2 ? "c" : "a"), 1)),
      withNotes,
    );
    const { scene, people, isKept } = found;
    const lea = await scene.person("facilitator");
    const keptBy = async (who: ParticipantId) =>
      readKeptWords(openPrivate((await readAll(await scene.enter(who, "private"))).doc)).map(
        ({ text, isMine }) => [text, isMine],
      );
    expect(await ask(scene, { type: "setAside", card: cardId("a") })).toMatchObject({ ok: true });
    expect(await ask(scene, { type: "setAside", card: cardId("c") })).toMatchObject({ ok: true });
    expect(await keptBy(must(people[0]))).toEqual([["note a", true]]);
    expect(await keptBy(lea)).toEqual([["note c", false]]);
    expect(
      await ask(
        scene,
        { type: "putBack", card: cardId("c"), text: "Said better" },
        { type: "seat", participant: lea, key: "k" },
      ),
    ).toMatchObject({ ok: true });
    expect(await keptBy(lea)).toEqual([]);
    await isKept();
    isTold(found);
  });

  test("[S66] a card is erased for everybody else, and that is not taken for done", async () => {
    const found = await damaged(
      damage,
      (own) => updateOf(own.doc, () => own.composing.set("helped", "words")),
      withNotes,
    );
    const { scene, people, isKept } = found;
    expect(await ask(scene, { type: "erase", card: cardId("a") })).toMatchObject({
      value: { leftOut: 1, control: { erasures: 1 } },
    });
    expect(await wordsOn(scene)).toEqual(["note b", "note c"]);
    expect((await stored(scene, must(people[0]))).rows).toEqual([]);
    expect((await scene.storage.readBoard(scene.board))?.erasures).toBe(0);
    await isKept();
    isTold(found);
  });

  test("[S66] facts without a name are published without it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const found = await damaged(damage, (own, index) =>
      updateOf(own.doc, () =>
        keepNameless(own, {
          key: `k${index}`,
          card: cardId(`fact-${index}`),
          text: `fact ${index}`,
          when: null,
          kind: "decision",
          at: 1_000,
        }),
      ),
    );
    const { scene } = found;
    const reader = await scene.newGuest();
    const published = reader.wire.until(({ received }) =>
      received.some(({ type }) => type === "update"),
    );
    const seen = { isPublished: false };
    void published.then(() => (seen.isPublished = true));
    while (!seen.isPublished) {
      await vi.advanceTimersByTimeAsync(10_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await wordsOn(scene)).toEqual(["fact 0", "fact 1"]);
    isTold(found);
  });
});

test("[S66] a disk that takes nothing is no document that cannot be read: nothing is decided then", async () => {
  const scene = await roomScene();
  const { own, save } = await writer(scene);
  await save(draftUpdate(own, "draft", "d"));
  scene.storage.isBroken = true;
  await expect(ask(scene, { type: "reveal", sections: ["helped"] })).rejects.toThrow("no space");
  expect(scene.metrics.leftOut.value).toBe(0);
});
