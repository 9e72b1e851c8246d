// Publishes what people add without their name. It waits in their private documents until facts of several people are there,
// or a while has passed that nobody can count on, and then goes onto the board in one commit, in an order of its own.
//
//   private ──(an update that holds one)──▶ waiting ──(enough people, or its time)──▶ on the board ──▶ out of private
//
// A crash between the last two doubles nothing: a card is published once, because its id is taken then.
import {
  namelessRoot,
  type BoardId,
  type ControlState,
  type NamelessFact,
  type ParticipantId,
} from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";
import { chance, shuffled } from "./by-lot.ts";
import type { EventToAdd } from "./doc-host.ts";
import { mayHaveStored, mayHold } from "./private-bytes.ts";
import type { RoomDocs } from "./room-docs.ts";
import type { RoomSettings } from "./room-options.ts";

/** What publishing needs around it. */
export interface NamelessOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly docs: Pick<RoomDocs, "tryPrivate">;
  readonly control: () => ControlState;
  /** Puts events on the board; false while it is sealed. */
  readonly addEvents: (events: readonly EventToAdd[]) => Promise<boolean>;
  readonly now: () => number;
  /** From 0 to 1: the order, and how long a fact waits. */
  readonly random?: () => number;
  readonly settings: Pick<RoomSettings, "namelessWaitMs" | "namelessTogether">;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How long after the room has loaded it looks for what waits since before: whoever returns comes first. */
const lookAfterMs = 2_000;

/** How long after a failure it is tried again. */
const retryMs = 5_000;

/** The facts without a name of one room. */
export class Nameless {
  readonly #options: Required<NamelessOptions>;
  /** Whose facts wait, and when the first of them has waited long enough. */
  readonly #due = new Map<ParticipantId, number>();
  #timer: NodeJS.Timeout | undefined;
  readonly #looking: NodeJS.Timeout;
  /** What is being done comes one after the other. */
  #work: Promise<void> = Promise.resolve();
  #isResting = false;

  constructor(options: NamelessOptions) {
    this.#options = { random: chance, ...options };
    this.#looking = setTimeout(() => this.#do(() => this.#lookForOld()), lookAfterMs);
    this.#looking.unref();
  }

  /** Takes note of what somebody wrote into their private document. */
  note(owner: ParticipantId, update: Uint8Array): void {
    // from here on, however long it waited in their browser: they have just come back, which others can see
    const { now } = this.#options;
    if (mayHold(update, namelessRoot)) this.#do(() => this.#read(owner, now()));
  }

  /** Looks again at what there is to do: the board may be sealed or open by now. */
  lookAgain(): void {
    this.#plan();
  }

  /** Goes on after a rest. */
  goOn(): void {
    this.#isResting = false;
    this.#do(() => this.#lookForOld());
  }

  /** Begins nothing more, and resolves when what was begun is done. */
  async rest(): Promise<void> {
    this.#isResting = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#looking);
    await this.#work;
  }

  #do(task: () => Promise<void>): void {
    if (this.#isResting) return;
    this.#work = this.#work.then(task).then(
      () => this.#plan(),
      (error: unknown) => {
        this.#options.onFailure("facts without a name not published", error);
        this.#plan(retryMs);
      },
    );
  }

  /** Sets the clock for what waits longest, or publishes at once where enough wait together. */
  #plan(atLeastMs = 0): void {
    clearTimeout(this.#timer);
    const { now, control, settings } = this.#options;
    if (this.#isResting || this.#due.size === 0 || control().seal) return;
    const areEnough = this.#due.size >= settings.namelessTogether;
    const waitMs = areEnough ? 0 : Math.max(0, Math.min(...this.#due.values()) - now());
    this.#timer = setTimeout(
      () => this.#do(() => this.#publish()),
      Math.min(Math.max(waitMs, atLeastMs), longestTimerMs),
    );
    this.#timer.unref();
  }

  /** Looks into the documents of everybody on the roster, bytes first: few of them hold anything. */
  async #lookForOld(): Promise<void> {
    const { storage, board, control } = this.#options;
    for (const owner of Object.keys(control().roster) as ParticipantId[]) {
      if (this.#isResting) return;
      if (await mayHaveStored({ storage, board }, owner, namelessRoot))
        await this.#read(owner, undefined);
    }
  }

  /** Looks what somebody has to publish. It waits since then, or since it was written. */
  async #read(owner: ParticipantId, since: number | undefined): Promise<void> {
    const facts = await this.#factsOf(owner);
    const { now, random, settings } = this.#options;
    if (facts.length === 0) {
      this.#due.delete(owner);
      return;
    }
    if (this.#due.has(owner)) return;
    const from = since ?? Math.min(now(), ...facts.map(({ at }) => at));
    // half as long to half as long again: nobody can count back to when it was written
    this.#due.set(owner, from + settings.namelessWaitMs * (0.5 + random()));
  }

  async #publish(): Promise<void> {
    const { now, random, addEvents, docs, control } = this.#options;
    const owners = [...this.#due.keys()];
    const waiting: { readonly owner: ParticipantId; readonly fact: NamelessFact }[] = [];
    for (const owner of owners)
      for (const fact of await this.#factsOf(owner)) waiting.push({ owner, fact });
    const { erased } = control(); // published, and gone again
    const news = waiting.filter(({ fact }) => !erased.includes(fact.card));
    const events = shuffled(news, random).map(({ fact }) => toEvent(fact));
    if (events.length > 0 && !(await addEvents(events))) return;
    for (const owner of owners) {
      const keys = waiting.filter((one) => one.owner === owner).map(({ fact }) => fact.key);
      await docs.tryPrivate(owner, (own) =>
        own.write(async (doc) => {
          const update = await doc.dropNameless(keys);
          return { update, decision: update && { at: now() }, value: undefined };
        }),
      );
      this.#due.delete(owner);
    }
  }

  /** What waits of somebody; of somebody who was removed, or whose document cannot be read, nothing. */
  async #factsOf(owner: ParticipantId): Promise<readonly NamelessFact[]> {
    const { control, docs } = this.#options;
    if (!control().roster[owner]) return [];
    const facts = await docs.tryPrivate(owner, (own) => own.read((doc) => doc.nameless()));
    return facts.ok ? facts.value : [];
  }
}

/** A timer that is set for longer than this goes off at once. */
const longestTimerMs = 2 ** 31 - 1;

const toEvent = ({ card, text, when, kind }: NamelessFact): EventToAdd => ({
  id: card,
  at: when?.at ?? null,
  isApprox: when?.approx ?? false,
  text: text.trim(),
  kind,
  evidence: [],
});
