// How much one address, seat or socket may ask for, and how sockets and calls are kept. Every figure is a setting.
import { BadSetting, mib, readCount, type Environment } from "./environment.ts";

/** How much one address or seat may ask for. Loose enough that 100 people behind one router never notice. */
export interface Limits {
  readonly boardsPerHour: number;
  readonly joinsPerMinute: number;
  /** Requests, events and exports of one seat. */
  readonly callsPerMinute: number;
  /** Notes of one seat to the facilitators. */
  readonly notesPerHour: number;
  /** How long after “not now” an observer may ask again to be let write. */
  readonly askAgainMs: number;
  /** Of how many items a board remembers that the group saw them. */
  readonly seenItems: number;
  /** People who wait at the door of a board. */
  readonly waitingPerBoard: number;
  /** How long after “not now” somebody at the door may ask again. */
  readonly knockAgainMs: number;
  readonly socketsPerBoard: number;
  /** Sockets of one address, or of one IPv6 network of 64 bits. A person takes three, for a while six after a change of network. */
  readonly socketsPerAddress: number;
  /** What one document may hold. A meeting of two hours comes to some hundred kilobytes. */
  readonly documentBytes: number;
  /** Messages of one socket, on average; twice as many may come at once. */
  readonly messagesPerSecond: number;
  /** Bytes of one socket, on average; two of the largest frames may come at once, as from somebody who was away. */
  readonly bytesPerSecond: number;
}

/** The limits of a server that nobody has told otherwise. */
export const defaultLimits: Limits = {
  boardsPerHour: 120,
  joinsPerMinute: 600,
  callsPerMinute: 600,
  notesPerHour: 60,
  askAgainMs: 5 * 60_000,
  seenItems: 5_000,
  waitingPerBoard: 50,
  knockAgainMs: 5 * 60_000,
  socketsPerBoard: 2_000,
  socketsPerAddress: 2_000,
  documentBytes: 64 * mib,
  messagesPerSecond: 500,
  bytesPerSecond: 2 * mib,
};

/** How sockets and calls are kept. This holds with `LIMITS=off` too: the server's memory depends on it. */
export interface WireSettings {
  /** The largest frame: what somebody wrote offline comes back in one. */
  readonly frameBytes: number;
  /** Of how many parts an update or a state vector may be: clients, runs of their structs, ranges of deletions. */
  readonly updateParts: number;
  /** How many parts of updates to one document may wait for something that never came. */
  readonly waitingParts: number;
  /** What may wait for one socket before its updates are held back; cursors are at a quarter of it. */
  readonly queueBytes: number;
  /** A socket that takes less than `queueBytes` in this time, while a queue waits for it, is closed. */
  readonly slowMs: number;
  /** How long a socket that was closed may take to go before it is cut off. */
  readonly closeMs: number;
  /** A socket from which nothing came between two pings is taken for dead. */
  readonly pingEveryMs: number;
  /** How long the head of a call may take to come in. */
  readonly headMs: number;
  /** How long a whole call may take to come in. */
  readonly callMs: number;
  /** How long a server that ends may take to commit and to close its sockets. */
  readonly drainMs: number;
}

/** How sockets are kept by a server that nobody has told otherwise. */
export const defaultWire: WireSettings = {
  frameBytes: 16 * mib,
  updateParts: 250_000,
  waitingParts: 10_000,
  queueBytes: mib,
  slowMs: 10_000,
  closeMs: 5_000,
  pingEveryMs: 30_000,
  headMs: 20_000,
  callMs: 120_000,
  drainMs: 6_000,
};

/** Reads the limits; undefined where they are off. Throws `BadSetting`. */
export function readLimits(env: Environment): Limits | undefined {
  const text = env["LIMITS"] || "on";
  if (text === "off") return undefined;
  if (text !== "on") throw new BadSetting(`LIMITS must be "on" or "off", not "${text}".`);
  const read = (name: string, fallback: number, unit?: number) =>
    readCount(env, `LIMIT_${name}`, fallback, unit);
  return {
    boardsPerHour: read("BOARDS_PER_HOUR", defaultLimits.boardsPerHour),
    joinsPerMinute: read("JOINS_PER_MINUTE", defaultLimits.joinsPerMinute),
    callsPerMinute: read("CALLS_PER_MINUTE", defaultLimits.callsPerMinute),
    notesPerHour: read("NOTES_PER_HOUR", defaultLimits.notesPerHour),
    askAgainMs: read("ASK_AGAIN_SECONDS", defaultLimits.askAgainMs, 1_000),
    seenItems: read("SEEN_ITEMS", defaultLimits.seenItems),
    waitingPerBoard: read("WAITING_PER_BOARD", defaultLimits.waitingPerBoard),
    knockAgainMs: read("KNOCK_AGAIN_SECONDS", defaultLimits.knockAgainMs, 1_000),
    socketsPerBoard: read("SOCKETS_PER_BOARD", defaultLimits.socketsPerBoard),
    socketsPerAddress: read("SOCKETS_PER_ADDRESS", defaultLimits.socketsPerAddress),
    documentBytes: read("DOCUMENT_MB", defaultLimits.documentBytes, mib),
    messagesPerSecond: read("MESSAGES_PER_SECOND", defaultLimits.messagesPerSecond),
    bytesPerSecond: read("KB_PER_SECOND", defaultLimits.bytesPerSecond, 1024),
  };
}

/** Reads how sockets and calls are kept. Throws `BadSetting`. */
export const readWire = (env: Environment): WireSettings => ({
  ...defaultWire,
  frameBytes: readCount(env, "LIMIT_FRAME_MB", defaultWire.frameBytes, mib),
  updateParts: readCount(env, "LIMIT_UPDATE_PARTS", defaultWire.updateParts),
  waitingParts: readCount(env, "LIMIT_WAITING_PARTS", defaultWire.waitingParts),
  queueBytes: readCount(env, "LIMIT_QUEUE_KB", defaultWire.queueBytes, 1024),
  slowMs: readCount(env, "LIMIT_SLOW_SECONDS", defaultWire.slowMs, 1_000),
  pingEveryMs: readCount(env, "PING_SECONDS", defaultWire.pingEveryMs, 1_000),
});
