// Which writes go to the disk together, and when: one message and one transaction a group.
//
//   asked ─▶ gathered ─▶ sent ─▶ answered
//               │          └─ one group at a time; what comes meanwhile is the next one
//               └─ at the end of the turn if the storage was idle, else some ms after the first one was asked for
//
// Writing less often is cheaper and nobody waits for it: people see each other's words before they are on disk. Whoever
// does wait (a decision, a new board) is not made to, and takes along whatever was asked for before.
import type { Outcome, WriteCall, WritingCalls } from "./sqlite-messages.ts";
import { StorageFailure } from "./storage.ts";

/** The writes for which nobody waits before going on. */
const patient: ReadonlySet<string> = new Set<keyof WritingCalls>([
  "append",
  "compact",
  "quarantine",
  "noteOpened",
]);

/** So many times the pace without a write, and a storage is idle. */
const idleAfter = 5;

interface Asked {
  readonly call: WriteCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: StorageFailure) => void;
}

/** Gathers writes into groups and sends one group at a time. */
export class CommitGroups {
  readonly #everyMs: number;
  readonly #send: (calls: readonly WriteCall[]) => void;
  #gathered: Asked[] = [];
  #underWay: readonly Asked[] = [];
  #isUrgent = false;
  /** When the first of those that are gathered was asked for. */
  #gatheredAt = 0;
  #sentAt = -Infinity;
  /** Calls off the sending that is planned. */
  #unplan: (() => void) | undefined;
  #onSettled: (() => void)[] = [];

  constructor(everyMs: number, send: (calls: readonly WriteCall[]) => void) {
    this.#everyMs = everyMs;
    this.#send = send;
  }

  /** Asks for a write. Resolves with what the thread answers. */
  write(call: WriteCall): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) this.#gatheredAt = performance.now();
      this.#gathered.push({ call, resolve, reject });
      if (this.#isUrgent || (this.#unplan && patient.has(call.name))) return;
      this.#isUrgent = !patient.has(call.name);
      this.#plan();
    });
  }

  /** Takes the answers to the group that is under way. */
  answer(outcomes: readonly Outcome[]): void {
    const asked = this.#underWay;
    this.#underWay = [];
    for (const [index, outcome] of outcomes.entries()) {
      if ("code" in outcome)
        asked[index]?.reject(new StorageFailure(outcome.code, outcome.message));
      else asked[index]?.resolve(outcome.value);
    }
    this.#plan();
    if (this.#gathered.length === 0) this.#settle();
  }

  /** Resolves when everything that was asked for is answered; what waits for its moment goes now. */
  async settled(): Promise<void> {
    if (this.#gathered.length + this.#underWay.length === 0) return;
    this.#isUrgent = this.#gathered.length > 0;
    this.#plan();
    await new Promise<void>((resolve) => this.#onSettled.push(resolve));
  }

  /** Refuses all that was asked for: the thread is gone. */
  end(failure: StorageFailure): void {
    this.#unplan?.();
    this.#unplan = undefined;
    for (const { reject } of [...this.#underWay, ...this.#gathered]) reject(failure);
    this.#underWay = [];
    this.#gathered = [];
    this.#settle();
  }

  #plan(): void {
    this.#unplan?.();
    this.#unplan = undefined;
    if (this.#underWay.length > 0 || this.#gathered.length === 0) return;
    const send = () => this.#sendGroup();
    const waitMs = this.#gatheredAt + this.#everyMs - performance.now();
    const isIdle = this.#gatheredAt - this.#sentAt > idleAfter * this.#everyMs;
    if (waitMs > 0 && !isIdle && !this.#isUrgent) {
      const timer = setTimeout(send, waitMs);
      this.#unplan = () => clearTimeout(timer);
    } else {
      const turn = setImmediate(send); // whatever this turn of the loop still asks for goes along
      this.#unplan = () => clearImmediate(turn);
    }
  }

  #sendGroup(): void {
    this.#unplan = undefined;
    this.#isUrgent = false;
    this.#sentAt = performance.now();
    this.#underWay = this.#gathered;
    this.#gathered = [];
    this.#send(this.#underWay.map(({ call }) => call));
  }

  #settle(): void {
    const waiting = this.#onSettled;
    this.#onSettled = [];
    for (const resolve of waiting) resolve();
  }
}
