// How this browser stands with the server: the truth behind the status pill.
import type { PendingChange } from "./pending-changes.ts";

/** Why the session ended for good, until the page is opened anew. */
export type Ending =
  | "no-seat"
  /** The server knows nothing of the board: it may have been restored from an older state. */
  | "no-board"
  /** The server knows that the board was deleted for good. */
  | "deleted"
  | "client-too-old"
  | "too-large";

export interface Connection {
  /** Both the board's and the control document's sockets are open and up to date. */
  readonly isOnline: boolean;
  /** Whether it ever was, since the page was opened. */
  readonly wasOnline: boolean;
  /** The meeting is up to date here and what is mine alone is not yet: what of it was shared meanwhile is not known. */
  readonly isOwnBehind: boolean;
  /** Changes of this browser that the server has not confirmed on disk, oldest first. */
  readonly pending: readonly PendingChange[];
  /** The oldest message of changes that was sent and is not confirmed, as a number of this connection. */
  readonly unconfirmed: number | undefined;
  readonly ending: Ending | undefined;
  /** False in browsers that refuse storage: then this tab must stay open. */
  readonly keepsCopies: boolean;
  /** Epoch milliseconds of this device; undefined before the first contact. */
  readonly lastContactAt: number | undefined;
  /** What to add to this device's clock to get the server's, milliseconds. */
  readonly clockOffsetMs: number;
}

export const firstConnection: Connection = {
  isOnline: false,
  wasOnline: false,
  isOwnBehind: false,
  pending: [],
  unconfirmed: undefined,
  ending: undefined,
  keepsCopies: true,
  lastContactAt: undefined,
  clockOffsetMs: 0,
};
