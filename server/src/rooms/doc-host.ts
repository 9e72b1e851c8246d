// Where documents are opened: bytes in, bytes and promises out. Nobody else holds a Y.Doc. yjs-host.ts opens them in the
// thread it is called in, worker-host.ts in others.
import type {
  Asker,
  BoardState,
  Card,
  CardId,
  CastVote,
  ControlState,
  countDrafts,
  DecisionLimits,
  DoorLimits,
  DraftCount,
  DraftId,
  EventKind,
  Findings,
  InboxNote,
  KeptWords,
  Language,
  NamelessFact,
  NoteWords,
  MeetingRequest,
  ParticipantId,
  PhaseId,
  PulsePosition,
  RequestRefusal,
  Result,
  RichText,
  Role,
  SectionId,
  SharedDraft,
  Turnout,
  UnsharedNote,
} from "@secondstory/shared";
import type { Piece } from "../updates/sections.ts";

/** A document as one update. */
interface HostedState extends Piece {
  /** The same bytes once more, for the storage to keep: shared between threads, so that nobody has to copy them. */
  readonly shared: Uint8Array;
}

/** A document that is open. Calls take effect in the order in which they were made. */
export interface HostedDoc {
  /** Takes updates in. Rejects with `DocSpoiled` if one of them broke the document. */
  apply(updates: readonly Uint8Array[]): Promise<void>;
  /** The whole document as one update, without what was deleted. */
  state(): Promise<HostedState>;
  close(): void;
}

/** An event as the server puts it on a board. */
export interface EventToAdd {
  readonly id: CardId;
  /** When it happened: epoch milliseconds; null where nobody knows yet. */
  readonly at: number | null;
  readonly isApprox?: boolean;
  readonly text: string;
  readonly kind: EventKind;
  readonly evidence: readonly { readonly url?: string; readonly text?: string }[];
}

/** A note as the server puts it on a board. */
export interface NoteToAdd {
  readonly id: CardId;
  readonly section: SectionId;
  readonly text: RichText;
  /** Its author says nothing, and says so. */
  readonly passes: boolean;
  /** Who signs it; null for nobody. */
  readonly by: ParticipantId | null;
}

/** A board document that is open. */
export interface HostedBoard extends HostedDoc {
  /**
   * Puts events on the timeline and gives the update that did it. `at` is when they were written. One whose id is taken is
   * there already, and stays as it is.
   */
  addEvents(events: readonly EventToAdd[], at: number): Promise<Uint8Array>;
  /** Puts notes at the end of their sections, in the order they come, and gives the update that did it. */
  addNotes(notes: readonly NoteToAdd[], at: number): Promise<Uint8Array>;
  /** Takes cards out of the board and gives the update that did it; undefined if none of them was there. */
  eraseCards(cards: readonly CardId[]): Promise<Uint8Array | undefined>;
  /** Folds a note and gives the update that did it; undefined if it is folded or gone. */
  setAside(card: CardId, at: number): Promise<Uint8Array | undefined>;
  /** Unfolds a note with these words and gives the update that did it; undefined if it is not folded or gone. */
  unfold(card: CardId, words: NoteWords): Promise<Uint8Array | undefined>;
  read(): Promise<BoardState>;
  /** One card, hidden or not; undefined for one that is not there or cannot be read. */
  readCard(card: CardId): Promise<Card | undefined>;
  /** The Markdown post-mortem, together with what the control document says. */
  markdown(control: ControlState, language: Language): Promise<string>;
}

/** What the server writes into a control document. */
export type ControlCommand =
  | {
      readonly type: "request";
      readonly request: MeetingRequest;
      readonly asker: Asker;
      readonly limits?: DecisionLimits;
      readonly findings?: Findings;
    }
  | {
      readonly type: "admit";
      readonly who: { readonly id: ParticipantId; readonly name: string; readonly role: Role };
      readonly limits?: DoorLimits;
    }
  | {
      readonly type: "welcome-back";
      readonly participant: ParticipantId;
      readonly role?: Role | undefined;
      readonly name?: string | undefined;
    }
  | { readonly type: "raise-schema" }
  | { readonly type: "see-off"; readonly participant: ParticipantId }
  | { readonly type: "turnout"; readonly round: number; readonly turnout: Turnout }
  | {
      readonly type: "publish-pulse";
      readonly phase: PhaseId;
      readonly answers: readonly PulsePosition[];
    }
  | { readonly type: "note-leaderless"; readonly isLeaderless: boolean }
  | { readonly type: "count-drafts"; readonly counts: Parameters<typeof countDrafts>[1] };

/** A control document after a command; no update if it changed nothing. */
interface ControlWritten {
  readonly update: Uint8Array | undefined;
  readonly state: ControlState;
}

/** A control document that is open. */
export interface HostedControl extends HostedDoc {
  carryOut(command: ControlCommand, at: number): Promise<Result<ControlWritten, RequestRefusal>>;
  read(): Promise<ControlState>;
}

/** Somebody's private document that is open. */
export interface HostedPrivate extends HostedDoc {
  /** The facts that wait to be published without a name. */
  nameless(): Promise<readonly NamelessFact[]>;
  /** Takes facts out, by their keys, and gives the update that did it; undefined if none of them was there. */
  dropNameless(keys: readonly string[]): Promise<Uint8Array | undefined>;
  /** Delivers a note to a facilitator, and gives the update that did it; undefined if it is there already. */
  putInboxNote(note: InboxNote): Promise<Uint8Array | undefined>;
  /** Their votes of a round. */
  votes(round: number): Promise<readonly CastVote[]>;
  /** Notes which of them were counted, and gives the update that did it; undefined if that is noted already. */
  noteCounted(round: number, ids: readonly string[]): Promise<Uint8Array | undefined>;
  /** What they answered to the pulse of a phase. */
  pulseAnswer(phase: PhaseId): Promise<PulsePosition | undefined>;
  /** Keeps the words of a note that was set aside, and gives the update that did it. */
  keepWords(words: KeptWords): Promise<Uint8Array | undefined>;
  /** Lets go of such words, and gives the update that did it; undefined if none of them was there. */
  dropWords(cards: readonly CardId[]): Promise<Uint8Array | undefined>;
  /** The words of one note that are kept here. */
  keptWords(card: CardId): Promise<KeptWords | undefined>;
  /** What of their drafts is not shared yet. */
  unshared(): Promise<readonly UnsharedNote[]>;
  /** What of their drafts is not shared yet, counted by column. */
  countUnshared(): Promise<Readonly<Partial<Record<SectionId, DraftCount>>>>;
  /** Notes that drafts were shared, and gives the update that did it. */
  noteShared(shared: readonly SharedDraft[], at: number): Promise<Uint8Array | undefined>;
  /** Lets drafts wait for a note of somebody else, and gives the update that did it; undefined if they wait already. */
  putToWait(drafts: readonly DraftId[], at: number): Promise<Uint8Array | undefined>;
  /**
   * Deletes the drafts that became one of these erased cards, and the words that are kept of one that had been set aside, and
   * gives the update that did it; undefined if there was none.
   */
  eraseOf(cards: readonly CardId[]): Promise<Uint8Array | undefined>;
  /** Whether they say to have begun a card. */
  hasBegun(card: CardId): Promise<boolean>;
}

/** What a new board is called, and in which language it speaks. */
interface BoardSeed {
  readonly title: string;
  readonly language: Language;
}

/**
 * Opens documents from updates in order. What it opens gets a fresh random client id each time. Opening rejects with
 * `DocSpoiled` if an update breaks the document.
 */
export interface DocHost {
  /** How many documents are open in other threads. */
  readonly openDocs: number;
  /** The first update of a control document. */
  seedControl(seed: BoardSeed, at: number): Promise<Uint8Array>;
  openBoard(updates: readonly Uint8Array[]): Promise<HostedBoard>;
  openControl(updates: readonly Uint8Array[]): Promise<HostedControl>;
  openPrivate(updates: readonly Uint8Array[]): Promise<HostedPrivate>;
  close(): Promise<void>;
}

/** A document cannot be read: an update broke it while it was taken in, or its bytes are not those of one. */
export class DocSpoiled extends Error {
  override readonly name = "DocSpoiled";
}
