import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Erased } from "./erased.ts";
import { scanUpdate, type Scan } from "./scan.ts";
import { writePiece } from "./sections.ts";

const secret = "龘靐齉";

/** A copy with two cards in it, of which the first is to be erased. */
function copyWithCards(): Y.Doc {
  const doc = new Y.Doc();
  const cards = doc.getMap<Y.Map<Y.Text>>("cards");
  for (const id of ["gone", "kept"]) {
    const card = new Y.Map<Y.Text>();
    cards.set(id, card);
    card.set("text", new Y.Text("a"));
  }
  return doc;
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

const textOf = (doc: Y.Doc, id: string): Y.Text | undefined =>
  doc.getMap<Y.Map<Y.Text>>("cards").get(id)?.get("text");

/** What a copy has that another has not. */
const newsOf = (doc: Y.Doc, known: Y.Doc): Scan =>
  scanUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known)));

async function erasedIn(doc: Y.Doc): Promise<Erased> {
  const erased = new Erased("cards");
  erased.add(["gone"]);
  await erased.learn(scanUpdate(Y.encodeStateAsUpdate(doc)).sections);
  return erased;
}

const bytesOf = (scan: Scan): Uint8Array => writePiece(scan).bytes;
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

/** The server's state before it erases, and after. */
async function erase() {
  const before = copyWithCards();
  const server = copyOf(before);
  server.getMap("cards").delete("gone");
  return { before, server, erased: await erasedIn(server) };
}

test("[S43] what was written into an erased card is emptied, what was written elsewhere is as it was", async () => {
  const { before, server, erased } = await erase();
  const late = copyOf(before);
  for (const letter of secret) textOf(late, "gone")?.insert(1, letter);
  textOf(late, "gone")?.delete(0, 1);
  late.getMap<Y.Map<unknown>>("cards").get("gone")?.set("owner", secret);
  textOf(late, "kept")?.insert(1, "words");
  const news = newsOf(late, server);
  expect(holds(bytesOf(news), "靐")).toBe(true);
  const sifted = bytesOf(erased.sift(news));
  for (const letter of secret) expect(holds(sifted, letter)).toBe(false);

  Y.applyUpdate(server, sifted);
  Y.applyUpdate(late, Y.encodeStateAsUpdate(server, Y.encodeStateVector(late)));
  expect(textOf(server, "kept")?.toString()).toBe("awords");
  expect(late.getMap("cards").toJSON()).toEqual(server.getMap("cards").toJSON());
  expect(server.getMap("cards").has("gone")).toBe(false);
  expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(late));
});

test("[S43] an erased card is not made anew, by those who know of it nor by those who never did", async () => {
  const { before, server, erased } = await erase();
  const knowing = copyOf(before);
  const stranger = new Y.Doc();
  for (const doc of [knowing, stranger]) {
    const card = new Y.Map<Y.Text>();
    doc.getMap("cards").set("gone", card);
    card.set("text", new Y.Text(secret));
    const sifted = bytesOf(erased.sift(newsOf(doc, server)));
    expect(holds(sifted, secret)).toBe(false);
    Y.applyUpdate(server, sifted);
  }
  expect(server.getMap("cards").has("gone")).toBe(false);
});

test("[S43] what leans on another's late words is emptied too, whoever comes first in the update", async () => {
  for (const [first, second] of [
    [9, 5],
    [5, 9],
  ] as const) {
    const { before, server, erased } = await erase();
    const one = copyOf(before);
    one.clientID = first;
    textOf(one, "gone")?.insert(1, "x");
    const two = copyOf(one);
    two.clientID = second;
    textOf(two, "gone")?.insert(2, secret);
    expect(holds(bytesOf(erased.sift(newsOf(two, server))), secret)).toBe(false);
  }
});

test("an update that touches nothing of it is passed on as it is, the very same", async () => {
  const { before, server, erased } = await erase();
  const late = copyOf(before);
  textOf(late, "kept")?.insert(1, "words");
  const news = newsOf(late, server);
  expect(erased.sift(news)).toBe(news);
});

test("[S43] whatever people do to both cards, the erased one stays empty and all copies agree on the other", async () => {
  const step = fc.record({
    who: fc.nat(2),
    card: fc.constantFrom("gone", "kept"),
    at: fc.nat(5),
    type: fc.constantFrom("insert", "delete", "tell"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 30 }),
      fc.nat(29),
      async (steps, when) => {
        const before = copyWithCards();
        const server = copyOf(before);
        const people = [copyOf(before), copyOf(before), copyOf(before)];
        let erased: Erased | undefined;
        const tell = (doc: Y.Doc) => {
          const news = newsOf(doc, server);
          const sifted = bytesOf(erased?.sift(news) ?? news);
          if (erased) expect(holds(sifted, "龘")).toBe(false);
          Y.applyUpdate(server, sifted);
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
        };
        for (const [number, { who, card, at, type }] of steps.entries()) {
          if (number === when) {
            server.getMap("cards").delete("gone");
            erased = await erasedIn(server);
          }
          const doc = people[who];
          const text = doc && textOf(doc, card);
          if (doc && type === "tell") tell(doc);
          else if (text && type === "delete") text.delete(0, Math.min(at, text.length));
          else text?.insert(Math.min(at, text.length), card === "gone" ? "龘" : "b");
        }
        for (const doc of [...people, ...people]) tell(doc);
        const states = [server, ...people].map((doc) => doc.getMap("cards").toJSON());
        for (const state of states) expect(state).toEqual(states[0]);
      },
    ),
  );
});
