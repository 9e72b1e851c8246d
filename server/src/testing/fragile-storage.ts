// A storage in memory that does what a bad disk does: refuses writes, or takes its time, when a test says so.
import { MemoryStorage } from "../storage/memory.ts";
import { StorageFailure } from "../storage/storage.ts";

/** A storage whose disk can be broken, slowed down and mended. It passes the contract while it is whole. */
export class FragileStorage extends MemoryStorage {
  isBroken = false;
  /** Writes wait for this before they take effect. */
  gate: Promise<void> = Promise.resolve();
  /** Reads wait for this. */
  readGate: Promise<void> = Promise.resolve();
  refused = 0;
  /** Folding the board document fails. */
  isCompactBroken = false;
  /** Folding the board document waits for this before it takes effect. */
  compactGate: Promise<void> = Promise.resolve();
  readonly #folding = Promise.withResolvers<void>();
  readonly #folded = Promise.withResolvers<void>();
  /** Resolves when the board document is about to be folded. */
  readonly compacting = this.#folding.promise;
  /** Resolves when the board document was folded. */
  readonly compacted = this.#folded.promise;
  /** The positions of rows that are spoiled on the disk: whoever reads them next finds out. */
  readonly spoiled = new Set<number>();

  override async createBoard(...args: Parameters<MemoryStorage["createBoard"]>): Promise<void> {
    await this.#write();
    return super.createBoard(...args);
  }

  override async deleteBoard(...args: Parameters<MemoryStorage["deleteBoard"]>): Promise<boolean> {
    await this.#write();
    return super.deleteBoard(...args);
  }

  override async append(...args: Parameters<MemoryStorage["append"]>): Promise<number> {
    await this.#write();
    return super.append(...args);
  }

  override async decide(...args: Parameters<MemoryStorage["decide"]>): Promise<number | undefined> {
    await this.#write();
    return super.decide(...args);
  }

  override async useDeviceLink(
    ...args: Parameters<MemoryStorage["useDeviceLink"]>
  ): ReturnType<MemoryStorage["useDeviceLink"]> {
    await this.#write();
    return super.useDeviceLink(...args);
  }

  override async compact(...args: Parameters<MemoryStorage["compact"]>): Promise<void> {
    await this.#write();
    if (args[1] !== "board") return super.compact(...args);
    this.#folding.resolve();
    await this.compactGate;
    if (this.isCompactBroken) throw new StorageFailure("disk", "no space left");
    await super.compact(...args);
    this.#folded.resolve();
  }

  override async quarantine(...args: Parameters<MemoryStorage["quarantine"]>): Promise<void> {
    await this.#write();
    return super.quarantine(...args);
  }

  override async loadDoc(...args: Parameters<MemoryStorage["loadDoc"]>) {
    await this.readGate;
    const { state, rows } = await super.loadDoc(...args);
    const found = rows.map(({ position }) => position).filter((at) => this.spoiled.has(at));
    if (found.length > 0) await super.quarantine(...args, found);
    return {
      state,
      rows: rows.filter(({ position }) => !found.includes(position)),
      damaged: found.length,
    };
  }

  async #write(): Promise<void> {
    await this.gate;
    if (!this.isBroken) return;
    this.refused += 1;
    throw new StorageFailure("disk", "no space left");
  }
}

/** A gate that is shut until `open` is called. */
export function shutGate(): { readonly gate: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { gate: promise, open: resolve };
}
