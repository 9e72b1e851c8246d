// Putting updates together and cutting them, as bytes: structs are copied as they lie, none is decoded.
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { ByteWriter, maxVarUintBytes } from "./byte-writer.ts";
import { IdRanges } from "./id-ranges.ts";
import { markEvery, skipInfo, skipStruct, type Scan, type Section } from "./scan.ts";

/** An update together with what it says. */
export interface Piece extends Scan {
  readonly bytes: Uint8Array;
}

/** An update that was written, with where its sections lie in it. */
type Written = Omit<Piece, "deletions">;

/**
 * Writes an update. Sections of one client are given in the order of their clocks and do not overlap; where something is
 * missing between them, the update says so, as Yjs does.
 */
export function writeUpdate(sections: readonly Section[], deleted: IdRanges): Written {
  const clients = new Map<number, Section[]>();
  let size = 0;
  for (const section of sections) {
    size += section.end - section.start + maxVarUintBytes + 1;
    const others = clients.get(section.client);
    if (others) others.push(section);
    else clients.set(section.client, [section]);
  }
  const maxSize = size + (1 + clients.size * 3) * maxVarUintBytes + deleted.maxBytes;
  const writer = new ByteWriter(maxSize);
  writer.varUint(clients.size);
  const written: Omit<Section, "bytes">[] = [];
  // Yjs merges updates by walking down the clients: the order is part of the format
  const ordered = clients.size > 1 ? [...clients.keys()].toSorted((a, b) => b - a) : clients.keys();
  for (const client of ordered) writeClient(writer, client, clients.get(client) ?? [], written);
  deleted.write(writer);
  const bytes = writer.done();
  return { bytes, sections: written.map((section) => ({ ...section, bytes })) };
}

function writeClient(
  writer: ByteWriter,
  client: number,
  sections: readonly Section[],
  written: Omit<Section, "bytes">[],
): void {
  const [first] = sections;
  if (!first) return;
  let structs = 0;
  let clock = first.from;
  for (const section of sections) {
    if (section.from < clock) throw new Error("sections overlap");
    structs += section.structs + (section.from > clock ? 1 : 0);
    clock = section.to;
  }
  writer.varUint(structs);
  writer.varUint(client);
  writer.varUint(first.from);
  let run: Run | undefined;
  for (const section of sections) {
    if (run && section.from > run.to) {
      written.push(endOf(run, writer.position));
      writer.byte(skipInfo);
      writer.varUint(section.from - run.to);
      run = undefined;
    }
    run ??= {
      client,
      from: section.from,
      to: section.from,
      structs: 0,
      start: writer.position,
      marks: [],
      lastMark: writer.position,
    };
    addTo(run, section, writer.position);
    writer.copy(section.bytes, section.start, section.end);
  }
  if (run) written.push(endOf(run, writer.position));
}

/** A section while it is written. */
interface Run {
  readonly client: number;
  readonly from: number;
  to: number;
  structs: number;
  readonly start: number;
  readonly marks: Section["marks"][number][];
  lastMark: number;
}

function addTo(run: Run, section: Section, position: number): void {
  const shift = position - section.start;
  if (position - run.lastMark >= markEvery) {
    run.marks.push({ clock: section.from, offset: position, structsBefore: run.structs });
    run.lastMark = position;
  }
  for (const { clock, offset, structsBefore } of section.marks) {
    const mark = { clock, offset: offset + shift, structsBefore: run.structs + structsBefore };
    run.marks.push(mark);
    run.lastMark = mark.offset;
  }
  run.structs += section.structs;
  run.to = section.to;
}

const endOf = ({ client, from, to, structs, start, marks }: Run, end: number) => ({
  client,
  from,
  to,
  structs,
  start,
  end,
  marks,
});

/**
 * What of a section lies at or after a clock: from the struct on that holds this clock, so it may begin a little before.
 * Undefined if all of it lies before.
 */
export function cutSection(section: Section, clock: number): Section | undefined {
  if (section.to <= clock) return undefined;
  if (section.from >= clock) return section;
  const { bytes, client } = section;
  let at = { clock: section.from, offset: section.start, structsBefore: 0 };
  for (const mark of section.marks) {
    if (mark.clock > clock) break;
    at = mark;
  }
  const reader = new ByteReader(bytes, at.offset);
  let { clock: from, structsBefore } = at;
  let start = at.offset;
  for (;;) {
    const length = skipStruct(reader, client, from);
    if (from + length > clock) break;
    from += length;
    structsBefore += 1;
    start = reader.position;
  }
  return {
    ...section,
    from,
    start,
    structs: section.structs - structsBefore,
    marks: section.marks
      .filter(({ offset }) => offset > start)
      .map((mark) => ({ ...mark, structsBefore: mark.structsBefore - structsBefore })),
  };
}

/** The first struct of a section, and the others if there are any. */
export function splitSection(section: Section): readonly [first: Section, ...rest: Section[]] {
  const { bytes, client, from, start } = section;
  const reader = new ByteReader(bytes, start);
  const to = from + skipStruct(reader, client, from);
  const first = { ...section, to, structs: 1, end: reader.position, marks: [] };
  const rest = cutSection(section, to);
  return rest ? [first, rest] : [first];
}

/** What several updates say, in their order. */
export const joinScans = (scans: readonly Scan[]): Scan => ({
  sections: scans.flatMap(({ sections }) => sections),
  deletions: scans.flatMap(({ deletions }) => deletions),
});

/** Writes what several updates say as one. */
export function writePiece(...scans: readonly Scan[]): Piece {
  const { sections, deletions } = joinScans(scans);
  return { ...writeUpdate(sections, IdRanges.of(deletions)), deletions };
}

/** Clocks of clients: what somebody knows. */
export type Clocks = ReadonlyMap<number, number>;

/** Reads a state vector. Throws `Unreadable`, or `TooManyParts` for one of more than `maxParts` clients. */
export function readVector(bytes: Uint8Array, maxParts?: number): Clocks {
  const reader = new ByteReader(bytes, 0, maxParts);
  const clocks = new Map<number, number>();
  for (let left = reader.varUint(); left > 0; left--) {
    reader.part();
    const client = reader.varUint();
    clocks.set(client, reader.varUint());
  }
  if (!reader.isAtEnd) throw new Unreadable("something follows the state vector");
  return clocks;
}

/** Writes a state vector. */
export function writeVector(clocks: Clocks): Uint8Array {
  const writer = new ByteWriter((1 + clocks.size * 2) * maxVarUintBytes);
  writer.varUint(clocks.size);
  for (const [client, clock] of clocks) {
    writer.varUint(client);
    writer.varUint(clock);
  }
  return writer.done();
}
