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
  type BoardId,
  type BoardState,
  type CloseReason,
  type ControlState,
  type DocName,
  type InboxNote,
  type Language,
  type MeetingRequest,
  type ParticipantId,
  type Result,
  type Role,
} from "@secondstory/shared";
import type { AccessChange } from "../storage/storage.ts";
import { Unreadable } from "../updates/byte-reader.ts";
import { Attendance } from "./attendance.ts";
import type { EventToAdd } from "./doc-host.ts";
import type { Meeting, Decision } from "./meeting.ts";
import { Peer, type Connection, type Identity } from "./peer.ts";
import {
  mayKeepPrivate,
  participantOf,
  permissionOf,
  refusalOf,
  roleOf,
  type Visit,
} from "./permissions.ts";
import type { Presence } from "./presence.ts";
import { awarenessWire, isEmptyUpdate, readMessage, type ClientMessage } from "./protocol.ts";
import type { AnyDoc, RoomDocs } from "./room-docs.ts";
import type { RoomOptions } from "./room-options.ts";
import { loadRoomParts, type RoomParts } from "./room-parts.ts";
import { nothingWritten } from "./server-write.ts";
import { Steering } from "./steering.ts";
import { closeSwitchedOff } from "./switched-off.ts";
import { tellFacilitators, type Told } from "./tell-facilitators.ts";

/** What a socket is attached to. */
interface Place {
  readonly name: DocName;
  readonly doc: AnyDoc;
}

/** One board that is open. */
export class Room {
  readonly board: BoardId;
  readonly #options: RoomOptions;
  readonly #docs: RoomDocs;
  readonly #meeting: Meeting;
  readonly #here = new Attendance<Place>();
  readonly #presence: Presence;
  readonly #steering: Steering;
  #isGone = false;

  /** Loads a room: its control document, by which everything else is allowed. The board must be there. */
  static async load(options: RoomOptions): Promise<Room> {
    let room: Room | undefined;
    const parts = await loadRoomParts(options, {
      onDecided: () => room?.permitAnew(),
      isLeaderless: () => room !== undefined && room.#steering.isLeaderless,
      onPrivateNews(owner, update) {
        if (room) room.#steering.note(owner, update);
      },
      connected: () => room?.connected() ?? new Set(),
    });
    room = new Room(options, parts);
    void parts.erasing
      .finish()
      .catch((error: unknown) => options.onFailure("erasing not finished", error));
    return room;
  }

  private constructor(options: RoomOptions, parts: RoomParts) {
    const { docs, meeting, presence } = parts;
    this.board = options.board;
    this.#options = options;
    this.#docs = docs;
    this.#meeting = meeting;
    this.#presence = presence;
    this.#steering = new Steering(options, parts, {
      connected: () => this.connected(),
      addEvents: async (events) => (await this.addEvents(events)).ok,
      onCarriedOut: (access) => closeSwitchedOff(options, this.#here.everybody, access),
    });
  }

  /** What steers the meeting, as it stands on disk. */
  get control(): ControlState {
    return this.#meeting.control;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Whether the disk refuses something of this room. */
  get isFailing(): boolean {
    return this.#docs.isFailing;
  }

  /** The role somebody has here; undefined for whoever is not on the roster any more. */
  roleOf(identity: Identity): Role | undefined {
    return roleOf(this.control, identity);
  }

  /** Who is here with at least one socket. */
  connected(): ReadonlySet<ParticipantId> {
    return this.#here.participants();
  }

  /** Attaches a socket to a document, or tells with which code it closes. */
  async join(connection: Connection, visit: Visit): Promise<Result<Peer, { code: CloseReason }>> {
    const { doc: name, identity, wantsSaved } = visit;
    const { maxConnections } = this.#options.settings;
    const refused = refusalOf(this.control, visit);
    if (refused) return refuse({ code: refused });
    if (maxConnections !== undefined && this.#here.size >= maxConnections)
      return refuse({ code: "tryLater" });
    const peer = new Peer(connection, identity, wantsSaved ? this.#options.now : undefined);
    peer.greet();
    const doc = await this.#here.waitFor(peer, this.#open(name, identity));
    // all of it may have changed while the document was loading
    const isOver = this.#isGone || peer.isGone;
    const refusedMeanwhile = isOver ? "tryLater" : refusalOf(this.control, visit);
    if (refusedMeanwhile) return refuse({ code: refusedMeanwhile });
    peer.permission = permissionOf(this.control, identity, name);
    this.#here.places.set(peer, { name, doc });
    doc.attach(peer);
    this.#steering.lookWhoIsHere();
    if (name === "board") doc.fanOut.showCursors(peer);
    return accept(peer);
  }

  /** Takes a socket out of the room, whoever closed it. */
  leave(peer: Peer): void {
    peer.leave();
    const at = this.#here.places.get(peer);
    if (!at) return;
    at.doc.detach(peer);
    this.#here.places.delete(peer);
    this.#steering.lookWhoIsHere();
    if (at.name === "board") this.#presence.leave(peer);
  }

  /** Takes a frame of a socket. One that cannot be read, or writes where it may not, closes the socket. */
  receive(peer: Peer, frame: Uint8Array): void {
    const at = this.#here.places.get(peer);
    if (!at || peer.isGone) return;
    try {
      this.#take(peer, at, readMessage(frame));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      peer.closeFor(error);
    }
  }

  /** Carries out a request of somebody here. `access` are the changes of seats and links that belong to it. */
  decide(
    request: MeetingRequest,
    identity: Identity,
    access: readonly AccessChange[],
  ): Promise<Decision> {
    return this.#steering.decide(request, identity, access);
  }

  /** Puts somebody on the roster, or welcomes them back, together with their seat. */
  seat(
    command: Parameters<Meeting["seat"]>[0],
    access: readonly AccessChange[],
  ): Promise<Decision> {
    return this.#meeting.seat(command, access);
  }

  /** Ends one seat: its sockets close, its token is worth nothing. */
  async endSeat({ key, participant }: Extract<Identity, { type: "seat" }>): Promise<void> {
    await this.#meeting.seat({ type: "see-off", participant }, [
      { type: "end-seat", tokenHash: key },
    ]);
    for (const peer of this.#here.everybody) if (peer.identity.key === key) peer.close("noSeat");
  }

  /** Puts events on the timeline, as the server. Refused once the board is sealed. */
  async addEvents(events: readonly EventToAdd[]): Promise<Result<void, { code: "sealed" }>> {
    const board = await this.#docs.openBoard();
    return board.write<Result<void, { code: "sealed" }>>(async (doc) => {
      if (this.control.seal) return nothingWritten(refuse({ code: "sealed" }));
      const at = this.#options.now();
      return {
        update: await doc.addEvents(events, at),
        decision: { at },
        value: accept(undefined),
      };
    });
  }

  /** Delivers a note to everybody else who leads, and tells who that is. */
  tellFacilitators(note: InboxNote, sender: ParticipantId): Promise<Told> {
    return tellFacilitators(
      { ...this.#options, docs: this.#docs, control: this.control },
      note,
      sender,
    );
  }

  /** The Markdown post-mortem, with everything that was received so far. */
  async markdown(language: Language | undefined): Promise<string> {
    const board = await this.#docs.openBoard();
    const { control } = this;
    return board.read((doc) => doc.markdown(control, language ?? control.language));
  }

  /** The board as data, with everything that was received so far. */
  async readBoard(): Promise<BoardState> {
    const board = await this.#docs.openBoard();
    return board.read((doc) => doc.read());
  }

  /** Deletes the board for good; every socket closes. Call `overwriteDeleted` of the storage afterwards. */
  async erase(): Promise<void> {
    const { storage, now } = this.#options;
    await storage.deleteBoard(this.board, now());
    this.close("noBoard");
  }

  /** Waits until everything is on disk; false if the disk refuses. */
  async settle(): Promise<boolean> {
    await this.#steering.rest();
    await this.#docs.settled();
    if (this.isFailing) this.#steering.goOn();
    return !this.isFailing;
  }

  /** Whoever lost the seat hears of it at once; whoever may write from here on is asked for what they have. */
  permitAnew(): void {
    this.#steering.lookAgain();
    for (const [peer, { name, doc }] of this.#here.places) {
      const role = this.roleOf(peer.identity);
      const before = peer.permission;
      peer.permission = permissionOf(this.control, peer.identity, name);
      if (!role) peer.close("noSeat");
      else if (name === "private" && !mayKeepPrivate(role, peer.identity)) peer.close("readOnly");
      else if (peer.permission === "write" && before !== "write") doc.askFor(peer);
    }
  }

  /** Closes the room and its sockets. What is not on disk is given up: call `settle` first. */
  close(reason: CloseReason): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#steering.close();
    this.#presence.close();
    for (const peer of this.#here.places.keys()) peer.close(reason);
    this.#docs.close();
    this.#options.onGone();
  }

  #open(name: DocName, identity: Identity): Promise<AnyDoc> {
    if (name === "control") return Promise.resolve(this.#meeting.doc);
    const participant = participantOf(identity);
    if (name === "private" && participant) return this.#docs.openPrivate(participant);
    return this.#docs.openBoard();
  }

  #take(peer: Peer, { name, doc }: Place, message: ClientMessage): void {
    switch (message.type) {
      case "step1":
        return doc.answer(peer, message.vector);
      case "step2":
      case "update":
        return this.#takeUpdate(peer, doc, message.update);
      case "awareness":
        if (name === "board") this.#presence.receive(peer, message.states);
        else if (peer.hearsNothing) peer.sendWire(awarenessWire([])); // a sign of life
        return;
      case "query-awareness":
        if (name === "board") doc.fanOut.showCursors(peer);
    }
  }

  #takeUpdate(peer: Peer, doc: AnyDoc, update: Uint8Array): void {
    if (isEmptyUpdate(update)) doc.countEmpty(peer);
    else if (peer.permission === "write") doc.receive(peer, update);
    else peer.close(peer.permission === "sealed" ? "sealed" : "readOnly");
  }
}
