// What is known of a document without opening it: how far each client has come, and what has been deleted. Tells of an
// update which part is news.
import * as Y from "yjs";
import { Unreadable } from "./byte-reader.ts";
import { IdRanges } from "./id-ranges.ts";
import { scanUpdate, type Deletions, type Scan, type Section } from "./scan.ts";
import { cutSection, splitSection, writeUpdate, writeVector, type Clocks } from "./sections.ts";

/** The part of an update that was news, and can be put behind what is known. */
export interface Taken {
  readonly sections: readonly Section[];
  readonly deletions: Deletions;
  /** The whole update, in memory of its own, if something in it waits for what the same client wrote before. */
  readonly waiting: Uint8Array | undefined;
  /** More would wait than may: that part of the update was not taken. */
  readonly isTooMuch: boolean;
}

/** The clocks and deletions of one document. */
export class Known {
  readonly #clocks = new Map<number, number>();
  readonly deleted = new IdRanges();
  /** Sections that wait, per client in the order of their clocks. */
  readonly #waiting = new Map<number, Section[]>();
  #waitingCount = 0;

  /** Starts from what an update says, if there is one. */
  constructor(first?: Scan) {
    if (first) this.take(first);
  }

  get clocks(): Clocks {
    return this.#clocks;
  }

  /** Every section that waits for something missing. */
  get waiting(): readonly Section[] {
    return [...this.#waiting.values()].flat();
  }

  /** Takes an update in. Whatever waited for it is news too. Of all clients together, `maxWaiting` sections may wait. */
  take({ sections, deletions }: Scan, maxWaiting = Number.POSITIVE_INFINITY): Taken {
    const news: Section[] = [];
    const early: Section[] = [];
    for (const section of sections) {
      if (section.from > (this.#clocks.get(section.client) ?? 0)) early.push(section);
      else if (this.#put(section, news)) this.#release(section.client, news);
    }
    const isTooMuch = early.length + this.#waitingCount > maxWaiting;
    return {
      sections: news,
      deletions: deletions.length > 0 ? this.deleted.addAll(deletions) : deletions,
      waiting: isTooMuch ? undefined : this.#wait(early),
      isTooMuch,
    };
  }

  /** Puts a section behind what its client wrote. False if all of it is known. */
  #put(section: Section, news: Section[]): boolean {
    const { client } = section;
    const clock = this.#clocks.get(client) ?? 0;
    if (section.to <= clock) return false;
    if (section.from === clock) news.push(section);
    else for (const part of cutExactly(section, clock)) news.push(part);
    this.#clocks.set(client, section.to);
    return true;
  }

  /** Keeps sections of one update, in memory of their own: what they lie in may be a part of something larger. */
  #wait(sections: readonly Section[]): Uint8Array | undefined {
    const [first] = sections;
    if (!first) return undefined;
    const bytes = first.bytes.slice();
    const clients = new Map<number, Section[]>();
    for (const section of sections) {
      const own = { ...section, bytes };
      const others = clients.get(section.client);
      if (others) others.push(own);
      else clients.set(section.client, [own]);
    }
    for (const [client, own] of clients) {
      const before = this.#waiting.get(client) ?? [];
      const after = [...before, ...own].toSorted((a, b) => a.from - b.from || a.to - b.to);
      const distinct = after.filter((section, at) => !isSame(section, after[at - 1]));
      this.#waiting.set(client, distinct);
      this.#waitingCount += distinct.length - before.length;
    }
    return bytes;
  }

  #release(client: number, news: Section[]): void {
    const waiting = this.#waiting.size > 0 ? this.#waiting.get(client) : undefined;
    if (!waiting) return;
    let released = 0;
    for (const section of waiting) {
      if (section.from > (this.#clocks.get(client) ?? 0)) break;
      this.#put(section, news);
      released += 1;
    }
    if (released === waiting.length) this.#waiting.delete(client);
    else waiting.splice(0, released);
    this.#waitingCount -= released;
  }
}

const isSame = (a: Section, b: Section | undefined): boolean => a.from === b?.from && a.to === b.to;

/** The rest of a section from a clock on; Yjs splits the struct that lies across it. */
function cutExactly(section: Section, clock: number): readonly Section[] {
  const cut = cutSection(section, clock);
  if (cut?.from === clock) return [cut];
  if (cut) {
    const [first, ...rest] = splitSection(cut);
    const { bytes } = writeUpdate([first], new IdRanges());
    const split = Y.diffUpdate(bytes, writeVector(new Map([[cut.client, clock]])));
    const [end] = scanUpdate(split).sections;
    if (end?.from === clock) return [end, ...rest];
  }
  throw new Unreadable("an update that cannot be split");
}
