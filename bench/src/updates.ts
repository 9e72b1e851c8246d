// Which edits an update carries, read from its bytes without opening a document. The format is that of Yjs, version 1.
import * as decoding from "lib0/decoding";

/** Flat triples: client id, first clock, clock after the last. Ranges that touch are one. */
export type Ranges = readonly number[];

/**
 * What an update brings. A gap in a merged update (`Skip`) is left out, so that an update with a hole is not mistaken
 * for a whole one. Deletions move no clock and are not listed.
 */
export function rangesOf(update: Uint8Array): Ranges {
  const decoder = decoding.createDecoder(update);
  const ranges: number[] = [];
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    let structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    let from = clock;
    for (; structs > 0; structs--) {
      const info = decoding.readUint8(decoder);
      if ((info & contentBits) !== contents.skip) {
        clock += readStruct(decoder, info);
        continue;
      }
      if (clock > from) ranges.push(client, from, clock);
      clock += decoding.readVarUint(decoder);
      from = clock;
    }
    if (clock > from) ranges.push(client, from, clock);
  }
  return ranges;
}

const contentBits = 0x1f;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;
const contents = {
  gone: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
} as const;

/** Reads over a struct; how many clocks it takes. */
function readStruct(decoder: decoding.Decoder, info: number): number {
  const content = info & contentBits;
  if (content === contents.gone) return decoding.readVarUint(decoder);
  if (info & hasOrigin) readId(decoder);
  if (info & hasRightOrigin) readId(decoder);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    const isRoot = decoding.readVarUint(decoder) === 1;
    if (isRoot) decoding.readVarUint8Array(decoder);
    else readId(decoder);
    if (info & hasKey) decoding.readVarUint8Array(decoder);
  }
  switch (content) {
    case contents.deleted:
      return decoding.readVarUint(decoder);
    case contents.string:
      return utf16Length(decoding.readVarUint8Array(decoder));
    case contents.json:
      return readMany(decoder, decoding.readVarUint8Array);
    case contents.any:
      return readMany(decoder, decoding.readAny);
    case contents.type:
      if (namedTypes.has(decoding.readVarUint(decoder))) decoding.readVarUint8Array(decoder);
      return 1;
    case contents.format:
      decoding.readVarUint8Array(decoder);
      decoding.readVarUint8Array(decoder);
      return 1;
    case contents.doc:
      decoding.readVarUint8Array(decoder);
      decoding.readAny(decoder);
      return 1;
    case contents.binary:
    case contents.embed:
      decoding.readVarUint8Array(decoder);
      return 1;
  }
  throw new Error(`an update holds content of the unknown kind ${content}`);
}

/** The numbers of XmlElement and XmlHook, which have a name. */
const namedTypes: ReadonlySet<number> = new Set([3, 5]);

function readId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

function readMany(decoder: decoding.Decoder, readOne: (decoder: decoding.Decoder) => unknown) {
  const count = decoding.readVarUint(decoder);
  for (let left = count; left > 0; left--) readOne(decoder);
  return count;
}

/** Clocks count the UTF-16 units of a string; it travels as UTF-8. */
function utf16Length(utf8: Uint8Array): number {
  let length = 0;
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  return length;
}
