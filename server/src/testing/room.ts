// Rooms without sockets for tests: peers whose wires the test holds in its hands.
import {
  closeCodes,
  readBoardId,
  readParticipantId,
  type BoardId,
  type CloseReason,
  type DocName,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import { nanoid } from "nanoid";
import { hashKey } from "../access/keys.ts";
import { Metrics } from "../metrics.ts";
import type { Connection, Peer } from "../rooms/peer.ts";
import type { DocHost } from "../rooms/doc-host.ts";
import type { Room } from "../rooms/room.ts";
import type { RoomSettings } from "../rooms/room-options.ts";
import { Rooms } from "../rooms/rooms.ts";
import { yjsHost } from "../rooms/yjs-host.ts";
import { Copy } from "./docs.ts";
import { FragileStorage } from "./fragile-storage.ts";
import { must } from "./server.ts";
import { readServerMessage, syncMessage, type ServerMessage } from "./socket.ts";
import { readFrames } from "./wire-frames.ts";

/** A wire whose far end is the test. */
class Wire implements Connection {
  readonly received: ServerMessage[] = [];
  closedWith: CloseReason | undefined;
  bufferedBytes = 0;
  /** While set, what is sent stays in the buffer. */
  isStuck = false;
  #waiting: (() => void)[] = [];
  #rest: Uint8Array = new Uint8Array();
  #wake: () => void = () => {};

  send(frames: Uint8Array): void {
    const { frames: whole, rest } = readFrames(Buffer.concat([this.#rest, frames]));
    this.#rest = rest; // of a frame that is sent in pieces
    for (const { payload } of whole) this.received.push(readServerMessage(payload));
    if (this.isStuck) this.bufferedBytes += frames.length;
    this.#wake();
  }

  close(reason: CloseReason): void {
    this.closedWith = reason;
    this.#wake();
  }

  onDrained(callback: () => void): void {
    this.#waiting.push(callback);
  }

  /** Everything that was stuck leaves. */
  drain(): void {
    this.isStuck = false;
    this.bufferedBytes = 0;
    for (const callback of this.#waiting.splice(0)) callback();
  }

  /** Waits until something that came, or the close, is as wished. */
  async until(isFit: (wire: Wire) => boolean): Promise<void> {
    while (!isFit(this)) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** The number of messages of this wire that were last said to be saved. */
  get saved(): number | undefined {
    const last = this.received.findLast((message) => message.type === "saved");
    return last?.type === "saved" ? last.messages : undefined;
  }

  of(type: ServerMessage["type"]): ServerMessage[] {
    return this.received.filter((message) => message.type === type);
  }

  get code(): number | undefined {
    return this.closedWith && closeCodes[this.closedWith];
  }
}

/** A participant at a wire. */
export interface Guest {
  readonly wire: Wire;
  readonly peer: Peer;
  readonly room: Room;
  readonly leave: () => void;
}

/** Rooms with one board in them. */
export interface RoomScene {
  readonly rooms: Rooms;
  readonly storage: FragileStorage;
  readonly metrics: Metrics;
  readonly board: BoardId;
  readonly failures: string[];
  readonly person: (role: Role) => Promise<ParticipantId>;
  readonly enter: (who: ParticipantId, doc?: DocName) => Promise<Guest>;
  /** Lets a participant in whom nobody has seen before. */
  readonly newGuest: () => Promise<Guest>;
}

/** What was sent, put together. */
export function copyOf(messages: readonly ServerMessage[]): Copy {
  const copy = new Copy();
  for (const message of messages)
    if (message.type === "step2" || message.type === "update") copy.take(message.bytes);
  return copy;
}

/** Everything the room has, as a newcomer gets it. */
export async function readAll({ room, peer, wire }: Guest): Promise<Copy> {
  const before = wire.of("step2").length;
  room.receive(peer, syncMessage("step1", new Copy().vector));
  await wire.until(() => wire.of("step2").length > before);
  return copyOf(wire.of("step2").slice(-1));
}

/** Hands an update to the room, as if it came by the wire. */
export const write = ({ room, peer }: Guest, update: Uint8Array): void =>
  room.receive(peer, syncMessage("update", update));

/** Makes rooms on a storage that can be broken. */
export async function roomScene(
  settings: Partial<RoomSettings> & { readonly idleMs?: number } = {},
  storage = new FragileStorage(),
  board = must(readBoardId(nanoid())),
  host: DocHost = yjsHost,
): Promise<RoomScene> {
  const metrics = new Metrics();
  const failures: string[] = [];
  const rooms = new Rooms({
    storage,
    metrics,
    host,
    load: { stretch: 1 },
    now: () => 1_000,
    idleMs: settings.idleMs ?? 60_000,
    settings: {
      compaction: { rows: 1_000_000, sizeBytes: 1_000_000_000 },
      tick: { perPeerMs: 0, maxMs: 0, crowd: 100 },
      presenceEveryMs: 1,
      askAgainMs: 60_000,
      seenItems: 100,
      maxWaiting: undefined,
      knockAgainMs: 60_000,
      stepInAfterMs: 60_000,
      asideUndoMs: 20_000,
      namelessWaitMs: 60_000,
      namelessTogether: 3,
      voteCountMs: 60_000,
      maxVotes: 20,
      draftCountsMs: 10_000,
      presenceClients: 16,
      atHandMs: 1_000,
      presenceSlowBytes: 1_000,
      behindBytes: 10_000,
      maxConnections: undefined,
      maxDocBytes: undefined,
      maxUpdateParts: 250_000,
      maxWaitingParts: 10_000,
      ...settings,
    },
    onFailure: (what) => failures.push(what),
  });
  if (!(await storage.readBoard(board)))
    await storage.createBoard({
      id: board,
      createdAt: 1,
      secrets: [],
      docs: [
        { doc: "control", update: await yjsHost.seedControl({ title: "", language: "en" }, 1) },
      ],
    });
  const person = async (role: Role): Promise<ParticipantId> => {
    const id = must(readParticipantId(nanoid()));
    await rooms.use(board, (room) =>
      room.seat({ type: "admit", who: { id, name: "Somebody", role } }, [
        { type: "add-seat", seat: { participant: id, tokenHash: hashKey(id) } },
      ]),
    );
    return id;
  };
  const enter = async (participant: ParticipantId, doc: DocName = "board"): Promise<Guest> => {
    const { room, release } = must(await rooms.hold(board));
    const wire = new Wire();
    const identity = { type: "seat", participant, key: hashKey(participant) } as const;
    const joined = await room.join(wire, { doc, identity, wantsSaved: true });
    if (!joined.ok) throw new Error(`refused: ${joined.refusal.code}`);
    const peer = joined.value;
    const leave = () => {
      room.leave(peer);
      release();
    };
    return { wire, peer, room, leave };
  };
  const newGuest = async () => enter(await person("participant"));
  return { rooms, storage, metrics, board, failures, person, enter, newGuest };
}
