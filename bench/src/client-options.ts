// How one client differs from another.
import type { Backoff } from "./backoff.ts";
import type { Client } from "./client.ts";

/** What somebody does beside listening. */
export interface ClientOptions {
  /** Several connections of one person share a seat. */
  readonly person: number;
  readonly types?: boolean;
  /** Keeps a real document, to compare texts in the end. */
  readonly keepsCopy?: boolean;
  /** Reads the cursors that come, and not only their number. */
  readonly readsCursors?: boolean;
  readonly wantsSaved?: boolean;
  /** Without it nobody comes back by themselves. */
  readonly backoffMs?: Backoff;
  /** Comes back when this one does, and does not try before. */
  readonly leader?: Client;
  /** Takes updates as they lie; they are not looked into then. */
  readonly onUpdate?: (update: Buffer, isStep2: boolean) => void;
}
