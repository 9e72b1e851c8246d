// A document as the event loop holds it: bytes and clocks, never a Y.Doc.
//
//   state    what was folded           ─┐
//   folding  what is being folded now  ─┼─▶ whole(), diff(vector)
//   tail     what came since           ─┘
//
// The tail's pieces are merged whenever a later one has grown as large as the one before it, so there are few of them and
// no byte is copied often.
import type { Erased } from "../updates/erased.ts";
import { Known, type Taken } from "../updates/known.ts";
import type { Scan, Section } from "../updates/scan.ts";
import {
  cutSection,
  writePiece,
  writeUpdate,
  writeVector,
  type Clocks,
  type Piece,
} from "../updates/sections.ts";

/** Up to this size a document is put together into one update for a newcomer; beyond, its state is sent as it lies. */
const maxWholeBytes = 1024 * 1024;

/** What a newcomer is sent: first the updates that came since the last folding, then the answer that completes them. */
export interface Whole {
  readonly before: Uint8Array | undefined;
  readonly answer: Uint8Array;
}

/** Whether a state says all that clients with these clocks wrote, and nothing more. */
export function isAllOf(clocks: Clocks, state: Scan): boolean {
  const { clocks: kept } = new Known(state);
  return kept.size === clocks.size && [...clocks].every(([id, clock]) => kept.get(id) === clock);
}

/** The bytes of one document. */
export class DocBytes {
  readonly #known: Known;
  #state: Piece | undefined;
  #folding: Piece | undefined;
  #tail: Piece[] = [];
  #vector: Uint8Array | undefined;
  #whole: Whole | undefined;
  /** What must never come back; undefined where nothing was erased. */
  #erased: Erased | undefined;

  /** Starts from a state, if there is one, with what was read from it. */
  constructor(state: Piece | undefined) {
    this.#known = new Known(state);
    this.#state = state && { ...state, deletions: [] };
  }

  get clocks(): Clocks {
    return this.#known.clocks;
  }

  /** What waits for something that is missing. */
  get waiting(): readonly Section[] {
    return this.#known.waiting;
  }

  /**
   * Takes an update in and tells what of it was news. The news count as known from here on: `append` must follow. So many
   * sections may wait for what is missing.
   */
  take(scan: Scan, maxWaiting?: number): Taken {
    const taken = this.#known.take(this.#erased?.sift(scan) ?? scan, maxWaiting);
    if (taken.sections.length > 0) this.#vector = undefined;
    return taken;
  }

  /** Puts news at the end, all of them written as one update, and gives that. */
  append(...news: readonly Scan[]): Piece {
    const piece = writePiece(...news);
    this.#whole = undefined;
    const tail = this.#tail;
    tail.push(piece);
    for (;;) {
      const [before, last] = tail.slice(-2);
      if (!before || !last || before.bytes.length > 2 * last.bytes.length) break;
      tail.splice(-2, 2, writePiece(before, last));
    }
    return piece;
  }

  /** Every struct that is known, in order. */
  get sections(): readonly Section[] {
    return this.#layers.flatMap((layer) => layer.sections);
  }

  /** Empties from here on what hangs on something that was erased; without it, reads anew what that is by now. */
  async guard(erased = this.#erased): Promise<void> {
    this.#erased = erased;
    await erased?.learn(this.sections);
  }

  /** How far each client has come. */
  vector(): Uint8Array {
    this.#vector ??= writeVector(this.#known.clocks);
    return this.#vector;
  }

  /** Everything, for somebody who has nothing. The state's own bytes if it is large: nothing is copied then. */
  whole(): Whole {
    this.#whole ??= this.#makeWhole();
    return this.#whole;
  }

  /** What somebody with these clocks does not know. It may say some of what they know again. */
  diff(clocks: Clocks): Uint8Array {
    const sections = this.#layers.flatMap((layer) =>
      layer.sections.flatMap((section) => {
        const missing = cutSection(section, clocks.get(section.client) ?? 0);
        return missing ? [missing] : [];
      }),
    );
    return writeUpdate(sections, this.#known.deleted).bytes;
  }

  /** Everything as updates in order, for whoever opens the document. */
  updates(): readonly Uint8Array[] {
    const { before, answer } = this.whole();
    return before ? [answer, before] : [answer];
  }

  /** Sets aside what is to be folded. Until `folded` or `notFolded`, what comes goes behind it. */
  seal(): void {
    const since = this.#since;
    this.#folding = since.length > 0 ? writePiece(...since) : undefined;
    this.#tail = [];
  }

  /** Puts a state in the place of what was sealed. It says exactly that: ask `isAllOf` before. */
  folded(state: Piece): void {
    this.#state = { ...state, deletions: [] }; // they are known
    this.#folding = undefined;
    this.#whole = undefined;
  }

  /** Gives up folding: what was sealed stays. */
  notFolded(): void {
    this.#tail = [...this.#since];
    this.#folding = undefined;
  }

  get #since(): readonly Piece[] {
    return this.#folding ? [this.#folding, ...this.#tail] : this.#tail;
  }

  get #layers(): readonly Piece[] {
    return this.#state ? [this.#state, ...this.#since] : this.#since;
  }

  #makeWhole(): Whole {
    const state = this.#state;
    if (state && state.bytes.length > maxWholeBytes) {
      // whoever gets what came since first keeps it until the state is there: with the answer they are complete
      const since = this.#since;
      return {
        before: since.length > 0 ? writePiece(...since).bytes : undefined,
        answer: state.bytes,
      };
    }
    const answer = writeUpdate(this.sections, this.#known.deleted).bytes;
    return { before: undefined, answer };
  }
}
