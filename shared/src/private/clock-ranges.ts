// Sets of letters by their ids. Letters of one client whose clocks follow each other are one range.

/** Letters whose ids follow each other: client, clock of the first, how many. */
export type Run = readonly [client: number, clock: number, length: number];

/** Clocks of one client: the first, and the one behind the last. */
type Range = readonly [from: number, to: number];

/** A set of letters that answers quickly what is not in it, however many ranges it has. */
export class ClockRanges {
  readonly #ranges = new Map<number, readonly Range[]>();

  constructor(runs: readonly Run[]) {
    for (const [client, own] of Map.groupBy(runs, ([id]) => id))
      this.#ranges.set(client, joined(own));
  }

  /** What of a run is not in the set, in order. */
  gapsIn(client: number, clock: number, length: number): readonly Range[] {
    const ranges = this.#ranges.get(client) ?? [];
    const end = clock + length;
    const gaps: Range[] = [];
    let at = clock;
    for (let index = firstBehind(ranges, clock); at < end; index += 1) {
      const [from, to] = ranges[index] ?? [end, end];
      if (at < from) gaps.push([at, Math.min(from, end)]);
      at = Math.max(at, to);
      if (from >= end) break;
    }
    return gaps;
  }
}

/** In order, and none touching the next. */
function joined(runs: readonly Run[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const [, from, length] of runs.toSorted((a, b) => a[1] - b[1])) {
    const last = ranges.at(-1);
    if (last && from <= last[1])
      ranges[ranges.length - 1] = [last[0], Math.max(last[1], from + length)];
    else if (length > 0) ranges.push([from, from + length]);
  }
  return ranges;
}

/** The first range that ends behind a clock. */
function firstBehind(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.[1] ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
