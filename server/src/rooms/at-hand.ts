// A document that is opened when somebody needs to look into it, kept up to date while it is open, and closed when nobody
// has needed it for a while.
import type { HostedDoc } from "./doc-host.ts";

/** Opens a document when it is needed. */
export class AtHand<Doc extends HostedDoc> {
  readonly #open: (updates: readonly Uint8Array[]) => Promise<Doc>;
  readonly #idleMs: number;
  #opening: Promise<Doc> | undefined;
  /** What came since the document was brought up to date. */
  #unheard: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(open: (updates: readonly Uint8Array[]) => Promise<Doc>, idleMs: number) {
    this.#open = open;
    this.#idleMs = idleMs;
  }

  /** Notes an update for the document, if it is open. */
  note(update: Uint8Array): void {
    if (this.#opening) this.#unheard.push(update);
  }

  /**
   * The document with everything that came until this call, and nothing later. `updates` are asked for if it has to be
   * opened. One at a time: what one caller does to it, the next one finds. After a failure it has to be dropped.
   */
  async get(updates: () => readonly Uint8Array[]): Promise<Doc> {
    clearTimeout(this.#timer);
    const unheard = this.#unheard;
    this.#unheard = [];
    this.#opening ??= this.#open(updates());
    const doc = await this.#opening;
    if (unheard.length > 0) await doc.apply(unheard);
    return doc;
  }

  /** Says that nobody needs the document for the moment. */
  rest(): void {
    clearTimeout(this.#timer);
    if (!this.#opening) return;
    this.#timer = setTimeout(() => this.drop(), this.#idleMs);
    this.#timer.unref();
  }

  /** Closes the document. The next one to need it opens it anew. */
  drop(): void {
    clearTimeout(this.#timer);
    const opening = this.#opening;
    this.#opening = undefined;
    this.#unheard = [];
    opening?.then(
      (doc) => doc.close(),
      () => undefined, // whoever asked for it was told
    );
  }
}
