// A set of ids, kept as ranges of clocks per client: what has been deleted.
import { ByteWriter, maxVarUintBytes } from "./byte-writer.ts";
import type { Deletions } from "./scan.ts";

/** From so many ranges on they are merged in together: put in one by one they would be moved again and again. */
const many = 64;

/** Ranges of clocks, per client in order and apart from each other. */
export class IdRanges {
  /** Per client: start, end, start, end, … */
  readonly #ranges = new Map<number, number[]>();
  #count = 0;

  static of(deletions: Deletions): IdRanges {
    const ranges = new IdRanges();
    ranges.addAll(deletions);
    return ranges;
  }

  /** Adds ranges and gives those that said something new. */
  addAll(deletions: Deletions): Deletions {
    if (deletions.length >= many * 3) return this.#addMany(deletions);
    const news: number[] = [];
    for (let at = 0; at < deletions.length; at += 3) {
      const client = deletions[at] ?? 0;
      const clock = deletions[at + 1] ?? 0;
      const length = deletions[at + 2] ?? 0;
      if (this.add(client, clock, length)) news.push(client, clock, length);
    }
    return news;
  }

  #addMany(deletions: Deletions): Deletions {
    const news: number[] = [];
    const clients = new Map<number, [start: number, end: number][]>();
    for (let at = 0; at < deletions.length; at += 3) {
      const client = deletions[at] ?? 0;
      const clock = deletions[at + 1] ?? 0;
      const length = deletions[at + 2] ?? 0;
      if (this.has(client, clock, clock + length)) continue;
      news.push(client, clock, length);
      const others = clients.get(client);
      if (others) others.push([clock, clock + length]);
      else clients.set(client, [[clock, clock + length]]);
    }
    for (const [client, added] of clients) this.#merge(client, added);
    return news;
  }

  /** Whether all of a range is in it, by default one clock. */
  has(client: number, start: number, end = start + 1): boolean {
    const ranges = this.#ranges.get(client);
    if (!ranges) return false;
    const first = firstReaching(ranges, end);
    return (ranges[first] ?? Number.POSITIVE_INFINITY) <= start;
  }

  #merge(client: number, added: [start: number, end: number][]): void {
    const before = this.#ranges.get(client) ?? [];
    added.sort(([a], [b]) => a - b);
    const merged: number[] = [];
    let at = 0;
    for (const [start, end] of added) {
      for (; (before[at] ?? Number.POSITIVE_INFINITY) <= start; at += 2)
        extend(merged, before[at] ?? 0, before[at + 1] ?? 0);
      extend(merged, start, end);
    }
    for (; at < before.length; at += 2) extend(merged, before[at] ?? 0, before[at + 1] ?? 0);
    this.#ranges.set(client, merged);
    this.#count += (merged.length - before.length) / 2;
  }

  /** Adds a range. Tells whether any of it was new. */
  add(client: number, clock: number, length: number): boolean {
    const end = clock + length;
    const ranges = this.#ranges.get(client);
    if (!ranges) {
      this.#ranges.set(client, [clock, end]);
      this.#count += 1;
      return true;
    }
    const first = firstReaching(ranges, clock);
    const start = ranges[first];
    if (start === undefined || start > end) {
      ranges.splice(first, 0, clock, end);
      this.#count += 1;
      return true;
    }
    if (start <= clock && (ranges[first + 1] ?? 0) >= end) return false;
    let after = first;
    let last = end;
    for (let next = start; next <= end; next = ranges[after] ?? Number.POSITIVE_INFINITY) {
      last = Math.max(last, ranges[after + 1] ?? 0);
      after += 2;
    }
    ranges.splice(first, after - first, Math.min(start, clock), last);
    this.#count -= (after - first) / 2 - 1;
    return true;
  }

  /** The most bytes that `write` takes. */
  get maxBytes(): number {
    return (1 + this.#ranges.size * 2 + this.#count * 2) * maxVarUintBytes;
  }

  /** Writes the ranges as an update ends with them. */
  write(writer: ByteWriter): void {
    writer.varUint(this.#ranges.size);
    for (const [client, ranges] of this.#ranges) {
      writer.varUint(client);
      writer.varUint(ranges.length / 2);
      for (let at = 0; at < ranges.length; at += 2) {
        const start = ranges[at] ?? 0;
        writer.varUint(start);
        writer.varUint((ranges[at + 1] ?? 0) - start);
      }
    }
  }
}

/** Puts a range behind others that begin no later than it does. */
function extend(ranges: number[], start: number, end: number): void {
  const last = ranges.length - 1;
  if (last > 0 && start <= (ranges[last] ?? 0)) ranges[last] = Math.max(ranges[last] ?? 0, end);
  else ranges.push(start, end);
}

/** Where the first range begins that ends at a clock or later; the end of the list if there is none. */
function firstReaching(ranges: readonly number[], clock: number): number {
  let low = 0;
  let high = ranges.length / 2;
  if ((ranges.at(-1) ?? 0) < clock) return ranges.length; // deletions mostly come in order
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle * 2 + 1] ?? 0) < clock) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
