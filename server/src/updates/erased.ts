// What was erased for good, as ids of structs, and how it stays so: whatever leans on it is emptied before it is stored or
// sent. To every Yjs document such a struct is nothing anyway, because what it hangs on is gone; the words in it would still
// lie in the log and travel to everybody.
import { setImmediate } from "node:timers/promises";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { IdRanges } from "./id-ranges.ts";
import {
  garbageInfo,
  hasOrigin,
  hasParentKey,
  hasRightOrigin,
  skipStruct,
  type Scan,
  type Section,
} from "./scan.ts";
import { writePiece } from "./sections.ts";

/** So many structs are read in one go. */
const stepStructs = 10_000;

/** What was erased in one document: the values of some keys of a root map, and everything below them. */
export class Erased {
  readonly #root: string;
  readonly #keys = new Set<string>();
  readonly #ids = new IdRanges();

  /** `root` is the name of the map. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Adds keys. What lies under them is known once `learn` has read it. */
  add(keys: Iterable<string>): void {
    for (const key of keys) this.#keys.add(key);
  }

  /**
   * Adds what hangs on the keys in everything that is known of the document, and what is garbage there: that hung on something
   * that was deleted. In steps between which others have their turn.
   */
  async learn(sections: readonly Section[]): Promise<void> {
    let left = stepStructs;
    for (const section of sections) {
      for (const struct of structsOf(section)) {
        if (struct.isGarbage || this.#leans(struct)) this.#put(section, struct);
        left -= 1;
        if (left > 0) continue;
        left = stepStructs;
        await setImmediate();
      }
    }
  }

  /** The same update with every struct emptied that hangs on what was erased. Mostly that is the update itself. */
  sift(scan: Scan): Scan {
    let isTouched = false;
    // what one client wrote may lean on what another one wrote in the same update, in any order
    for (let isNews = true; isNews;) {
      isNews = false;
      for (const section of scan.sections)
        for (const struct of structsOf(section))
          if (this.#leans(struct) && this.#put(section, struct)) isNews = true;
      isTouched ||= isNews;
    }
    if (!isTouched && !scan.sections.some((section) => this.#hasAnyOf(section))) return scan;
    const sections = scan.sections.map((section) => this.#emptied(section));
    return writePiece({ sections, deletions: scan.deletions });
  }

  #put({ client }: Section, { clock, length }: Struct): boolean {
    return this.#ids.add(client, clock, length);
  }

  #hasAnyOf(section: Section): boolean {
    for (const { clock, isGarbage } of structsOf(section))
      if (!isGarbage && this.#ids.has(section.client, clock)) return true;
    return false;
  }

  #leans({ neighbours, root, key }: Struct): boolean {
    if (root === this.#root && key !== undefined && this.#keys.has(key)) return true;
    for (let at = 0; at < neighbours.length; at += 2)
      if (this.#ids.has(neighbours[at] ?? 0, neighbours[at + 1] ?? 0)) return true;
    return false;
  }

  #emptied(section: Section): Section {
    const writer = new ByteWriter(section.end - section.start);
    for (const { clock, length, start, end } of structsOf(section)) {
      if (this.#ids.has(section.client, clock)) {
        writer.byte(garbageInfo); // never longer than what it replaces
        writer.varUint(length);
      } else {
        writer.copy(section.bytes, start, end);
      }
    }
    const bytes = writer.done();
    return { ...section, bytes, start: 0, end: bytes.length, marks: [] };
  }
}

/** A struct as it lies in the bytes. */
interface Struct {
  readonly clock: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly isGarbage: boolean;
  /** Client and clock of each struct that it names: its neighbours when it was written, or its parent. */
  readonly neighbours: readonly number[];
  /** The root it hangs on, and under which key, where it names them. */
  readonly root: string | undefined;
  readonly key: string | undefined;
}

function* structsOf({ bytes, client, from, start, structs }: Section): Generator<Struct> {
  const reader = new ByteReader(bytes, start);
  let clock = from;
  for (let left = structs; left > 0; left--) {
    const begin = reader.position;
    const names = readNames(reader);
    reader.position = begin;
    const length = skipStruct(reader, client, clock);
    yield { clock, length, start: begin, end: reader.position, ...names };
    clock += length;
  }
}

function readNames(reader: ByteReader): Pick<Struct, "isGarbage" | "neighbours" | "root" | "key"> {
  const info = reader.byte();
  const names: number[] = [];
  const none = { isGarbage: false, neighbours: names, root: undefined, key: undefined };
  if (info === garbageInfo) return { ...none, isGarbage: true };
  if (info & hasOrigin) names.push(reader.varUint(), reader.varUint());
  if (info & hasRightOrigin) names.push(reader.varUint(), reader.varUint());
  if (names.length > 0) return none;
  const root = reader.varUint() === 1 ? reader.varString() : undefined;
  if (root === undefined) names.push(reader.varUint(), reader.varUint());
  const key = info & hasParentKey ? reader.varString() : undefined;
  return { ...none, root, key };
}
