// Where documents live while a room is open: bytes in, bytes and promises out. Nobody else holds a Y.Doc, so documents can
// move to other threads without anyone noticing. yjs-host.ts is the one implementation, on the event loop.
import type {
  Asker,
  BoardState,
  CardId,
  ControlState,
  EventKind,
  Language,
  MeetingRequest,
  ParticipantId,
  RequestRefusal,
  Result,
  Role,
} from "@secondstory/shared";

/** A document as the room hands it over: what was folded, and what came since. */
export interface DocBytes {
  readonly state: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
}

/**
 * What became of an update: it told something, everything in it was known, or it cannot be read and changed nothing.
 */
export type Verdict = "news" | "known" | "unreadable";

/** A document that is open. Calls take effect in the order in which they were made. */
export interface HostedDoc {
  /** Takes updates in, one verdict each. Rejects with `DocSpoiled` if one of them broke the document. */
  apply(updates: readonly Uint8Array[]): Promise<readonly Verdict[]>;
  /** What somebody at this state vector does not know. Rejects with `Unreadable` if the vector cannot be read. */
  diff(vector: Uint8Array): Promise<Uint8Array>;
  vector(): Promise<Uint8Array>;
  /** The whole document as one update, with what still waits for something missing. */
  state(): Promise<Uint8Array>;
  close(): void;
}

/** An event as the server puts it on a board. */
export interface EventToAdd {
  readonly id: CardId;
  /** When it happened: epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly kind: EventKind;
  readonly evidence: readonly { readonly url?: string; readonly text?: string }[];
}

/** A board document that is open. */
export interface HostedBoard extends HostedDoc {
  /** Puts events on the timeline and gives the update that did it. `at` is when they were written. */
  addEvents(events: readonly EventToAdd[], at: number): Promise<Uint8Array>;
  read(): Promise<BoardState>;
}

/** What the server writes into a control document. */
export type ControlCommand =
  | { readonly type: "request"; readonly request: MeetingRequest; readonly asker: Asker }
  | {
      readonly type: "admit";
      readonly who: { readonly id: ParticipantId; readonly name: string; readonly role: Role };
    }
  | {
      readonly type: "welcome-back";
      readonly participant: ParticipantId;
      readonly role?: Role | undefined;
      readonly name?: string | undefined;
    };

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

/** What a new board is called, and in which language it speaks. */
interface BoardSeed {
  readonly title: string;
  readonly language: Language;
}

/** Opens documents. */
export interface DocHost {
  /** The first update of a control document. */
  seedControl(seed: BoardSeed, at: number): Promise<Uint8Array>;
  openBoard(bytes: DocBytes): Promise<HostedBoard>;
  openControl(bytes: DocBytes): Promise<HostedControl>;
  openPrivate(bytes: DocBytes): Promise<HostedDoc>;
  close(): Promise<void>;
}

/** Bytes that are no update, no state vector or no message. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** An update broke the document while it was taken in: open it again from what was stored. */
export class DocSpoiled extends Error {
  override readonly name = "DocSpoiled";
}
