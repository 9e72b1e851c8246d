// What is known of a document without opening it: how far each client has come, and what has been deleted. Tells of an
// update which part is news.
import * as Y from "yjs";
import { Unreadable } from "./byte-reader.ts";
import { IdRanges } from "./id-ranges.ts";
import { scanUpdate, type Deletions, type Scan, type Section } from "./scan.ts";
import { cutSection, writeUpdate, writeVector, type Clocks } from "./sections.ts";

/** The part of an update that was news, and can be put behind what is known. */
export interface Taken {
  readonly sections: readonly Section[];
  readonly deletions: Deletions;
  /** Something in it waits for what the same client wrote before, and has not come. */
  readonly isWaiting: boolean;
}

/** The clocks and deletions of one document. */
export class Known {
  readonly #clocks = new Map<number, number>();
  readonly deleted = new IdRanges();
  /** Sections that wait, per client in the order of their clocks. */
  readonly #waiting = new Map<number, Section[]>();

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

  /** Takes an update in. Whatever waited for it is news too. */
  take({ sections, deletions }: Scan): Taken {
    const news: Section[] = [];
    let isWaiting = false;
    for (const section of sections) if (!this.#takeSection(section, news)) isWaiting = true;
    const isDeleting = deletions.length > 0;
    return {
      sections: news,
      deletions: isDeleting ? this.deleted.addAll(deletions) : deletions,
      isWaiting,
    };
  }

  /** False if the section has to wait. */
  #takeSection(section: Section, news: Section[]): boolean {
    const { client } = section;
    const clock = this.#clocks.get(client) ?? 0;
    if (section.to <= clock) return true;
    if (section.from > clock) {
      this.#wait(section);
      return false;
    }
    const rest = section.from === clock ? section : cutExactly(section, clock);
    news.push(rest);
    this.#clocks.set(client, rest.to);
    if (this.#waiting.size > 0) this.#release(client, news);
    return true;
  }

  #wait(section: Section): void {
    const others = this.#waiting.get(section.client) ?? [];
    if (others.some(({ from, to }) => from === section.from && to === section.to)) return;
    others.push(section);
    others.sort((a, b) => a.from - b.from);
    this.#waiting.set(section.client, others);
  }

  #release(client: number, news: Section[]): void {
    const waiting = this.#waiting.get(client);
    if (!waiting) return;
    this.#waiting.delete(client);
    for (const section of waiting) this.#takeSection(section, news);
  }
}

/** The rest of a section from a clock on; Yjs splits the struct that lies across it. */
function cutExactly(section: Section, clock: number): Section {
  const cut = cutSection(section, clock);
  if (cut?.from === clock) return cut;
  if (cut) {
    const { bytes } = writeUpdate([cut], new IdRanges());
    const split = Y.diffUpdate(bytes, writeVector(new Map([[cut.client, clock]])));
    const [rest] = scanUpdate(split).sections;
    if (rest?.from === clock) return rest;
  }
  throw new Unreadable("an update that cannot be split");
}
