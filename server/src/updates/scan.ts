// What an update says, read from its bytes: which runs of which clients' structs lie where, and what is deleted. No document
// is opened for it. The format is version 1 of Yjs (`encodeStateAsUpdate`).
//
//   clients { structs, client, clock, struct … } …, deletions { client, ranges { clock, length } … } …
import { setImmediate } from "node:timers/promises";
import { ByteReader, Unreadable } from "./byte-reader.ts";

/** Some structs of one client that follow each other, as they lie in the bytes of an update. */
export interface Section {
  readonly bytes: Uint8Array;
  readonly client: number;
  /** The clock of the first struct. */
  readonly from: number;
  /** The clock after the last one. */
  readonly to: number;
  readonly structs: number;
  /** Where its structs begin and end in the bytes. */
  readonly start: number;
  readonly end: number;
  /** Places on the way, so that a cut need not walk far. */
  readonly marks: readonly Mark[];
}

/** A struct within a section. */
interface Mark {
  readonly clock: number;
  readonly offset: number;
  /** How many structs of the section lie before it. */
  readonly structsBefore: number;
}

/** What was deleted: client, clock, length, and so on. */
export type Deletions = readonly number[];

/** An update taken apart. */
export interface Scan {
  readonly sections: readonly Section[];
  readonly deletions: Deletions;
}

/** How far two marks lie apart. */
export const markEvery = 32 * 1024;

/** So many bytes are read in one step. */
const stepBytes = 256 * 1024;

/** A part takes as long as so many bytes of text. */
const partBytes = 32;

const none: readonly never[] = [];

/**
 * Takes an update apart. Throws `Unreadable` for bytes that Yjs could not read, and for those that it would read and then
 * break on: structs and deletions without length, structs that lean on what their own client is yet to write, documents in documents.
 *
 * Clients, sections, ranges of deletions, and values of more than one in a struct are parts: with more than `maxParts` of
 * them it throws `TooManyParts`.
 */
export function scanUpdate(bytes: Uint8Array, maxParts?: number): Scan {
  const steps = scanSteps(new StepReader(bytes, 0, maxParts));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Takes a large update apart in steps of some milliseconds, between which others have their turn. */
export async function scanLargeUpdate(bytes: Uint8Array, maxParts?: number): Promise<Scan> {
  const steps = scanSteps(new StepReader(bytes, 0, maxParts));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

/** Knows when it is time to let others have their turn. */
class StepReader extends ByteReader {
  #parts = 0;
  #nextStep = stepBytes;

  override part(): void {
    super.part();
    this.#parts += 1;
  }

  get isStepOver(): boolean {
    const done = this.position + this.#parts * partBytes;
    if (done < this.#nextStep) return false;
    this.#nextStep = done + stepBytes;
    return true;
  }
}

/** Stops after every step. */
function* scanSteps(reader: StepReader): Generator<undefined, Scan> {
  const sections: Section[] = [];
  const clients = reader.varUint();
  const seen = clients > 1 ? new Set<number>() : undefined;
  for (let left = clients; left > 0; left--) {
    const structs = reader.varUint();
    const client = reader.varUint();
    reader.part();
    if (reader.isStepOver) yield;
    if (seen?.has(client)) throw new Unreadable("a client comes twice");
    seen?.add(client);
    yield* scanSections(reader, client, structs, sections);
  }
  const deletions = yield* scanDeletions(reader);
  if (!reader.isAtEnd) throw new Unreadable("something follows the update");
  return { sections, deletions };
}

/** Reads one client's structs. A gap among them begins a new section. */
function* scanSections(
  reader: StepReader,
  client: number,
  count: number,
  sections: Section[],
): Generator<undefined, void> {
  const { bytes } = reader;
  let section = new OpenSection(client, reader.varUint(), reader.position);
  for (let left = count; left > 0; left--) {
    if (reader.isStepOver) yield;
    const { position } = reader;
    if (bytes[position] === skipInfo) {
      reader.part();
      if (section.structs > 0) sections.push(section.end(bytes, position));
      reader.position += 1;
      const from = section.clock + reader.varUint();
      section = new OpenSection(client, from, reader.position);
      continue;
    }
    if (position - section.lastMark >= markEvery) section.mark(position);
    section.clock += skipStruct(reader, client, section.clock);
    section.structs += 1;
  }
  if (section.clock > Number.MAX_SAFE_INTEGER) throw new Unreadable("a clock is too large");
  if (section.structs > 0) sections.push(section.end(bytes, reader.position));
}

/** A section while it is read. */
class OpenSection {
  readonly #client: number;
  readonly #from: number;
  readonly #start: number;
  #marks: Mark[] | undefined;
  clock: number;
  structs = 0;
  lastMark: number;

  constructor(client: number, from: number, start: number) {
    this.#client = client;
    this.#from = from;
    this.#start = start;
    this.clock = from;
    this.lastMark = start;
  }

  mark(offset: number): void {
    this.#marks ??= [];
    this.#marks.push({ clock: this.clock, offset, structsBefore: this.structs });
    this.lastMark = offset;
  }

  end(bytes: Uint8Array, end: number): Section {
    return {
      bytes,
      client: this.#client,
      from: this.#from,
      to: this.clock,
      structs: this.structs,
      start: this.#start,
      end,
      marks: this.#marks ?? none,
    };
  }
}

function* scanDeletions(reader: StepReader): Generator<undefined, Deletions> {
  const clients = reader.varUint();
  if (clients === 0) return none;
  const deletions: number[] = [];
  for (let left = clients; left > 0; left--) {
    const client = reader.varUint();
    reader.part();
    for (let ranges = reader.varUint(); ranges > 0; ranges--) {
      reader.part();
      if (reader.isStepOver) yield;
      const clock = reader.varUint();
      const length = reader.varUint();
      if (clock + length > Number.MAX_SAFE_INTEGER) throw new Unreadable("a clock is too large");
      deletions.push(client, clock, lengthOf(length));
    }
  }
  return deletions;
}

/** The first byte of a struct: what it holds, and which of its neighbours it names. */
const contentBits = 0b0001_1111;
export const hasParentKey = 0b0010_0000;
export const hasRightOrigin = 0b0100_0000;
export const hasOrigin = 0b1000_0000;

/** What lay inside of something that was deleted: nothing is left of it but its clocks. */
export const garbageInfo = 0;
/** What stands in the place of structs that are missing. */
export const skipInfo = 10;

/** Skips a struct of a client at a clock and gives how many clocks it takes. */
export function skipStruct(reader: ByteReader, client: number, clock: number): number {
  const info = reader.byte();
  if (info === garbageInfo) return lengthOf(reader.varUint());
  if (info & hasOrigin) skipId(reader, client, clock);
  if (info & hasRightOrigin) skipId(reader, client, clock);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    if (reader.varUint() === 1) reader.skipString();
    else skipId(reader, client, clock);
    if (info & hasParentKey) reader.skipString();
  }
  return lengthOf(skipContent(reader, info & contentBits));
}

function lengthOf(length: number): number {
  if (length < 1) throw new Unreadable("something without length");
  return length;
}

function skipId(reader: ByteReader, client: number, clock: number): void {
  // both are read whatever the first one says
  const isOwn = reader.varUint() === client;
  const other = reader.varUint();
  if (isOwn && other >= clock) throw new Unreadable("a struct leans on what is yet to come");
}

/** Content of an item by its number in Yjs (`contentRefs`); gives how many clocks it takes. */
function skipContent(reader: ByteReader, type: number): number {
  switch (type) {
    case 1: // deleted
      return reader.varUint();
    case 2: {
      const values = reader.varUint();
      for (let left = values; left > 0; left--) {
        if (left < values) reader.part();
        skipJsonOrUndefined(reader);
      }
      return values;
    }
    case 3: // binary
      reader.skip(reader.varUint());
      return 1;
    case 4: // text
      return reader.skipString();
    case 5: // embed
      reader.skipJson();
      return 1;
    case 6: // format
      reader.skipString();
      reader.skipJson();
      return 1;
    case 7:
      skipType(reader);
      return 1;
    case 8: {
      const values = reader.varUint();
      for (let left = values; left > 0; left--) {
        if (left < values) reader.part();
        reader.skipAny();
      }
      return values;
    }
  }
  throw new Unreadable("content of an unknown type");
}

function skipJsonOrUndefined(reader: ByteReader): void {
  const { position } = reader;
  if (reader.varString() === "undefined") return;
  reader.position = position;
  reader.skipJson();
}

/** A shared type: array, map, text, element, fragment, hook, xml text. Elements and hooks have a name. */
function skipType(reader: ByteReader): void {
  const type = reader.varUint();
  if (type > 6) throw new Unreadable("a shared type that does not exist");
  if (type === 3 || type === 5) reader.skipString();
}
