// Watches whether somebody who leads is here. The time counts only while somebody is connected, and this process runs.
//
//   somebody leads ◀──(one who leads comes)── nobody leads ──(long enough)──▶ leaderless
//                  ──(the last of them goes)──▶  │   ▲
//                              (all have gone) ▼   │ (somebody comes)
//                                             standing still
import type { ControlState, ParticipantId } from "@secondstory/shared";

/** What watching needs around it. */
export interface LeadWatchOptions {
  /** How long nobody who leads must have been here. */
  readonly afterMs: number;
  /** Who is connected. */
  readonly connected: () => ReadonlySet<ParticipantId>;
  readonly control: () => ControlState;
  /** Writes down what the control document does not say yet. Called again until it does. */
  readonly onChange: (isLeaderless: boolean) => void;
}

/** The watch of one room. */
export class LeadWatch {
  readonly #options: LeadWatchOptions;
  /** What has counted before it stood still last. */
  #countedMs = 0;
  /** Since when it counts, by a clock that only goes forward; undefined while it stands still. */
  #since: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  #isOver = false;

  constructor(options: LeadWatchOptions) {
    this.#options = options;
  }

  /** Whether nobody who leads has been here for long enough, by now. */
  get isLeaderless(): boolean {
    return this.#elapsedMs() >= this.#options.afterMs;
  }

  /** Looks once for all who come and go in this turn: in a storm of sockets each look costs as much as there are of them. */
  lookSoon(): void {
    this.#soon ??= setImmediate(() => this.look());
  }

  /** Looks who is here. Call it when a role changes. */
  look(): void {
    clearImmediate(this.#soon);
    this.#soon = undefined;
    if (this.#isOver) return;
    const { connected, control, afterMs } = this.#options;
    const { roster } = control();
    const here = [...connected()];
    const isLed = here.some((id) => roster[id]?.role === "facilitator");
    if (isLed) {
      this.#countedMs = 0;
      this.#since = undefined;
    } else if (here.length === 0) {
      this.#countedMs = this.#elapsedMs();
      this.#since = undefined;
    } else this.#since ??= performance.now();
    clearTimeout(this.#timer);
    if (this.#since !== undefined && !this.isLeaderless) {
      this.#timer = setTimeout(() => this.look(), Math.ceil(afterMs - this.#elapsedMs()));
      this.#timer.unref();
    }
    this.#tell();
  }

  /** Looks no more. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  /** Offered only where somebody may take the offer. */
  #tell(): void {
    const { seal, lead } = this.#options.control();
    const isOffered = this.isLeaderless && lead.letsStepIn && !seal;
    if (isOffered !== (lead.leaderlessAt !== undefined)) this.#options.onChange(isOffered);
  }

  #elapsedMs(): number {
    return this.#countedMs + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }
}
