// What a live document needs around it.
import type { BoardId } from "@secondstory/shared";
import type { DocPath, Storage } from "../storage/storage.ts";
import type { CompactionSettings } from "./compaction.ts";
import type { FanOutOptions } from "./fan-out.ts";

/** What a live document needs around it. */
export interface LiveDocOptions extends FanOutOptions {
  readonly storage: Storage;
  readonly board: BoardId;
  readonly path: DocPath;
  readonly compaction: CompactionSettings;
  /** How long a tick is among so many peers. */
  readonly tickMs: (peers: number) => number;
  /** How long whoever writes first after a tick waits for others. */
  readonly companyMs: (peers: number) => number;
  /** How long the document stays open when nobody looks into it. */
  readonly atHandMs: number;
  /** What the document may hold; undefined for no limit. */
  readonly maxDocBytes: number | undefined;
  /** Of how many parts an update or a state vector may be. */
  readonly maxUpdateParts: number;
  /** How many parts may wait for something missing. */
  readonly maxWaitingParts: number;
  /** Told what people have written, a tick at a time. */
  readonly onNews?: (update: Uint8Array) => void;
  /** Told what failed, with ids and codes alone. */
  readonly onFailure: (what: string, error: unknown) => void;
  readonly onDiskFailure: (error: unknown) => void;
}
