// A board while it is open: its documents, the sockets attached to them, and what the server decides.
//
//   loading ──▶ live ──(nobody holds it for a while)──▶ storing ──▶ gone
//      │          ▲                                        │
//      │          └──────────(the disk failed)─────────────┘
//      └──(no such board, or it cannot be read)──▶ gone
//
// Whoever needs the room holds it (rooms.ts counts); a room that is held is never stored away. One that is storing or
// gone is never joined: the next visitor waits and opens a new one, which finds everything on disk.
import {
  accept,
  refuse,
  isForSealed,
  schemaVersion,
  type BoardId,
  type BoardState,
  type CloseReason,
  type ControlState,
  type DocName,
  type MeetingRequest,
  type ParticipantId,
  type RequestRefusal,
  type Result,
  type Role,
} from "@secondstory/shared";
import type { Metrics } from "../metrics.ts";
import type { AccessChange, Storage } from "../storage/storage.ts";
import {
  Unreadable,
  type ControlCommand,
  type DocHost,
  type EventToAdd,
  type HostedBoard,
  type HostedControl,
  type HostedDoc,
} from "./doc-host.ts";
import { LiveDoc, type CompactionSettings, type LiveDocOptions } from "./live-doc.ts";
import { Peer, type Connection, type Identity, type Permission } from "./peer.ts";
import { Presence } from "./presence.ts";
import { isEmptyUpdate, readMessage, type ClientMessage } from "./protocol.ts";

/** How rooms behave; every figure is a setting. */
export interface RoomSettings {
  readonly compaction: CompactionSettings;
  readonly presenceEveryMs: number;
  readonly presenceSlowBytes: number;
  readonly behindBytes: number;
  /** Sockets a board takes; undefined for no limit. */
  readonly maxConnections: number | undefined;
}

/** What a room needs around it. */
export interface RoomOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly host: DocHost;
  readonly now: () => number;
  readonly settings: RoomSettings;
  readonly metrics: Metrics;
  /** Told what failed, with ids and codes alone. */
  readonly onFailure: (what: string, error: unknown) => void;
  /** Told when the room has closed itself and must not be joined any more. */
  readonly onGone: () => void;
}

/** What a socket wants of a room. */
export interface Visit {
  readonly doc: DocName;
  readonly identity: Identity;
  /** Whose the client believes its seat is. */
  readonly participant?: string | undefined;
  /** The schema the client knows; absent is not checked. */
  readonly schema?: number | undefined;
  readonly wantsSaved: boolean;
}

/** A decision of a room with what belongs to it outside the documents. */
export interface Asked {
  readonly requestId?: string | undefined;
  readonly access: readonly AccessChange[];
}

/** The answer to a request that was carried out. */
export interface Decided {
  readonly control: ControlState;
  /** False for a request that was repeated, came too late, or left everything as it was. */
  readonly isCarriedOut: boolean;
}

type AnyDoc = LiveDoc<HostedDoc>;

/** One board that is open. */
export class Room {
  readonly board: BoardId;
  readonly #options: RoomOptions;
  readonly #control: LiveDoc<HostedControl>;
  readonly #docs = new Map<string, Promise<AnyDoc>>();
  readonly #opened = new Set<AnyDoc>();
  readonly #docOf = new Map<Peer, { readonly name: DocName; readonly doc: AnyDoc }>();
  readonly #onBoard = new Set<Peer>();
  readonly #presence: Presence;
  #board: Promise<LiveDoc<HostedBoard>> | undefined;
  #state: ControlState;
  #isGone = false;

  /** Loads a room: its control document, by which everything else is allowed. The board must be there. */
  static async load(options: RoomOptions): Promise<Room> {
    let room: Room | undefined;
    const control = await LiveDoc.load(
      docOptions(options, "control", (error) => room?.break(error)),
      (bytes) => options.host.openControl(bytes),
    );
    room = new Room(options, control, await control.read((doc) => doc.read()));
    return room;
  }

  private constructor(options: RoomOptions, control: LiveDoc<HostedControl>, state: ControlState) {
    this.board = options.board;
    this.#options = options;
    this.#control = control;
    this.#opened.add(control);
    this.#state = state;
    const { presenceEveryMs, presenceSlowBytes } = options.settings;
    this.#presence = new Presence(this.#onBoard, {
      everyMs: presenceEveryMs,
      slowBytes: presenceSlowBytes,
      metrics: options.metrics,
    });
  }

  /** What steers the meeting, as it stands on disk. */
  get control(): ControlState {
    return this.#state;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Whether the disk refuses something of this room. */
  get isFailing(): boolean {
    return [...this.#opened].some((doc) => doc.isFailing);
  }

  /** The role somebody has here; undefined for whoever is not on the roster any more. */
  roleOf(identity: Identity): Role | undefined {
    if (identity.type === "link") return identity.role;
    return this.#state.roster[identity.participant]?.role;
  }

  /** Who is here with at least one socket. */
  connected(): ReadonlySet<ParticipantId> {
    const here = new Set<ParticipantId>();
    for (const { participant } of this.#docOf.keys()) if (participant) here.add(participant);
    return here;
  }

  /** Attaches a socket to a document, or tells with which code it closes. */
  async join(connection: Connection, visit: Visit): Promise<Result<Peer, { code: CloseReason }>> {
    const refused = this.#refusal(visit);
    if (refused) return refuse({ code: refused });
    const now = visit.wantsSaved ? this.#options.now : undefined;
    const peer = new Peer(connection, visit.identity, "read", now);
    peer.greet();
    const doc = await this.#open(visit);
    // both may have changed while the document was loading
    const refusedMeanwhile = this.#isGone ? "noBoard" : this.#refusal(visit);
    if (refusedMeanwhile) return refuse({ code: refusedMeanwhile });
    peer.permission = this.#permissionOf(visit.identity, visit.doc);
    this.#docOf.set(peer, { name: visit.doc, doc });
    doc.attach(peer);
    if (visit.doc === "board") {
      this.#onBoard.add(peer);
      this.#presence.show(peer);
    }
    return accept(peer);
  }

  /** Takes a socket out of the room, whoever closed it. */
  leave(peer: Peer): void {
    peer.leave();
    this.#docOf.get(peer)?.doc.detach(peer);
    this.#docOf.delete(peer);
    if (this.#onBoard.delete(peer)) this.#presence.leave(peer);
  }

  /** Takes a frame of a socket. One that cannot be read, or writes where it may not, closes the socket. */
  receive(peer: Peer, frame: Uint8Array): void {
    const at = this.#docOf.get(peer);
    if (!at || peer.isGone) return;
    try {
      this.#take(peer, at.doc, readMessage(frame));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#close(peer, "unreadable");
    }
  }

  /** Carries out a request of somebody here. `access` are the changes of seats and links that belong to it. */
  async decide(
    request: MeetingRequest,
    identity: Identity,
    access: readonly AccessChange[],
  ): Promise<Result<Decided, RequestRefusal>> {
    const role = this.roleOf(identity);
    if (!role) return refuse({ code: "participant-gone" });
    const participant = identity.type === "seat" ? identity.participant : undefined;
    const asker = { participant, role };
    const isRepeated =
      request.id !== undefined && (await this.#options.storage.hasSeen(this.board, request.id));
    if (isRepeated) return accept({ control: this.#state, isCarriedOut: false });
    return this.#carryOut({ type: "request", request, asker }, { requestId: request.id, access });
  }

  /** Puts somebody on the roster, or welcomes them back, together with their seat. */
  async seat(
    command: Exclude<ControlCommand, { readonly type: "request" }>,
    access: readonly AccessChange[],
  ): Promise<Result<Decided, RequestRefusal>> {
    return this.#carryOut(command, { access });
  }

  /** Ends one seat: its sockets close, its token is worth nothing. */
  async endSeat(identity: Identity): Promise<void> {
    await this.#options.storage.decide(this.board, {
      at: this.#options.now(),
      access: [{ type: "end-seat", tokenHash: identity.key }],
    });
    for (const peer of this.#docOf.keys())
      if (peer.identity.key === identity.key) this.#close(peer, "noSeat");
  }

  /** Puts events on the timeline, as the server. Refused once the board is sealed. */
  async addEvents(events: readonly EventToAdd[]): Promise<Result<void, { code: "sealed" }>> {
    const board = await this.#openBoard();
    return board.write<Result<void, { code: "sealed" }>>(async (doc) => {
      if (this.#state.seal)
        return { update: undefined, decision: undefined, value: refuse({ code: "sealed" }) };
      const at = this.#options.now();
      const update = await doc.addEvents(events, at);
      return { update, decision: { at }, value: accept(undefined) };
    });
  }

  /** The board as data, with everything that was received so far. */
  async readBoard(): Promise<BoardState> {
    const board = await this.#openBoard();
    return board.read((doc) => doc.read());
  }

  /** Deletes the board for good; every socket closes. */
  async erase(): Promise<void> {
    this.#end("noBoard");
    await this.#options.storage.deleteBoard(this.board);
  }

  /** Waits until everything is on disk; false if the disk refuses. */
  async settle(): Promise<boolean> {
    await Promise.all([...this.#opened].map((doc) => doc.settled()));
    return !this.isFailing;
  }

  /** Closes the room and its sockets. Call `settle` first. */
  close(reason: CloseReason): void {
    this.#end(reason);
  }

  /** Closes the room because a document of it cannot be kept open. The next visitor loads it again. */
  break(error: unknown): void {
    if (this.#isGone) return;
    this.#options.onFailure("room broken", error);
    this.#end("tryLater");
  }

  #end(reason: CloseReason): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#presence.close();
    for (const peer of this.#docOf.keys()) peer.close(reason);
    for (const doc of this.#opened) doc.close();
    this.#options.onGone();
  }

  #take(peer: Peer, doc: AnyDoc, message: ClientMessage): void {
    switch (message.type) {
      case "step1":
        doc.answer(peer, message.vector);
        return;
      case "step2":
      case "update":
        this.#takeUpdate(peer, doc, message.update);
        return;
      case "awareness":
        if (this.#onBoard.has(peer)) this.#presence.receive(peer, message.states);
        return;
      case "query-awareness":
        if (this.#onBoard.has(peer)) this.#presence.show(peer);
    }
  }

  #takeUpdate(peer: Peer, doc: AnyDoc, update: Uint8Array): void {
    if (isEmptyUpdate(update)) doc.countEmpty(peer);
    else if (peer.permission === "write") doc.receive(peer, update);
    else this.#close(peer, peer.permission === "sealed" ? "sealed" : "readOnly");
  }

  async #carryOut(
    command: ControlCommand,
    { requestId, access }: Asked,
  ): Promise<Result<Decided, RequestRefusal>> {
    const at = this.#options.now();
    const result = await this.#control.write<Result<Decided, RequestRefusal>>(async (doc) => {
      const before = this.#state;
      const result = await doc.carryOut(command, at);
      if (!result.ok) return { update: undefined, decision: undefined, value: result };
      const { update, state } = result.value;
      const isStale =
        command.type === "request" &&
        command.request.from !== undefined &&
        command.request.from !== before.phase;
      const isIdle = isStale || (!update && access.length === 0);
      const control = { ...state };
      if (isIdle)
        return { update, decision: undefined, value: accept({ control, isCarriedOut: false }) };
      return {
        update,
        decision: { at, requestId, access },
        value: accept({ control: state, isCarriedOut: true }),
        onCommitted: () => {
          this.#state = state;
          this.#permitAnew();
        },
      };
    });
    if (result.ok && result.value.isCarriedOut) await this.#closeEnded(access);
    return result;
  }

  /** Whoever lost the seat hears of it at once; whoever may write from here on is asked for what they have. */
  #permitAnew(): void {
    for (const [peer, { name, doc }] of this.#docOf) {
      const role = this.roleOf(peer.identity);
      if (!role) {
        this.#close(peer, "noSeat");
        continue;
      }
      if (name === "private" && role === "observer") {
        this.#close(peer, "readOnly");
        continue;
      }
      const before = peer.permission;
      peer.permission = this.#permissionOf(peer.identity, name);
      if (peer.permission === "write" && before !== "write") doc.askFor(peer);
    }
  }

  /** Closes scripts that came by a link which was just switched off. */
  async #closeEnded(access: readonly AccessChange[]): Promise<void> {
    const isSwitchedOff = access.some(({ type }) => type.startsWith("switch-off"));
    const scripts = [...this.#docOf.keys()].filter(({ identity }) => identity.type === "link");
    if (!isSwitchedOff || scripts.length === 0) return;
    const secrets = await this.#options.storage.listSecrets(this.board);
    const valid = new Set(
      secrets.filter(({ switchedOffAt }) => switchedOffAt === undefined).map(({ hash }) => hash),
    );
    for (const peer of scripts) if (!valid.has(peer.identity.key)) this.#close(peer, "noSeat");
  }

  #refusal({ doc, identity, participant, schema }: Visit): CloseReason | undefined {
    const role = this.roleOf(identity);
    if (!role) return "noSeat";
    const own = identity.type === "seat" ? identity.participant : undefined;
    if (participant !== undefined && participant !== own) return "noSeat";
    if (schema !== undefined && schema < Math.max(schemaVersion, this.#state.schemaVersion))
      return "clientTooOld";
    if (doc === "private" && (!own || role === "observer")) return "readOnly";
    const { maxConnections } = this.#options.settings;
    if (maxConnections !== undefined && this.#docOf.size >= maxConnections) return "tryLater";
    return undefined;
  }

  #permissionOf(identity: Identity, doc: DocName): Permission {
    if (doc === "control") return "read";
    if (this.roleOf(identity) === "observer") return "read";
    return this.#state.seal ? "sealed" : "write";
  }

  #open({ doc, identity }: Visit): Promise<AnyDoc> {
    if (doc === "control") return Promise.resolve(this.#control);
    if (doc === "board" || identity.type === "link") return this.#openBoard();
    const path = `private/${identity.participant}` as const;
    let opening = this.#docs.get(path);
    if (!opening) {
      opening = this.#load(path, (bytes) => this.#options.host.openPrivate(bytes));
      this.#docs.set(path, opening);
      opening.catch(() => this.#docs.delete(path)); // the next visitor tries again
    }
    return opening;
  }

  #openBoard(): Promise<LiveDoc<HostedBoard>> {
    if (!this.#board) {
      this.#board = this.#load("board", (bytes) => this.#options.host.openBoard(bytes));
      this.#board.catch(() => {
        this.#board = undefined; // the next visitor tries again
      });
    }
    return this.#board;
  }

  async #load<Doc extends HostedDoc>(
    path: LiveDocOptions["path"],
    open: Parameters<typeof LiveDoc.load<Doc>>[1],
  ): Promise<LiveDoc<Doc>> {
    const options = docOptions(this.#options, path, (error) => this.break(error));
    const doc = await LiveDoc.load(options, open);
    if (this.#isGone) doc.close();
    else this.#opened.add(doc);
    return doc;
  }

  #close(peer: Peer, reason: CloseReason): void {
    if (!peer.isGone) this.#options.metrics.refusals.inc({ code: reason });
    peer.close(reason);
  }
}

function docOptions(
  { storage, board, settings, metrics, onFailure }: RoomOptions,
  path: LiveDocOptions["path"],
  onBroken: (error: unknown) => void,
): LiveDocOptions {
  return {
    storage,
    board,
    path,
    compaction: settings.compaction,
    behindBytes: settings.behindBytes,
    metrics,
    onDiskFailure(error) {
      metrics.diskFailures.inc();
      onFailure("disk failure", error);
    },
    onBroken,
  };
}
