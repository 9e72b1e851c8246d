// A reveal may come at any moment: while somebody types, while another device of theirs is offline, twice. Whatever comes
// first, every letter ends up in one place: on a card, or left with its author.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { plainText, type RichText } from "../board/rich-text.ts";
import { readCardId, readDraftId, type CardId, type DraftId } from "../ids.ts";
import { invariant } from "../result.ts";
import { clearShared, draftText, noteShared, readDrafts, startDraft } from "./drafts.ts";
import { openPrivate, type Private } from "./private.ts";

const draftId = (name: string): DraftId => {
  const id = readDraftId(name);
  invariant(id, "the test writes ids");
  return id;
};

/** One person's phone and laptop, and the server between them. */
class Devices {
  readonly phone = openPrivate(docOf(1));
  readonly laptop = openPrivate(docOf(2));
  readonly server = openPrivate(docOf(3));
  readonly cards: RichText[] = [];
  readonly typed: string[] = [];
  readonly struck = new Set<string>();

  at(index: number): Private {
    return index % 2 === 0 ? this.phone : this.laptop;
  }

  /** A letter that nobody has typed before. */
  letter(): string {
    const letter = String.fromCodePoint(0x4e00 + this.typed.length);
    this.typed.push(letter);
    return letter;
  }

  tell(from: Private, to: Private): void {
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "remote");
  }

  /** What the server does at a reveal, or when drafts are shared. */
  publish(): void {
    const shared = readDrafts(this.server).flatMap(({ id, left }) => {
      if (!left) return [];
      this.cards.push(left);
      return [{ draft: id, card: cardId(this.cards.length) }];
    });
    noteShared(this.server, shared, 1);
  }

  settle(): void {
    for (const device of [this.phone, this.laptop]) this.tell(device, this.server);
    for (const device of [this.phone, this.laptop]) this.tell(this.server, device);
  }

  /** How often each letter stands on a card or is left with its author. */
  count(): Map<string, number> {
    const counts = new Map<string, number>();
    const left = readDrafts(this.server).flatMap((draft) => (draft.left ? [draft.left] : []));
    for (const letter of [...this.cards, ...left].map(plainText).join(""))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    return counts;
  }
}

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}

const cardId = (number: number): CardId => {
  const id = readCardId(`card-${number}`);
  invariant(id, "the test writes ids");
  return id;
};

/** Something that happens. In a counterexample it reads as a sentence. */
interface Step {
  readonly name: string;
  readonly take: (devices: Devices) => void;
}

const who = fc.nat(1);
const spot = fc.nat(9);

/** The texts of all drafts of a device. */
const textsOf = (own: Private): Y.XmlText[] =>
  readDrafts(own).flatMap(({ id }) => {
    const nodes = draftText(own, id)?.createTreeWalker((node) => node instanceof Y.XmlText);
    return nodes ? ([...nodes] as Y.XmlText[]) : [];
  });

const typing: fc.Arbitrary<Step> = fc
  .record({ who, where: spot, at: spot, count: fc.integer({ min: 1, max: 3 }) })
  .map(({ who: device, where, at, count }) => ({
    name: `${device} types ${count} letters into ${where} at ${at}`,
    take: (devices) => {
      const texts = textsOf(devices.at(device));
      const text = texts[where % Math.max(1, texts.length)];
      if (!text) return;
      const letters = Array.from({ length: count }, () => devices.letter()).join("");
      text.insert(at % (text.length + 1), letters);
    },
  }));

const striking: fc.Arbitrary<Step> = fc
  .record({ who, where: spot, at: spot })
  .map(({ who: device, where, at }) => ({
    name: `${device} strikes a letter out of ${where} at ${at}`,
    take: (devices) => {
      const texts = textsOf(devices.at(device)).filter(({ length }) => length > 0);
      const text = texts[where % Math.max(1, texts.length)];
      if (!text) return;
      const position = at % text.length;
      const letters = text
        .toDelta()
        .map(({ insert }: { insert: string }) => insert)
        .join("");
      devices.struck.add(letters[position]);
      text.delete(position, 1);
    },
  }));

const beginning: fc.Arbitrary<Step> = fc.record({ who, number: fc.nat(1) }).map((one) => ({
  name: `${one.who} begins draft ${one.number}`,
  take: (devices) => {
    const place = { section: "helped", rank: `a${one.number}` } as const;
    const id = draftId(`draft-${one.who}-${one.number}`);
    const own = devices.at(one.who);
    if (draftText(own, id)) return;
    startDraft(own, { id, place, at: 1, namedIn: undefined, text: devices.letter() });
  },
}));

/** A draft that both devices know: most of what goes wrong needs one. */
const firstDraft: Step = {
  name: "0 begins the first draft",
  take: (devices) => {
    const place = { section: "helped", rank: "a" } as const;
    const id = draftId("first");
    startDraft(devices.phone, { id, place, at: 1, namedIn: undefined, text: devices.letter() });
  },
};

const paragraph: fc.Arbitrary<Step> = who.map((device) => ({
  name: `${device} begins a paragraph`,
  take: (devices) => {
    const own = devices.at(device);
    const [draft] = readDrafts(own);
    const text = draft && draftText(own, draft.id);
    if (!text) return;
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(devices.letter())]);
    text.insert(text.length, [element]);
  },
}));

const sync: fc.Arbitrary<Step> = fc.record({ who, isUp: fc.boolean() }).map((one) => ({
  name: `${one.who} ${one.isUp ? "sends" : "hears"}`,
  take: (devices) => {
    const [from, to] = one.isUp
      ? [devices.at(one.who), devices.server]
      : [devices.server, devices.at(one.who)];
    devices.tell(from, to);
  },
}));

const publishing = fc.constant<Step>({ name: "reveal", take: (devices) => devices.publish() });
const clearing: fc.Arbitrary<Step> = who.map((device) => ({
  name: `${device} clears`,
  take: (devices) => clearShared(devices.at(device)),
}));

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: typing },
    { weight: 2, arbitrary: striking },
    { weight: 1, arbitrary: beginning },
    { weight: 1, arbitrary: paragraph },
    { weight: 7, arbitrary: sync },
    { weight: 2, arbitrary: publishing },
    { weight: 2, arbitrary: clearing },
  ),
  { maxLength: 40 },
);

test("[H1] whatever the order of typing, syncing, revealing and clearing, no letter is lost and none is doubled", () => {
  fc.assert(
    fc.property(steps, (some) => {
      const devices = new Devices();
      firstDraft.take(devices);
      devices.settle();
      for (const { take } of some) take(devices);
      devices.settle();
      check(devices);
      for (const own of [devices.phone, devices.laptop]) clearShared(own);
      devices.settle();
      check(devices);
      devices.publish();
      check(devices);
      expect(readDrafts(devices.server).filter(({ left }) => left)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function check(devices: Devices): void {
  const counts = devices.count();
  for (const letter of devices.typed) {
    const count = counts.get(letter) ?? 0;
    expect([letter, count]).toEqual([letter, devices.struck.has(letter) ? Math.min(1, count) : 1]);
  }
}
