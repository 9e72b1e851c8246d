// The documents of one room, opened when they are first needed. Visitors of one document share its loading; one that
// could not be loaded is tried again by the next visitor.
import { accept, refuse, type ParticipantId, type Result } from "@secondstory/shared";
import type { Broadcast } from "./broadcast.ts";
import {
  DocSpoiled,
  type DocHost,
  type HostedBoard,
  type HostedControl,
  type HostedDoc,
  type HostedPrivate,
} from "./doc-host.ts";
import type { Rider } from "./fan-out.ts";
import type { LiveDocOptions } from "./live-doc-options.ts";
import { LiveDoc } from "./live-doc.ts";

/** A live document of any kind. */
export type AnyDoc = LiveDoc<HostedDoc>;

/** What the documents of a room need around them. */
export interface RoomDocsOptions extends Omit<LiveDocOptions, "path" | "rider" | "onNews"> {
  readonly host: DocHost;
  /** What goes out together with the board's updates. */
  readonly rider: Rider;
  /** Told what somebody has written into their private document. */
  readonly onPrivateNews: (owner: ParticipantId, update: Uint8Array) => void;
  /** What has to be done with the board document before anybody gets it. */
  readonly beforeBoard: (board: LiveDoc<HostedBoard>) => Promise<void>;
}

/** Somebody's private document cannot be read. It stays as it is. */
export interface Unread {
  readonly code: "unread";
}

/** Opens documents and closes them together. */
export class RoomDocs {
  readonly #options: RoomDocsOptions;
  readonly #opening = new Map<string, Promise<LiveDoc<HostedPrivate>>>();
  readonly #opened = new Set<AnyDoc>();
  #board: Promise<LiveDoc<HostedBoard>> | undefined;
  #boardDoc: AnyDoc | undefined;
  /** Whose private documents could not be read, and were reported. */
  readonly #unread = new Set<ParticipantId>();
  #isClosed = false;

  constructor(options: RoomDocsOptions) {
    this.#options = options;
  }

  /** Whether the disk refuses something. */
  get isFailing(): boolean {
    return [...this.#opened].some((doc) => doc.isFailing);
  }

  /** Opens the control document. Called once, when the room loads. */
  openControl(): Promise<LiveDoc<HostedControl>> {
    return this.#load("control", (updates) => this.#options.host.openControl(updates));
  }

  /** Opens the board document, or gives the open one. */
  openBoard(): Promise<LiveDoc<HostedBoard>> {
    if (!this.#board) {
      this.#board = this.#loadBoard();
      this.#board.catch(() => {
        this.#board = undefined;
      });
    }
    return this.#board;
  }

  /** Opens somebody's private document, or gives the open one. */
  openPrivate(participant: ParticipantId): Promise<LiveDoc<HostedPrivate>> {
    const path = `private/${participant}` as const;
    let opening = this.#opening.get(path);
    if (!opening) {
      opening = this.#load(
        path,
        (updates) => this.#options.host.openPrivate(updates),
        (update) => this.#options.onPrivateNews(participant, update),
      );
      this.#opening.set(path, opening);
      opening.catch(() => this.#opening.delete(path));
    }
    return opening;
  }

  /**
   * Runs with somebody's private document, where the others' matter too: one that cannot be read is left out. Whoever runs the
   * server is told whose it is, once; any other failure rejects.
   */
  async tryPrivate<Value>(
    owner: ParticipantId,
    run: (own: LiveDoc<HostedPrivate>) => Promise<Value>,
  ): Promise<Result<Value, Unread>> {
    try {
      const value = await run(await this.openPrivate(owner));
      this.#unread.delete(owner);
      return accept(value);
    } catch (error) {
      if (!(error instanceof DocSpoiled)) throw error;
      this.noteUnread(owner, error);
      return refuse({ code: "unread" });
    }
  }

  /** Notes that somebody's private document could not be read and is left out. */
  noteUnread(owner: ParticipantId, error: DocSpoiled): void {
    this.#options.metrics.leftOut.inc();
    if (this.#unread.has(owner)) return;
    this.#unread.add(owner);
    this.#options.onFailure(`private document of ${owner} left out`, error);
  }

  /** How many hear of the board. */
  get peersOnBoard(): number {
    return this.#boardDoc?.fanOut.peers.size ?? 0;
  }

  /** Tells everybody on the board where others are. */
  sendCursors(states: Broadcast): void {
    this.#boardDoc?.fanOut.sendCursors(states);
  }

  /** Resolves when everything that came so far is on disk, or the disk refuses it. */
  async settled(): Promise<void> {
    await Promise.all([...this.#opened].map((doc) => doc.settled()));
  }

  /** Closes every document, those that are still loading too. */
  close(): void {
    this.#isClosed = true;
    for (const doc of this.#opened) doc.close();
  }

  async #loadBoard(): Promise<LiveDoc<HostedBoard>> {
    const board = await this.#load("board", (updates) => this.#options.host.openBoard(updates));
    await this.#options.beforeBoard(board);
    return board;
  }

  async #load<Doc extends HostedDoc>(
    path: LiveDocOptions["path"],
    open: Parameters<typeof LiveDoc.load<Doc>>[1],
    onNews?: LiveDocOptions["onNews"],
  ): Promise<LiveDoc<Doc>> {
    const { rider, beforeBoard: _before, onPrivateNews: _news, ...options } = this.#options;
    const doc = await LiveDoc.load(
      { ...options, path, ...(path === "board" && { rider }), ...(onNews && { onNews }) },
      open,
    );
    if (this.#isClosed) doc.close();
    else this.#opened.add(doc);
    if (path === "board") this.#boardDoc = doc;
    return doc;
  }
}
