// Writing that is hidden: counts it while it is, and publishes it when it is revealed or shared.
//
//   private ──(an update of somebody who has drafts)──▶ to be counted ──(a beat of the clock)──▶ counts in control
//   reveal, share ──▶ cards on the board, noted in each private, the decision: one transaction (publishing.ts)
//
// The beat is that of the clock, not of the first keystroke after the last one: when a count grows says nothing of when
// somebody wrote.
import {
  draftsRoot,
  isWritingHidden,
  writingIn,
  type BoardId,
  type ControlState,
  type DraftCount,
  type HideableSectionId,
  type MeetingRequest,
  type ParticipantId,
  type RequestOf,
  type SectionId,
  type WritingCount,
} from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";
import { chance } from "./by-lot.ts";
import type { Alongside, Change, Meeting } from "./meeting.ts";
import { mayHaveStored, mayHold } from "./private-bytes.ts";
import { publishing, type OwnNote, type Picked } from "./publishing.ts";
import type { RoomDocs } from "./room-docs.ts";
import type { RoomSettings } from "./room-options.ts";
import type { Together } from "./server-write.ts";

/** What hidden writing needs around it. */
export interface HiddenWritingOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly docs: Pick<RoomDocs, "openBoard" | "tryPrivate" | "noteUnread">;
  readonly meeting: Pick<Meeting, "control" | "note">;
  readonly now: () => number;
  /** From 0 to 1: the order of what is revealed. */
  readonly random?: () => number;
  readonly settings: Pick<RoomSettings, "draftCountsMs">;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How long after the room has loaded it looks for drafts from before: whoever returns comes first. */
const lookAfterMs = 2_000;

/** While fewer write, whoever sees a column being written could tell who it is. */
const fewestWriters = 3;

type Counts = Readonly<Partial<Record<SectionId, DraftCount>>>;

/** The hidden writing of one room. */
export class HiddenWriting {
  readonly #options: Required<HiddenWritingOptions>;
  /** Whoever may have drafts. */
  readonly #holders = new Set<ParticipantId>();
  readonly #counts = new Map<ParticipantId, Counts>();
  /** Who wrote before the room was loaded and has not been counted since. */
  readonly #fromBefore = new Set<ParticipantId>();
  /** Whose drafts are to be counted anew. */
  readonly #toCount = new Set<ParticipantId>();
  readonly #looking: NodeJS.Timeout;
  #looked: Promise<void> | undefined;
  #beat: NodeJS.Timeout | undefined;
  #counting: Promise<void> = Promise.resolve();
  #isResting = false;

  constructor(options: HiddenWritingOptions) {
    this.#options = { random: chance, ...options };
    this.#looking = setTimeout(() => void this.#look().catch(() => undefined), lookAfterMs);
    this.#looking.unref();
  }

  /** Takes note of what somebody wrote into their private document. */
  note(owner: ParticipantId, update: Uint8Array): void {
    if (!this.#holders.has(owner) && !mayHold(update, draftsRoot)) return;
    this.#holders.add(owner);
    this.#toCount.add(owner);
    this.#plan();
  }

  /** Looks again at what there is to count: columns may be hidden, or people gone, by now. */
  lookAgain(): void {
    this.#plan();
  }

  /** What a request publishes in the transaction in which it is decided; undefined for requests that publish nothing. */
  alongside(request: MeetingRequest): Alongside | undefined {
    if (request.type === "reveal") return (change) => this.#reveal(change);
    if (request.type === "share") return (change) => this.#share(request, change);
    return undefined;
  }

  /** Begins nothing more, and resolves when what was begun is done. */
  async rest(): Promise<void> {
    this.#isResting = true;
    clearTimeout(this.#looking);
    clearTimeout(this.#beat);
    await this.#counting;
  }

  /** Goes on after a rest. */
  goOn(): void {
    this.#isResting = false;
    this.#plan();
  }

  #reveal({ before, after, leaveOut }: Change): Together | undefined {
    const isRevealed = ({ section }: OwnNote) =>
      isWritingHidden(before, section) && !isWritingHidden(after, section);
    const isOpen = ({ section }: OwnNote) => !isWritingHidden(after, section);
    if (hiddenIn(before).length === hiddenIn(after).length) return undefined;
    return this.#publish(after, leaveOut, (notes) => {
      const revealed = notes.filter(isRevealed);
      const late = notes.filter((note) => note.isWaiting && isOpen(note) && !isRevealed(note));
      const isCrowd = new Set([...revealed, ...late].map(({ owner }) => owner)).size > 1;
      return { publish: [...revealed, ...(isCrowd ? late : [])], wait: [] };
    });
  }

  #share({ drafts, alone }: RequestOf<"share">, { after, asker, leaveOut }: Change): Together {
    return this.#publish(after, leaveOut, (notes): Picked => {
      const open = notes.filter(({ section }) => !isWritingHidden(after, section));
      const mine = open.filter(
        ({ owner, draft }) => owner === asker.participant && (drafts?.includes(draft) ?? true),
      );
      const others = open.filter(
        ({ owner, isWaiting }) => isWaiting && owner !== asker.participant,
      );
      if (mine.length === 0) return { publish: [], wait: [] };
      if (others.length > 0) return { publish: [...mine, ...others], wait: [] };
      // a name stands on it anyway, or its author does not mind
      const ready = mine.filter((note) => alone || isSigned(after, note));
      return { publish: ready, wait: mine.filter((note) => !ready.includes(note)) };
    });
  }

  #publish(
    control: ControlState,
    leaveOut: Change["leaveOut"],
    pick: (notes: readonly OwnNote[]) => Picked,
  ): Together {
    const { docs, random, now } = this.#options;
    return async (commit) => {
      await this.#look();
      const owners = [...this.#holders].filter((owner) => control.roster[owner]);
      const isSignedHere = (note: OwnNote) => isSigned(control, note);
      const around = { docs, owners, pick, isSigned: isSignedHere, random, at: now(), leaveOut };
      await publishing(around)(commit);
      for (const owner of owners) this.#toCount.add(owner);
    };
  }

  /** Finds out, once, who has drafts from before the room was loaded: bytes first, few of them hold anything. */
  #look(): Promise<void> {
    this.#looked ??= this.#lookForOld().catch((error: unknown) => {
      this.#looked = undefined; // whoever asks next tries again
      this.#options.onFailure("drafts not found", error);
      throw error;
    });
    return this.#looked;
  }

  async #lookForOld(): Promise<void> {
    const owners = Object.keys(this.#options.meeting.control.roster) as ParticipantId[];
    for (const owner of owners) {
      if (this.#holders.has(owner)) continue;
      if (await mayHaveStored(this.#options, owner, draftsRoot)) {
        this.#holders.add(owner);
        this.#fromBefore.add(owner);
        this.#toCount.add(owner);
      }
    }
    this.#plan();
  }

  /** Counts at the next beat, if there is anything to count. */
  #plan(): void {
    if (this.#isResting || this.#beat || !this.#isDue()) return;
    const { now, settings } = this.#options;
    const everyMs = settings.draftCountsMs;
    this.#beat = setTimeout(
      () => {
        this.#beat = undefined;
        this.#counting = this.#counting.then(() => this.#countAll());
      },
      everyMs - (now() % everyMs),
    );
    this.#beat.unref();
  }

  #isDue(): boolean {
    const { control } = this.#options.meeting;
    if (control.seal) return false;
    return hiddenIn(control).some(
      (section) =>
        this.#toCount.size > 0 ||
        control.writing[section]?.isBeingWritten ||
        control.writing[section]?.notes !== this.#notesIn(section),
    );
  }

  #notesIn(section: SectionId): number {
    const { roster } = this.#options.meeting.control;
    let notes = 0;
    for (const [owner, counts] of this.#counts)
      if (roster[owner]) notes += counts[section]?.notes ?? 0;
    return notes;
  }

  async #countAll(): Promise<void> {
    if (this.#isResting || !this.#isDue()) return;
    const owners = [...this.#toCount];
    this.#toCount.clear();
    try {
      await this.#look(); // before a room knows what waits since earlier, its counts would be those of whoever came back
      const written = await Promise.all(owners.map((owner) => this.#count(owner)));
      const writers = written.filter((sections) => sections.length > 0).length;
      const isTold = writers >= fewestWriters;
      const counts: Partial<Record<HideableSectionId, WritingCount>> = {};
      for (const section of hiddenIn(this.#options.meeting.control)) {
        const isBeingWritten = isTold && written.flat().includes(section);
        counts[section] = { notes: this.#notesIn(section), isBeingWritten };
      }
      await this.#options.meeting.note({ type: "count-drafts", counts });
    } catch (error) {
      for (const owner of owners) this.#toCount.add(owner);
      this.#options.onFailure("drafts not counted", error);
    }
    this.#plan();
  }

  /** Counts what somebody has, and tells in which columns they wrote since the last time. */
  async #count(owner: ParticipantId): Promise<readonly SectionId[]> {
    const { docs, meeting } = this.#options;
    if (!meeting.control.roster[owner]) return [];
    const counted = await docs.tryPrivate(owner, (own) => own.read((doc) => doc.countUnshared()));
    if (!counted.ok) return []; // what was counted of them last still waits
    const counts = counted.value;
    const before = this.#counts.get(owner) ?? {};
    this.#counts.set(owner, counts);
    if (this.#fromBefore.delete(owner)) return [];
    return (Object.keys(counts) as SectionId[]).filter(
      (section) => counts[section]?.length !== before[section]?.length,
    );
  }
}

const hiddenIn = ({ writing }: ControlState): readonly HideableSectionId[] =>
  (Object.keys(writing) as HideableSectionId[]).filter((section) => writing[section]?.isHidden);

/** A name stands on a note only in the round in which its author began it knowing that, and if nobody has dropped the names since. */
const isSigned = (control: ControlState, { section, namedIn }: OwnNote): boolean => {
  const writing = writingIn(control, section);
  return writing?.isNamed === true && writing.round === namedIn;
};
