// What a room is made of, and how it behaves.
import type { BoardId } from "@secondstory/shared";
import type { Metrics } from "../metrics.ts";
import type { Storage } from "../storage/storage.ts";
import type { CompactionSettings } from "./compaction.ts";
import type { DocHost } from "./doc-host.ts";

/** How often updates go out: once a tick, which grows with the number of peers. */
interface TickSettings {
  readonly perPeerMs: number;
  readonly maxMs: number;
  /** Among more people than this whoever writes first waits a whole tick for others, else half of one; cursors go half as often. */
  readonly crowd: number;
}

/** How rooms behave; every figure is a setting. */
export interface RoomSettings {
  readonly compaction: CompactionSettings;
  readonly tick: TickSettings;
  /** Cursors go out at most this often. */
  readonly presenceEveryMs: number;
  /** How many clients a connection may bring to the board. */
  readonly presenceClients: number;
  readonly presenceSlowBytes: number;
  readonly behindBytes: number;
  /** How long a document stays open when nobody looks into it. */
  readonly atHandMs: number;
  /** Sockets a board takes; undefined for no limit. */
  readonly maxConnections: number | undefined;
  /** What one document may hold; undefined for no limit. */
  readonly maxDocBytes: number | undefined;
  /** How long after “not now” an observer may ask again to be let write. */
  readonly askAgainMs: number;
  /** Of how many items it is remembered that the group saw them; undefined for no limit. */
  readonly seenItems: number | undefined;
  /** How many may wait at the door; undefined for no limit. */
  readonly maxWaiting: number | undefined;
  /** How long after “not now” somebody at the door may ask again. */
  readonly knockAgainMs: number;
  /** After so long without anybody who leads a participant may step in. */
  readonly stepInAfterMs: number;
  /** How long whoever set a note aside may take that back. */
  readonly asideUndoMs: number;
  /** How long a fact without a name waits for others before it is published alone, on average. */
  readonly namelessWaitMs: number;
  /** From facts of so many people on, they are published at once. */
  readonly namelessTogether: number;
  /** How often it is counted who has voted, while a vote is open. */
  readonly voteCountMs: number;
  /** The most votes that everybody may be given. */
  readonly maxVotes: number;
  /** How often it is told how many hidden notes there are. */
  readonly draftCountsMs: number;
  /** Of how many parts an update or a state vector may be. */
  readonly maxUpdateParts: number;
  /** How many parts of updates to one document may wait for something missing. */
  readonly maxWaitingParts: number;
}

/** What a room needs around it. */
export interface RoomOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly host: DocHost;
  readonly now: () => number;
  readonly settings: RoomSettings;
  readonly metrics: Metrics;
  /** By how much ticks are stretched now. */
  readonly load: { readonly stretch: number };
  /** Told what failed, with ids and codes alone. */
  readonly onFailure: (what: string, error: unknown) => void;
  /** Told when the room has closed itself and must not be joined any more. */
  readonly onGone: () => void;
}
