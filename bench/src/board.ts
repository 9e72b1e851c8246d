// A board of a wanted size, made as meetings make them: twelve people put down cards, type in short runs at changing
// places, move cards and take words back. Always the same one; a large one is kept in a file, because making it takes
// a while.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { dice } from "./statistics.ts";

/** A board as it is stored, and as it came to be. */
export interface Board {
  readonly state: Uint8Array;
  /** Some 3,000 updates that make it, in order. */
  readonly updates: readonly Uint8Array[];
}

/** The board of this many bytes, within a few percent. */
export function makeBoard(sizeBytes: number): Board {
  const folder = fileURLToPath(new URL("../.cache/", import.meta.url));
  const file = `${folder}board-${sizeBytes}.bin`;
  try {
    return readBoard(readFileSync(file));
  } catch {
    const board = writeBoard(sizeBytes);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, encodeBoard(board));
    return board;
  }
}

const maxUpdates = 3_000;

function writeBoard(sizeBytes: number): Board {
  const throwDie = dice(42);
  const below = (limit: number) => Math.floor(throwDie() * limit);
  const doc = new Y.Doc();
  const people = Array.from({ length: 12 }, () => 1 + below(0xffff_fffe));
  const updates: Uint8Array[] = [];
  let writtenBytes = 0;
  doc.on("update", (update: Uint8Array) => {
    updates.push(update);
    writtenBytes += update.length;
  });
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  const texts: { readonly card: Y.Map<unknown>; readonly text: Y.Text }[] = [];
  const place = (card: Y.Map<unknown>) => {
    card.set("x", below(4_000));
    card.set("y", below(4_000));
  };
  const edit = () => {
    const chance = throwDie();
    // the product of two throws: the first cards are written in most
    const chosen = texts[Math.floor(throwDie() * throwDie() * texts.length)];
    if (!chosen || texts.length < 8 || chance < 0.01) {
      const card = new Y.Map<unknown>();
      const text = new Y.Text();
      place(card);
      card.set("text", text);
      cards.set(`card-${texts.length}`, card);
      texts.push({ card, text });
    } else if (chance < 0.06) place(chosen.card);
    else {
      const { text } = chosen;
      const index = below(text.length + 1);
      if (chance < 0.15 && text.length - index > 6) text.delete(index, 1 + below(5));
      else text.insert(index, words(1 + Math.floor(throwDie() * throwDie() * 12), throwDie));
    }
  };
  let state: Uint8Array = new Uint8Array();
  // encoding takes long, so it is done again only when the board may have grown enough
  for (let nextLook = sizeBytes / 4; state.length < sizeBytes;) {
    doc.clientID = people[below(people.length)] ?? 1;
    doc.transact(edit);
    if (writtenBytes < nextLook) continue;
    state = Y.encodeStateAsUpdate(doc);
    nextLook = writtenBytes + Math.max(2_000, (sizeBytes - state.length) * 0.7);
  }
  const together = Math.ceil(updates.length / maxUpdates);
  const merged: Uint8Array[] = [];
  for (let from = 0; from < updates.length; from += together)
    merged.push(Y.mergeUpdates(updates.slice(from, from + together)));
  return { state, updates: merged };
}

const words = (length: number, throwDie: () => number): string =>
  Array.from({ length }, () => "etaoin shrdlucmfwyp".charAt(throwDie() * 19)).join("");

function encodeBoard({ state, updates }: Board): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of [state, ...updates]) encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
}

function readBoard(bytes: Uint8Array): Board {
  const decoder = decoding.createDecoder(bytes);
  const state = decoding.readVarUint8Array(decoder);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
  return { state, updates };
}
