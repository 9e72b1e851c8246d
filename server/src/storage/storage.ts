// What a storage keeps, and the small asynchronous interface to it. SQLite and memory implement it; the contract suite
// (storage-contract.ts) runs on every implementation.
import type { BoardId, LinkId, ParticipantId, Role } from "@secondstory/shared";

/** Names a document of a board in storage. */
export type DocPath = "board" | "control" | `private/${ParticipantId}`;

/** The SHA-256 hash of a secret or a token, as base64url text. Nothing in storage gives the secret back. */
export type KeyHash = string;

/** An update in a document's log. Positions grow in the order of appending. */
export interface LogRow {
  readonly position: number;
  readonly update: Uint8Array;
}

/**
 * A document as it lies on disk: what was folded, and in order what came since.
 *
 * The rows may be views of one buffer: one that is kept keeps them all.
 */
export interface StoredDoc {
  readonly state: Uint8Array | undefined;
  readonly rows: readonly LogRow[];
  /** How many rows and states were found spoiled just now and put aside; what is served is the rest. */
  readonly damaged: number;
}

/** A link secret. Several of a role are valid at once, until they are switched off. */
export interface StoredSecret {
  readonly hash: KeyHash;
  /** Names the link to people and in requests; opens nothing. */
  readonly link: LinkId;
  readonly role: Role;
  /** Epoch milliseconds, server clock; undefined for a link from before that was noted. */
  readonly madeAt: number | undefined;
  /** Undefined for a link that came with the board, or from outside the meeting. */
  readonly madeBy: ParticipantId | undefined;
  readonly switchedOffAt: number | undefined;
}

/** What a link secret is when it is made. */
export interface NewSecret {
  readonly hash: KeyHash;
  readonly link: LinkId;
  readonly role: Role;
  readonly madeBy?: ParticipantId | undefined;
}

/** Somebody came by a link. */
export interface LinkUse {
  readonly secret: KeyHash;
  readonly participant: ParticipantId;
}

/** A link that takes somebody's seat along to another device, once. */
export interface DeviceLink {
  readonly hash: KeyHash;
  readonly participant: ParticipantId;
  /** Epoch milliseconds, server clock. */
  readonly expiresAt: number;
}

/** What became of an attempt to use a device link. */
export type DeviceLinkUse =
  | { readonly outcome: "taken"; readonly participant: ParticipantId }
  | { readonly outcome: "used" | "expired" | "unknown" };

/** A seat: who holds the token with this hash. */
export interface StoredSeat {
  readonly participant: ParticipantId;
  readonly tokenHash: KeyHash;
}

/** A board with what it needs from its first moment on. */
export interface NewBoard {
  readonly id: BoardId;
  /** Epoch milliseconds, server clock. */
  readonly createdAt: number;
  readonly secrets: readonly NewSecret[];
  /** The first update of each document that the server seeds. */
  readonly docs: readonly { readonly doc: DocPath; readonly update: Uint8Array }[];
}

/** A board as the storage knows it beside its documents. */
export interface StoredBoard {
  /** Epoch milliseconds, server clock. */
  readonly createdAt: number;
  /** When somebody was last noted to have opened it. */
  readonly openedAt: number;
  /** How many erasures have been carried out in its documents. */
  readonly erasures: number;
}

/** A change of seats or secrets that belongs to a decision. */
export type AccessChange =
  | { readonly type: "add-seat"; readonly seat: StoredSeat }
  /** Ends one seat: its token is worth nothing afterwards. */
  | { readonly type: "end-seat"; readonly tokenHash: KeyHash }
  /** Ends all seats of somebody, and the device links that would give them another. */
  | { readonly type: "end-seats-of"; readonly participant: ParticipantId }
  /** Notes which link a participant came by, so that it can be switched off with them. */
  | { readonly type: "note-link"; readonly participant: ParticipantId; readonly secret: KeyHash }
  | { readonly type: "add-secret"; readonly secret: NewSecret }
  /** Its participant's last device link expires with it, used or not. */
  | { readonly type: "add-device-link"; readonly deviceLink: DeviceLink }
  | { readonly type: "switch-off-link"; readonly secret: KeyHash }
  | { readonly type: "switch-off-role"; readonly role: Role }
  | { readonly type: "switch-off-links-of"; readonly participant: ParticipantId };

/** What the server decided, written whole or not at all. */
export interface Decision {
  /** Epoch milliseconds, server clock. */
  readonly at: number;
  readonly updates?: readonly { readonly doc: DocPath; readonly update: Uint8Array }[];
  /** The client's id of the request, remembered with what it changed. */
  readonly requestId?: string | undefined;
  readonly access?: readonly AccessChange[];
}

/** How many request ids of a board are remembered: a client repeats a request within seconds, so this is ample. */
export const rememberedRequests = 1_000;

/** How long a device link is remembered after it expired, so that whoever comes late is told why it does not work. */
export const rememberedDeviceLinkMs = 24 * 60 * 60 * 1000;

/**
 * Where boards are kept.
 *
 * Every promise of a writing method resolves once the change would survive a crash, and rejects with a `StorageFailure`
 * if it would not. Writes take effect in the order they were asked for. A read sees every write that was confirmed before
 * it was asked for, and perhaps some that are under way. Bytes that were given must not change until the promise is
 * settled; those on a `SharedArrayBuffer` are never copied on the event loop.
 */
export interface Storage {
  createBoard(board: NewBoard): Promise<void>;
  /** What is known of a board beside its documents, or undefined if there is none. */
  readBoard(board: BoardId): Promise<StoredBoard | undefined>;
  /**
   * Deletes a board with its documents, seats and secrets, for good. Tells whether there was one. Its id alone is kept, so
   * that browsers can be told from whoever asks for a board that never was: see `wasDeleted`.
   */
  deleteBoard(board: BoardId, at: number): Promise<boolean>;
  /** Whether there was a board of this id that was deleted. */
  wasDeleted(board: BoardId): Promise<boolean>;
  /** Notes that somebody has opened a board. */
  noteOpened(board: BoardId, at: number): Promise<void>;
  /** Some boards that nobody has opened since a moment, the longest forgotten first. */
  listUnopened(since: number, limit: number): Promise<readonly BoardId[]>;

  /** A document's state and log; an unknown document is empty. What does not match its checksum is put into quarantine. */
  loadDoc(board: BoardId, doc: DocPath): Promise<StoredDoc>;
  /** Appends updates to a document's log and tells the position of the last one. At least one is given. */
  append(board: BoardId, doc: DocPath, updates: readonly Uint8Array[]): Promise<number>;
  /** Puts a state in the place of the log's rows up to a position, which the state holds. Later rows stay. */
  compact(board: BoardId, doc: DocPath, state: Uint8Array, through: number): Promise<void>;
  /** Takes rows out of a log that cannot be read as updates. Their bytes are put aside until the board is deleted. */
  quarantine(board: BoardId, doc: DocPath, positions: readonly number[]): Promise<void>;
  /** The documents of a board of which anything was ever kept. */
  listDocs(board: BoardId): Promise<readonly DocPath[]>;
  /** Drops what was put aside of a board: nobody could erase anything from bytes that cannot be read. */
  dropQuarantine(board: BoardId): Promise<void>;
  /** Notes that so many erasures of a board are carried out, in all its documents and on the disk. */
  noteErased(board: BoardId, erasures: number): Promise<void>;
  /**
   * Makes sure that no copy of what was deleted is left in the storage's own files. A file system or a disk may still keep
   * older blocks, and so does a backup. Takes about a second for 150 MB, in which nothing else is written; all who ask
   * while one is under way share the next one.
   */
  overwriteDeleted(): Promise<void>;
  /** Writes a decision in one transaction and tells the position of its last update, if it has one. */
  decide(board: BoardId, decision: Decision): Promise<number | undefined>;

  /** Whether a request id is among the last ones remembered of the board. */
  hasSeen(board: BoardId, requestId: string): Promise<boolean>;
  /** Every link secret of the board, those switched off too. */
  listSecrets(board: BoardId): Promise<readonly StoredSecret[]>;
  /** Who came by which link, in no order. */
  listLinkUses(board: BoardId): Promise<readonly LinkUse[]>;
  findSeat(board: BoardId, tokenHash: KeyHash): Promise<StoredSeat | undefined>;
  /** Uses up a device link and adds the seat it gives, in one transaction: of two attempts at once one gets it. */
  useDeviceLink(
    board: BoardId,
    use: { readonly hash: KeyHash; readonly tokenHash: KeyHash; readonly at: number },
  ): Promise<DeviceLinkUse>;

  /** Writes and reads a probe; rejects while nothing can be kept. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Why a storage could not do what it was asked. */
export type StorageFailureCode = "board-gone" | "disk" | "in-use" | "too-new" | "closed";

/** The storage failed: the disk, another process that holds it, or a board that is no longer there. */
export class StorageFailure extends Error {
  readonly code: StorageFailureCode;

  constructor(code: StorageFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StorageFailure";
    this.code = code;
  }
}
