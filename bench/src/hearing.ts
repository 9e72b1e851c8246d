// How far one client has heard each writer, and where something was left out.
import { encodeVector } from "./messages.ts";
import type { Typist } from "./typist.ts";

interface Hole {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** What has come, by client id and clock. A range that comes after a gap leaves a hole until the gap is filled. */
export class Hearing {
  readonly #ends = new Map<number, number>();
  #holes: Hole[] = [];

  /** Takes a range; from which clock on it brought something beyond all that had come, if it did. */
  take(id: number, from: number, to: number): number | undefined {
    if (this.#holes.length > 0)
      this.#holes = this.#holes.flatMap((hole) => fill(hole, id, from, to));
    const end = this.#ends.get(id) ?? 0;
    if (to <= end) return undefined;
    if (from > end) this.#holes.push({ id, from: end, to: from });
    this.#ends.set(id, to);
    return Math.max(from, end);
  }

  /** How many clocks of these writers have not come. */
  missing(of: Iterable<Typist>): number {
    let count = 0;
    for (const { clientId, log } of of) {
      count += log.clock - (this.#ends.get(clientId) ?? 0);
      for (const hole of this.#holes) if (hole.id === clientId) count += hole.to - hole.from;
    }
    return count;
  }

  /** How many clocks of a writer have come without a hole. */
  wholeUpTo(id: number): number {
    const holes = this.#holes.filter((hole) => hole.id === id).map((hole) => hole.from);
    return Math.min(this.#ends.get(id) ?? 0, ...holes);
  }

  /** The state vector of a document that held just this, and what `own` has written. */
  vector(own: Typist | undefined): Uint8Array {
    const clocks = new Map([...this.#ends.keys()].map((id) => [id, this.wholeUpTo(id)]));
    if (own) clocks.set(own.clientId, own.log.clock);
    return encodeVector(clocks);
  }
}

/** What is left of a hole when a range has come. */
function fill(hole: Hole, id: number, from: number, to: number): readonly Hole[] {
  if (hole.id !== id || to <= hole.from || from >= hole.to) return [hole];
  const left = { ...hole, to: from };
  const right = { ...hole, from: to };
  return [left, right].filter((part) => part.from < part.to);
}
